using HanoiAcademy.Content.Scenarios;
using HanoiAcademy.Server.Agencies;
using HanoiAcademy.Server.Contributions.Launch;
using HanoiAcademy.Server.Drills.Api;
using HanoiAcademy.Server.Drills.Closing;
using HanoiAcademy.Server.Drills.Launch;
using HanoiAcademy.Server.Improvements;
using HanoiAcademy.Server.Language;
using HanoiAcademy.Storage.Agencies;
using HanoiAcademy.Storage.Improvements;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;

namespace HanoiAcademy.Server.Drills.Pages;

internal sealed class LaunchModel(
    ScenarioLibrary library, ContributedScenarios contributed, DrillLauncher launcher, ScenarioCloser closer, LaunchAgency mine, IAgencies agencies, ImprovementDesk improvements, RefusalTexts texts)
    : PageModel
{
    [BindProperty]
    public Form Input { get; set; } = new();

    public IReadOnlyList<ScenarioSummary> Scenarios { get; private set; } = [];

    public IReadOnlyList<Launchable> Contributions { get; private set; } = [];

    public IReadOnlyList<Agency> Mine { get; private set; } = [];

    public IReadOnlyList<Agency> Others { get; private set; } = [];

    /// <summary>What earlier drills left to be done: of the scenario that was chosen on the way here, else of all.</summary>
    public IReadOnlyList<ImprovementAction> StillOpen { get; private set; } = [];

    public string? Refused { get; private set; }

    private string Language => HttpContext.Features.Get<UiChoice>()?.Language ?? Texts.Source;

    public async Task OnGetAsync(string? scenario)
    {
        Input.Scenario = scenario ?? "";
        StillOpen = await improvements.StillOpen(Viewer.Of(User), Input.Scenario, HttpContext.RequestAborted);
        await Fill();
    }

    public async Task<IActionResult> OnPostAsync()
    {
        var viewer = Viewer.Of(User);
        if (await mine.Choose(viewer, Input.Agency ?? "", Input.Scenario ?? "") is not { } agency)
            return await Again(LaunchAgency.Refusal(Input.Scenario ?? ""));
        var launched = await launcher.Launch(Input.Order(), viewer.AccountId, agency);
        if (Input.KeepClosed && launched.Drill is { } closes)
            await closer.CloseUntilEndOf(closes, viewer);
        return launched.Drill is { } drill ? Redirect($"/drills/{drill.Id}/control") : await Again(launched.Code!, launched.Word);
    }

    private async Task<IActionResult> Again(string code, string word = "")
    {
        Refused = texts.Sentence(code, Language, word);
        await Fill();
        Response.StatusCode = StatusCodes.Status422UnprocessableEntity;
        return Page();
    }

    private async Task Fill()
    {
        Scenarios = [.. library.All.Select(pinned => ScenarioSummary.Of(pinned.Scenario, Language))];
        Contributions = await contributed.All(Viewer.Of(User), HttpContext.RequestAborted);
        Mine = await mine.All(Viewer.Of(User));
        Others = [.. (await agencies.List(HttpContext.RequestAborted)).Where(agency => Mine.Count > 1 || Mine.All(own => own.Id != agency.Id))];
    }

    internal sealed class Form
    {
        public string Scenario { get; set; } = "";

        public string Title { get; set; } = "";

        public string Agency { get; set; } = "";

        public int Speed { get; set; } = 1;

        public bool Guests { get; set; }

        public string AfterCrash { get; set; } = "pause";

        public string NoController { get; set; } = "go-on";

        public string Sharing { get; set; } = HanoiAcademy.Drills.Control.Sharing.Own;

        public bool SimulateEmptySeats { get; set; }

        public bool KeepClosed { get; set; }

        public List<string> Agencies { get; set; } = [];

        public LaunchOrder Order() => new()
        {
            Scenario = Scenario ?? "",
            Title = Title ?? "",
            Agency = Agency ?? "",
            Speed = Speed,
            Guests = Guests,
            AfterCrash = AfterCrash,
            NoController = NoController,
            Sharing = Sharing ?? "",
            SimulateEmptySeats = SimulateEmptySeats,
            KeepClosed = KeepClosed,
            Agencies = [.. Agencies.Where(slug => slug != Agency)],
        };
    }
}
