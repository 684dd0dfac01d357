using System.Collections.Immutable;
using HanoiAcademy.Content.Scenarios;
using HanoiAcademy.Server.Agencies;
using HanoiAcademy.Server.Contributions.Launch;
using HanoiAcademy.Server.Drills;
using HanoiAcademy.Server.Drills.Api;
using HanoiAcademy.Server.Drills.Closing;
using HanoiAcademy.Server.Drills.Launch;
using HanoiAcademy.Server.Language;
using HanoiAcademy.Storage.Agencies;
using HanoiAcademy.Storage.Drills;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;

namespace HanoiAcademy.Server.Exercises.Pages;

internal sealed class IndexModel(
    IExercises exercises, ScenarioLibrary library, ContributedScenarios contributed, ExerciseLauncher launcher, LaunchAgency mine, IAgencies agencies, ScenarioCloser closer, RefusalTexts texts) : PageModel
{
    [BindProperty]
    public Form Input { get; set; } = new();

    public IReadOnlyList<ExerciseEntry> Exercises { get; private set; } = [];

    public IReadOnlyList<ScenarioSummary> Scenarios { get; private set; } = [];

    public IReadOnlyList<Launchable> Contributions { get; private set; } = [];

    public IReadOnlyList<Agency> Mine { get; private set; } = [];

    public IReadOnlyList<Agency> Others { get; private set; } = [];

    public string? Refused { get; private set; }

    private string Language => HttpContext.Features.Get<UiChoice>()?.Language ?? Texts.Source;

    public Task OnGetAsync() => Fill();

    public async Task<IActionResult> OnPostAsync()
    {
        var viewer = Viewer.Of(User);
        if (await mine.Choose(viewer, Input.Agency ?? "", Input.Scenario ?? "") is not { } agency)
            return await Again(new LaunchRefusal(LaunchAgency.Refusal(Input.Scenario ?? "")));
        var launched = await launcher.Launch(Input.Order(), viewer.AccountId!, agency);
        if (Input.KeepClosed && launched.Exercise is { } closes)
            await closer.CloseUntilEndOf(closes, viewer);
        return launched.Exercise is { } exercise ? Redirect($"/exercises/{exercise.Id}") : await Again(launched.Refusal!);
    }

    private async Task<IActionResult> Again(LaunchRefusal refusal)
    {
        Refused = texts.Sentence(refusal.Code, Language, refusal.Word);
        Response.StatusCode = StatusCodes.Status422UnprocessableEntity;
        await Fill();
        return Page();
    }

    private async Task Fill()
    {
        var viewer = Viewer.Of(User);
        Response.Headers.CacheControl = "no-store";
        Exercises = await exercises.ListVisibleTo(viewer.AccountId!, HttpContext.RequestAborted);
        Scenarios = [.. library.All.Select(pinned => ScenarioSummary.Of(pinned.Scenario, Language))];
        Contributions = await contributed.All(viewer, HttpContext.RequestAborted);
        Mine = await mine.All(viewer);
        Others = [.. (await agencies.List(HttpContext.RequestAborted)).Where(agency => Mine.Count > 1 || Mine.All(own => own.Id != agency.Id))];
    }

    internal sealed class Form
    {
        public string? Scenario { get; set; } = "";

        public string? Title { get; set; } = "";

        public string? Agency { get; set; } = "";

        /// <summary>"name", "name | agency, agency" or "name | agency | controller, controller", one a line.</summary>
        public string? Drills { get; set; } = "";

        public int Speed { get; set; } = 1;

        public bool Guests { get; set; }

        public bool SimulateEmptySeats { get; set; }

        public bool KeepClosed { get; set; }

        public string? AfterCrash { get; set; } = "pause";

        public string? NoController { get; set; } = "go-on";

        public string? Comparison { get; set; } = ComparisonLevel.Nothing;

        public ExerciseOrder Order() => new()
        {
            Scenario = Scenario ?? "",
            Title = Title ?? "",
            Speed = Speed,
            Guests = Guests,
            AfterCrash = AfterCrash ?? "",
            NoController = NoController ?? "",
            SimulateEmptySeats = SimulateEmptySeats,
            Comparison = Comparison ?? "",
            KeepClosed = KeepClosed,
            Drills = [.. (Drills ?? "").Split('\n').Where(line => !string.IsNullOrWhiteSpace(line)).Select(Member)],
        };

        private static ExerciseMember Member(string line)
        {
            var parts = line.Split('|', 3, StringSplitOptions.TrimEntries);
            return new ExerciseMember { Name = parts[0], Agencies = Words(1), Controllers = Words(2) };

            ImmutableArray<string> Words(int n) => parts.Length <= n ? [] : [.. parts[n].Split(',', StringSplitOptions.TrimEntries | StringSplitOptions.RemoveEmptyEntries)];
        }
    }
}
