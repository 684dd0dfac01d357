using System.Globalization;
using HanoiAcademy.Server.Agencies;
using HanoiAcademy.Server.Drills.Api;
using HanoiAcademy.Server.Drills.Closing;
using HanoiAcademy.Server.Drills.Launch;
using HanoiAcademy.Server.Language;
using HanoiAcademy.Storage.Agencies;
using HanoiAcademy.Storage.Drills;
using HanoiAcademy.Storage.Scenarios;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;

namespace HanoiAcademy.Server.Drills.Pages;

internal sealed class ClosingModel(ScenarioShelf shelf, ScenarioCloser closer, LaunchAgency mine, IDrillCatalog catalog, IExercises exercises, RefusalTexts texts) : PageModel
{
    [BindProperty(SupportsGet = true)]
    public string Scenario { get; set; } = "";

    /// <summary>A slug; empty: the first of the viewer's.</summary>
    [BindProperty(SupportsGet = true)]
    public string? Agency { get; set; }

    [BindProperty]
    public string? Reason { get; set; }

    /// <summary>"hand", "date", "drill ID" or "exercise ID".</summary>
    [BindProperty]
    public string? Until { get; set; } = "hand";

    /// <summary>UTC, as a browser's field writes it.</summary>
    [BindProperty]
    public string? Date { get; set; }

    public ScenarioSummary Summary { get; private set; } = null!;

    /// <summary>Those of the viewer's agencies that keep it closed, with the words for until when.</summary>
    public IReadOnlyList<(Agency Agency, ClosedScenario Closed, string Until)> Closed { get; private set; } = [];

    /// <summary>How many other agencies do.</summary>
    public int Others { get; private set; }

    public IReadOnlyList<Agency> Mine { get; private set; } = [];

    public Agency? Chosen { get; private set; }

    public ClosingChoices Choices { get; private set; } = new([], []);

    public string? Refused { get; private set; }

    private string Language => HttpContext.Features.Get<UiChoice>()?.Language ?? Texts.Source;

    public async Task<IActionResult> OnGetAsync() => await Fill() ? Page() : NotFound();

    public async Task<IActionResult> OnPostCloseAsync()
    {
        var (order, refused) = Order();
        return await Answer(refused ?? await closer.Close(Scenario, order, Viewer.Of(User)));
    }

    public async Task<IActionResult> OnPostOpenAsync() => await Answer(await closer.Open(Scenario, Agency ?? "", Viewer.Of(User)));

    private async Task<IActionResult> Answer(LaunchRefusal? refused)
    {
        // An agency that is not his, and a scenario that is not there, are nothing to him.
        if (refused is { Code: "not-of-this-agency" or "unknown-scenario" })
            return NotFound();
        if (refused is null)
            return Redirect($"/scenarios/{Scenario}/closing");
        Refused = texts.Sentence(refused.Code, Language, refused.Word);
        Response.StatusCode = StatusCodes.Status422UnprocessableEntity;
        return await Fill() ? Page() : NotFound();
    }

    private (ClosingOrder Order, LaunchRefusal? Refusal) Order()
    {
        var order = new ClosingOrder { Agency = Agency ?? "", Reason = Reason ?? "" };
        return (Until ?? "").Split(' ', 2) switch
        {
            ["hand"] => (order, null),
            ["drill", var id] => (order with { UntilDrill = id }, null),
            ["exercise", var id] => (order with { UntilExercise = id }, null),
            ["date"] when DateTimeOffset.TryParseExact(Date, ["yyyy-MM-ddTHH:mm", "yyyy-MM-ddTHH:mm:ss"], CultureInfo.InvariantCulture, DateTimeStyles.AssumeUniversal, out var until)
                => (order with { Until = until }, null),
            ["date"] => (order, new LaunchRefusal("bad-date-to-open")),
            _ => (order, new LaunchRefusal("bad-until")),
        };
    }

    private async Task<bool> Fill()
    {
        Response.Headers.CacheControl = "no-store";
        var viewer = Viewer.Of(User);
        if (await shelf.Find(Scenario, viewer, HttpContext.RequestAborted) is not { } found)
            return false;
        Summary = ScenarioSummary.Of(found.Pinned.Scenario, Language, found.IsClosed);
        Mine = await mine.All(viewer);
        if (string.IsNullOrEmpty(Agency))
            Agency = Mine.FirstOrDefault()?.Slug;
        Chosen = Mine.FirstOrDefault(agency => agency.Slug == Agency);
        if (Chosen is null)
            return false;
        Choices = await closer.Choices(Scenario, Chosen.Id, viewer);
        var closed = new List<(Agency, ClosedScenario, string)>();
        foreach (var one in found.Closed)
            if (Mine.FirstOrDefault(agency => agency.Id == one.AgencyId) is { } agency)
                closed.Add((agency, one, await Words(one)));
        Closed = closed;
        Others = found.Closed.Count - closed.Count;
        return true;
    }

    private async Task<string> Words(ClosedScenario one) =>
        one.UntilDrill is { } drill ? (await catalog.Get(drill, HttpContext.RequestAborted))?.Title ?? drill
        : one.UntilExercise is { } exercise ? (await exercises.Get(exercise, HttpContext.RequestAborted))?.Title ?? exercise
        : one.UntilWall is { } until ? DrillTimes.Wall(until)
        : "";
}
