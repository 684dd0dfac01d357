using HanoiAcademy.Server.Drills;
using HanoiAcademy.Server.Language;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;

namespace HanoiAcademy.Server.Exercises.Pages;

internal sealed class ExerciseModel(ExerciseDesk desk, ExerciseControl control, ExerciseTexts said, RefusalTexts texts) : PageModel
{
    private const string StartAnyway = "start-anyway";
    private const int LongestKey = 64;

    [BindProperty(SupportsGet = true)]
    public string Id { get; set; } = "";

    public ExerciseStatus Status { get; private set; } = null!;

    /// <summary>Of a press that not all drills followed.</summary>
    public ExerciseOutcome? Outcome { get; private set; }

    public string? Refused { get; private set; }

    /// <summary>Of the next press: who presses a button twice has pressed once.</summary>
    public string Key { get; } = Guid.NewGuid().ToString();

    /// <summary>What would change anything in some drill as they stand.</summary>
    public IEnumerable<ExerciseAct> Possible => ExerciseAct.All.Where(act => Status.Drills.Any(drill => !drill.IsReached || act.Name switch
    {
        "start" => drill.Status == "lobby",
        "pause" => drill.Status == "running",
        "resume" => drill.Status is "paused" or "stopped",
        "stop" => drill.Status is "lobby" or "running" or "paused",
        _ => drill.Status is "running" or "paused" or "stopped",
    }));

    public async Task<IActionResult> OnGetAsync() => await Show();

    public async Task<IActionResult> OnPostActAsync(string? act, string? key)
    {
        if (await desk.Find(Id, User, HttpContext.RequestAborted) is not { } exercise)
            return NotFound();
        if (ExerciseAct.Find(act == StartAnyway ? "start" : act) is not { } chosen)
            return await Show(texts.Sentence("bad-act", HttpContext.Features.Get<UiChoice>()?.Language ?? Texts.Source, string.Join(", ", ExerciseAct.All.Select(one => one.Name))), StatusCodes.Status422UnprocessableEntity);
        // A key that is none of ours is left aside: an id of a command holds no space.
        var id = key is { Length: > 0 and <= LongestKey } && key.All(letter => char.IsAsciiLetterOrDigit(letter) || letter == '-') ? key : Key;
        Outcome = said.Explain(await control.Do(exercise, chosen, User, id, act == StartAnyway), HttpContext);
        return Outcome.IsWhole ? Redirect($"/exercises/{Id}") : await Show(said.Sentence(Outcome, HttpContext), StatusCodes.Status409Conflict);
    }

    private async Task<IActionResult> Show(string? refused = null, int status = StatusCodes.Status200OK)
    {
        Response.Headers.CacheControl = "no-store";
        if (await desk.Find(Id, User, HttpContext.RequestAborted) is not { } exercise)
            return NotFound();
        Refused = refused;
        Status = await desk.Status(exercise, HttpContext.RequestAborted);
        Response.StatusCode = status;
        return Page();
    }
}
