using HanoiAcademy.Server.Agencies;
using HanoiAcademy.Server.Drills.Api;
using HanoiAcademy.Server.Drills.Closing;
using HanoiAcademy.Server.Language;
using Microsoft.AspNetCore.Mvc.RazorPages;

namespace HanoiAcademy.Server.Drills.Pages;

internal sealed class ScenariosModel(ScenarioShelf shelf) : PageModel
{
    public IReadOnlyList<ScenarioSummary> Scenarios { get; private set; } = [];

    public bool MayLaunch => Viewer.Of(User).HoldsSomewhere(Role.Instructor);

    /// <summary>He writes for some agency, and so may have a spreadsheet to begin from.</summary>
    public bool MayContribute => Viewer.Of(User).HoldsSomewhere(Role.Author);

    public async Task OnGetAsync()
    {
        // What is closed in a minute must not stand in somebody's cache.
        Response.Headers.CacheControl = "no-store";
        var language = HttpContext.Features.Get<UiChoice>()?.Language ?? Texts.Source;
        Scenarios = [.. (await shelf.List(Viewer.Of(User), HttpContext.RequestAborted)).Select(one => ScenarioSummary.Of(one.Pinned.Scenario, language, one.IsClosed))];
    }
}
