using HanoiAcademy.Content.Scenarios;
using HanoiAcademy.Server.Agencies;
using HanoiAcademy.Server.Drills.Api;
using HanoiAcademy.Server.Language;
using Microsoft.AspNetCore.Mvc.RazorPages;

namespace HanoiAcademy.Server.Drills.Pages;

internal sealed class ScenariosModel(ScenarioLibrary library) : PageModel
{
    public IReadOnlyList<ScenarioSummary> Scenarios { get; private set; } = [];

    public bool MayLaunch => Viewer.Of(User).HoldsSomewhere(Role.Instructor);

    public void OnGet()
    {
        var language = HttpContext.Features.Get<UiChoice>()?.Language ?? Texts.Source;
        Scenarios = [.. library.All.Select(pinned => ScenarioSummary.Of(pinned.Scenario, language))];
    }
}
