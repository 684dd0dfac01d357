using HanoiAcademy.Drills.Scenarios;
using HanoiAcademy.Server.Agencies;
using HanoiAcademy.Server.Drills.Alone;
using HanoiAcademy.Server.Drills.Api;
using HanoiAcademy.Server.Drills.Closing;
using HanoiAcademy.Server.Figures;
using HanoiAcademy.Server.Language;
using HanoiAcademy.Storage.Drills;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;

namespace HanoiAcademy.Server.Drills.Pages;

/// <summary>
/// What strangers may read of a scenario: title, summary, who plays in it. What happens, what is expected and what it is scored by they learn by playing.
/// </summary>
internal sealed class ScenarioModel(ScenarioShelf shelf, IDrillCatalog catalog, ScenarioMedians medians) : PageModel
{
    [BindProperty(SupportsGet = true)]
    public string Scenario { get; set; } = "";

    public ScenarioSummary Summary { get; private set; } = null!;

    /// <summary>Name of a team and of its State, and of its roles with how many seats each has.</summary>
    public IReadOnlyList<(string Name, string State, IReadOnlyList<(string Name, int Seats)> Roles)> Teams { get; private set; } = [];

    /// <summary>The viewer's own drills of it that he plays or has played alone, newest first.</summary>
    public IReadOnlyList<DrillEntry> Mine { get; private set; } = [];

    /// <summary>People beside simulated players; for those who launch.</summary>
    public MediansOfScenario? Medians { get; private set; }

    public bool IsSignedIn => Viewer.Of(User).IsSignedIn;

    public bool MayLaunch => Viewer.Of(User).HoldsSomewhere(Agencies.Role.Instructor);

    public async Task<IActionResult> OnGetAsync()
    {
        Response.Headers.CacheControl = "no-store";
        var viewer = Viewer.Of(User);
        if (await shelf.Find(Scenario, viewer, HttpContext.RequestAborted) is not { } found)
            return NotFound();
        var (scenario, language) = (found.Pinned.Scenario, HttpContext.Features.Get<UiChoice>()?.Language ?? Texts.Source);
        Summary = ScenarioSummary.Of(scenario, language, found.IsClosed);
        string Say(Text text) => text.In(language, scenario.Language);
        Teams = [.. AloneRoles.Teams(scenario).Select(team => (Say(team.Name), scenario.States.FirstOrDefault(state => state.Id == team.State) is { } state ? Say(state.Name) : "",
            (IReadOnlyList<(string, int)>)[.. team.Roles.Select(role => (Say(role.Name), role.Seats))]))];
        if (viewer.AccountId is { } account)
            Mine = [.. (await catalog.ListAloneOf(account, HttpContext.RequestAborted)).Where(drill => drill.ScenarioId == scenario.Id)];
        if (MayLaunch)
            Medians = await medians.Of(found.Pinned, viewer, language, HttpContext.RequestAborted);
        return Page();
    }
}
