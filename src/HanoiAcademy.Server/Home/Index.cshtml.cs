using HanoiAcademy.Server.Agencies;
using HanoiAcademy.Server.Hosting;
using HanoiAcademy.Server.Improvements;
using HanoiAcademy.Storage.Drills;
using Microsoft.AspNetCore.Mvc.RazorPages;
using Microsoft.Extensions.Options;

namespace HanoiAcademy.Server.Home;

internal sealed class IndexModel(IDrillCatalog catalog, ImprovementDesk improvements, IOptions<HostingOptions> hosting) : PageModel
{
    /// <summary>In a demo, the way into the drill that is running: whoever opens the page has something to play.</summary>
    public string? DemoCode { get; private set; }

    /// <summary>What of improvement plans waits for who is signed in; null where nothing does.</summary>
    public PlanAtHome? Plan { get; private set; }

    public async Task OnGetAsync(CancellationToken cancel)
    {
        if (hosting.Value.Demo)
            DemoCode = (await catalog.ListNotEnded(cancel)).LastOrDefault(drill => drill.IsDemo)?.JoinCode;
        if (Viewer.Of(User) is { IsSignedIn: true } viewer)
            Plan = await improvements.AtHome(viewer, cancel);
    }
}
