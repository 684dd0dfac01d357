using HanoiAcademy.Server.Language;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;

namespace HanoiAcademy.Server.Exercises.Pages;

/// <summary>The roll-call before StartEx: who has come, who is ready, how the links are.</summary>
internal sealed class RollModel(ExerciseDesk desk, RollBook rolls, ExerciseControl control, ExerciseTexts said, TimeProvider time) : PageModel
{
    [BindProperty(SupportsGet = true)]
    public string Id { get; set; } = "";

    public ExerciseSummary Exercise { get; private set; } = null!;

    public IReadOnlyList<RollOfDrill> Drills { get; private set; } = [];

    public string? Refused { get; private set; }

    /// <summary>When the drills were asked.</summary>
    public DateTimeOffset AsOf { get; private set; }

    public string Key { get; } = Guid.NewGuid().ToString();

    public int Seats => Drills.Sum(drill => drill.Seats.Count);

    public int Missing => Drills.Sum(drill => drill.Missing.Count());

    public async Task<IActionResult> OnGetAsync() => await Show();

    public async Task<IActionResult> OnPostCallAsync(string? key)
    {
        if (await desk.Find(Id, User, HttpContext.RequestAborted) is not { } exercise)
            return NotFound();
        var outcome = said.Explain(await control.Do(exercise, ExerciseAct.Roll, User, Guid.TryParse(key, out var own) ? own.ToString() : Key, anyway: true), HttpContext);
        return outcome.IsWhole ? Redirect($"/exercises/{Id}/roll") : await Show(said.Sentence(outcome, HttpContext), StatusCodes.Status409Conflict);
    }

    private async Task<IActionResult> Show(string? refused = null, int status = StatusCodes.Status200OK)
    {
        Response.Headers.CacheControl = "no-store";
        if (await desk.Find(Id, User, HttpContext.RequestAborted) is not { } exercise)
            return NotFound();
        Refused = refused;
        Exercise = ExerciseSummary.Of(exercise);
        AsOf = time.GetUtcNow();
        Drills = await rolls.Of(exercise, HttpContext.Features.Get<UiChoice>()?.Language ?? Texts.Source, HttpContext.RequestAborted);
        Response.StatusCode = status;
        return Page();
    }
}
