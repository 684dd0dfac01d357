using HanoiAcademy.Server.Agencies;
using HanoiAcademy.Server.Drills;
using HanoiAcademy.Server.Language;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;
using Microsoft.Extensions.Localization;

namespace HanoiAcademy.Server.Exercises.Pages;

internal sealed class ExerciseModel(
    ExerciseDesk desk, ExerciseControl control, RollBook rolls, BroadcastPost post, BroadcastList sent, LocalControllers local, ExerciseTexts said, RefusalTexts texts, IStringLocalizer words) : PageModel
{
    private const string StartAnyway = "start-anyway";
    private const string StartWithoutMissing = "start-without-missing";
    private const int LongestKey = 64;

    [BindProperty(SupportsGet = true)]
    public string Id { get; set; } = "";

    [BindProperty]
    public BroadcastForm Broadcast { get; set; } = new();

    public ExerciseStatus Status { get; private set; } = null!;

    /// <summary>Of a press that not all drills followed.</summary>
    public ExerciseOutcome? Outcome { get; private set; }

    /// <summary>Who is missing, where StartEx was pressed and not everybody is there.</summary>
    public IReadOnlyList<RollOfDrill> Missing { get; private set; } = [];

    /// <summary>A broadcast that is looked at before it leaves.</summary>
    public bool IsPreview { get; private set; }

    public IReadOnlyList<SentBroadcast> Sent { get; private set; } = [];

    public IReadOnlyList<LocalController> Local { get; private set; } = [];

    public string? Refused { get; private set; }

    /// <summary>Of the next press: who presses a button twice has pressed once.</summary>
    public string Key { get; } = Guid.NewGuid().ToString();

    public string UiLanguage => HttpContext.Features.Get<UiChoice>()?.Language ?? Texts.Source;

    /// <summary>What would change anything in some drill as they stand.</summary>
    public IEnumerable<ExerciseAct> Possible => ExerciseAct.All.Where(act => act != ExerciseAct.Roll && Status.Drills.Any(drill => !drill.IsReached || act.Name switch
    {
        "start" => drill.Status == "lobby",
        "pause" => drill.Status == "running",
        "resume" => drill.Status is "paused" or "stopped",
        "stop" => drill.Status is "lobby" or "running" or "paused",
        _ => drill.Status is "running" or "paused" or "stopped",
    }));

    public bool IsOver => Status.Drills.All(drill => drill.Status == "ended");

    public async Task<IActionResult> OnGetAsync() => await Show();

    public async Task<IActionResult> OnPostActAsync(string? act, string? key)
    {
        if (await desk.Find(Id, User, HttpContext.RequestAborted) is not { } exercise)
            return NotFound();
        if (ExerciseAct.Find(act is StartAnyway or StartWithoutMissing ? "start" : act) is not { } chosen)
            return await Show(texts.Sentence("bad-act", UiLanguage, string.Join(", ", ExerciseAct.All.Select(one => one.Name))), StatusCodes.Status422UnprocessableEntity);
        if (act == ExerciseAct.Start.Name)
        {
            Missing = [.. (await rolls.Of(exercise, UiLanguage, HttpContext.RequestAborted)).Where(drill => drill.Status == "lobby" && drill.Missing.Any())];
            if (Missing.Count > 0)
                return await Show(said.Missing(Missing, HttpContext)); // A question, not a refusal.
        }

        Outcome = said.Explain(await control.Do(exercise, chosen, User, Safe(key), act == StartAnyway), HttpContext);
        return Outcome.IsWhole ? Redirect($"/exercises/{Id}") : await Show(said.Sentence(Outcome, HttpContext), StatusCodes.Status409Conflict);
    }

    /// <summary>The first press shows what will be read, and by how many; nothing leaves.</summary>
    public async Task<IActionResult> OnPostPreviewAsync()
    {
        if (await desk.Find(Id, User, HttpContext.RequestAborted) is null)
            return NotFound();
        if (BroadcastPost.Wrong(Broadcast.Order(UiLanguage)) is { } wrong)
            return await Show(texts.Sentence(wrong.Code, UiLanguage, wrong.Word), StatusCodes.Status422UnprocessableEntity);
        IsPreview = true;
        return await Show();
    }

    public async Task<IActionResult> OnPostBroadcastAsync(string? key)
    {
        if (await desk.Find(Id, User, HttpContext.RequestAborted) is not { } exercise)
            return NotFound();
        var order = Broadcast.Order(UiLanguage);
        if (BroadcastPost.Wrong(order) is { } wrong)
            return await Show(texts.Sentence(wrong.Code, UiLanguage, wrong.Word), StatusCodes.Status422UnprocessableEntity);
        if (await post.Send(exercise, order, words["exercises.broadcast.from"], User, Safe(key)) is not { } outcome)
            return await Show(texts.Sentence("other", UiLanguage), StatusCodes.Status409Conflict);
        Outcome = said.Explain(outcome, HttpContext);
        return Outcome.IsWhole ? Redirect($"/exercises/{Id}#sent") : await Show(said.Sentence(Outcome, HttpContext), StatusCodes.Status409Conflict);
    }

    public async Task<IActionResult> OnPostAppointAsync(string? drill, string? userName)
    {
        if (await desk.Find(Id, User, HttpContext.RequestAborted) is not { } exercise)
            return NotFound();
        return await local.Appoint(exercise, drill, userName, Viewer.Of(User).AccountId!, HttpContext.RequestAborted) is { } code
            ? await Show(texts.Sentence(code, UiLanguage, userName ?? ""), StatusCodes.Status422UnprocessableEntity)
            : Redirect($"/exercises/{Id}#each");
    }

    public async Task<IActionResult> OnPostDismissAsync(string? drill, string? account)
    {
        if (await desk.Find(Id, User, HttpContext.RequestAborted) is not { } exercise || !await local.Dismiss(exercise, drill ?? "", account ?? "", HttpContext.RequestAborted))
            return NotFound();
        return Redirect($"/exercises/{Id}#each");
    }

    /// <summary>A key that is none of ours is left aside: an id of a command holds no space.</summary>
    private string Safe(string? key) => key is { Length: > 0 and <= LongestKey } && key.All(letter => char.IsAsciiLetterOrDigit(letter) || letter == '-') ? key : Key;

    private async Task<IActionResult> Show(string? refused = null, int status = StatusCodes.Status200OK)
    {
        Response.Headers.CacheControl = "no-store";
        if (await desk.Find(Id, User, HttpContext.RequestAborted) is not { } exercise)
            return NotFound();
        Refused = refused;
        Status = await desk.Status(exercise, HttpContext.RequestAborted);
        Sent = await sent.Of(exercise, HttpContext.RequestAborted);
        Local = await local.Of(exercise, HttpContext.RequestAborted);
        Response.StatusCode = status;
        return Page();
    }

    internal sealed class BroadcastForm
    {
        public string? Subject { get; set; } = "";

        public string? Body { get; set; } = "";

        public bool Urgent { get; set; }

        public BroadcastOrder Order(string language) => new(Subject ?? "", Body ?? "", Urgent ? "urgent" : "normal", language.StartsWith("qps", StringComparison.Ordinal) ? Texts.Source : language);
    }
}
