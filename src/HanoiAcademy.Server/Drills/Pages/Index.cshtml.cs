using HanoiAcademy.Drills.Commands;
using HanoiAcademy.Server.Agencies;
using HanoiAcademy.Storage.Drills;
using Microsoft.AspNetCore.Mvc.RazorPages;

namespace HanoiAcademy.Server.Drills.Pages;

internal sealed class IndexModel(IDrillCatalog catalog, ISeatingPlan plan) : PageModel
{
    public IReadOnlyList<DrillEntry> Drills { get; private set; } = [];

    public bool MayLaunch { get; private set; }

    private HashSet<string> _seated = [];
    private Viewer _viewer = Viewer.Nobody;

    public async Task OnGetAsync()
    {
        _viewer = Viewer.Of(User);
        MayLaunch = _viewer.HoldsSomewhere(Role.Instructor);
        Drills = await catalog.ListVisibleTo(_viewer.AccountId!, HttpContext.RequestAborted);
        _seated = [.. (await plan.SeatsOf(_viewer.AccountId!, HttpContext.RequestAborted))
            .Where(holder => !new Actor(holder.Seat).IsControl).Select(holder => holder.DrillId)];
    }

    public bool Sits(DrillEntry drill) => _seated.Contains(drill.Id);

    /// <summary>Everything in the list that one does not sit in is there because one may look at it from the control room.</summary>
    public bool Controls(DrillEntry drill) => drill.CreatedBy == _viewer.AccountId || _viewer.Holds(Role.Instructor, drill.AgencyId) || !Sits(drill);
}
