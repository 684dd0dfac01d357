using HanoiAcademy.Server.Agencies;
using HanoiAcademy.Storage.Agencies;
using HanoiAcademy.Storage.Improvements;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;

namespace HanoiAcademy.Server.Improvements.Pages;

internal sealed class IndexModel(ImprovementDesk desk, IImprovements improvements) : PageModel
{
    public const string Open = "open";
    public const string Overdue = "overdue";

    /// <summary>open, overdue, all, or a state.</summary>
    [BindProperty(SupportsGet = true)]
    public string Show { get; set; } = Open;

    /// <summary>Only what was found in this drill.</summary>
    [BindProperty(SupportsGet = true)]
    public string Drill { get; set; } = "";

    public IReadOnlyList<(Agency Agency, IReadOnlyList<ImprovementAction> All, IReadOnlyList<ImprovementAction> Shown)> Plans { get; private set; } = [];

    /// <summary>What is the viewer's to see to where he does not read the plan.</summary>
    public IReadOnlyList<ImprovementAction> Own { get; private set; } = [];

    public static IEnumerable<string> Choices => [Open, Overdue, "all", .. ImprovementAction.States];

    public bool IsOverdue(ImprovementAction one) => desk.IsOverdue(one);

    public async Task OnGetAsync()
    {
        Response.Headers.CacheControl = "no-store";
        var (viewer, cancel) = (Viewer.Of(User), HttpContext.RequestAborted);
        var plans = new List<(Agency, IReadOnlyList<ImprovementAction>, IReadOnlyList<ImprovementAction>)>();
        foreach (var agency in await desk.Agencies(viewer, cancel))
        {
            var all = await improvements.Of(agency.Id, cancel);
            plans.Add((agency, all, [.. all.Where(IsShown)]));
        }

        Plans = plans;
        Own = [.. (await desk.Own(viewer, cancel)).Where(one => plans.All(plan => plan.Item1.Id != one.AgencyId))];
    }

    private bool IsShown(ImprovementAction one) => (Drill.Length == 0 || one.DrillId == Drill) && Show switch
    {
        Open => one.IsOpen,
        Overdue => desk.IsOverdue(one),
        "all" => true,
        _ => one.State == Show,
    };
}
