using HanoiAcademy.Drills.Commands;
using HanoiAcademy.Server.Agencies;
using HanoiAcademy.Storage.Accounts;
using HanoiAcademy.Storage.Drills;
using Microsoft.AspNetCore.Mvc.RazorPages;

namespace HanoiAcademy.Server.Drills.Pages;

internal sealed class IndexModel(IDrillCatalog catalog, ISeatingPlan plan, IAccountDirectory accounts) : PageModel
{
    private const int MostOfOthers = 100;

    /// <summary>All but those that somebody plays alone.</summary>
    public IReadOnlyList<DrillEntry> Drills { get; private set; } = [];

    /// <summary>What the viewer plays or has played alone.</summary>
    public IReadOnlyList<DrillEntry> Mine { get; private set; } = [];

    /// <summary>What others of the viewer's agencies do, for who instructs them; the latest, with the player's name.</summary>
    public IReadOnlyList<(DrillEntry Drill, string Player)> OfOthers { get; private set; } = [];

    public bool MayLaunch { get; private set; }

    private HashSet<string> _seated = [];
    private Viewer _viewer = Viewer.Nobody;

    public async Task OnGetAsync()
    {
        Response.Headers.CacheControl = "no-store";
        _viewer = Viewer.Of(User);
        MayLaunch = _viewer.HoldsSomewhere(Role.Instructor);
        var drills = await catalog.ListVisibleTo(_viewer.AccountId!, HttpContext.RequestAborted);
        Drills = [.. drills.Where(drill => !drill.IsAlone)];
        Mine = [.. drills.Where(drill => drill.IsAlone && drill.CreatedBy == _viewer.AccountId)];
        var others = drills.Where(drill => drill.IsAlone && drill.CreatedBy != _viewer.AccountId).Take(MostOfOthers).ToList();
        var names = (await accounts.Get([.. others.Select(drill => drill.CreatedBy).OfType<string>().Distinct()], HttpContext.RequestAborted)).ToDictionary(account => account.Id, account => account.DisplayName);
        OfOthers = [.. others.Select(drill => (drill, names.GetValueOrDefault(drill.CreatedBy ?? "", "")))];
        _seated = [.. (await plan.SeatsOf(_viewer.AccountId!, HttpContext.RequestAborted))
            .Where(holder => !new Actor(holder.Seat).IsControl).Select(holder => holder.DrillId)];
    }

    public bool Sits(DrillEntry drill) => _seated.Contains(drill.Id);

    /// <summary>Everything in the list that one does not sit in is there because one may look at it from the control room.</summary>
    public bool Controls(DrillEntry drill) => _viewer.Holds(Role.Instructor, drill.AgencyId) || !Sits(drill);
}
