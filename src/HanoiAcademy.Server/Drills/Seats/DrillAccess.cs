using System.Globalization;
using System.Security.Claims;
using HanoiAcademy.Drills.Commands;
using HanoiAcademy.Server.Agencies;
using HanoiAcademy.Server.Drills.Closing;
using HanoiAcademy.Storage.Drills;

namespace HanoiAcademy.Server.Drills.Seats;

/// <summary>
/// Who somebody is in a drill. Launchers and instructors of its agency direct it, unless one was given another part in it; whoever was made a controller is one;
/// instructors of an agency that was admitted observe; everybody else is what the seating plan says.
/// </summary>
internal sealed class DrillAccess(IDrillCatalog catalog, ISeatingPlan plan, IDrillControllers controllers, ScenarioShelf shelf, TimeProvider time)
{
    private const string Launcher = "control.director.1";

    /// <summary>Null when there is no such drill or nothing in it for him: the two must look alike.</summary>
    public async Task<DrillCaller?> Find(string drillId, ClaimsPrincipal user, CancellationToken cancel = default)
    {
        if (await catalog.Get(drillId, cancel) is not { } drill)
            return null;
        var viewer = Viewer.Of(user);
        // What one plays alone rests while its scenario is closed; a drill with control goes on, for it may be what it is closed for.
        if (drill.IsAlone && !Access.MaySeeClosedScenarios(viewer) && await shelf.IsClosed(drill.ScenarioId, cancel))
            return null;
        var seated = await plan.Who(drillId, cancel);
        var mine = seated.Where(holder => viewer.IsSignedIn && holder.AccountId == viewer.AccountId).Select(holder => holder.Seat).ToList();
        var player = mine.Find(seat => !IsControl(seat)) ?? GuestSeat(drillId, user, seated);
        var control = await ControlSeat(drill, viewer, seated, mine, cancel);
        return player is null && control is null ? null : new DrillCaller(drill, player, control);
    }

    private static string? GuestSeat(string drillId, ClaimsPrincipal user, IReadOnlyList<SeatHolder> seated) =>
        SeatCookie.Of(user) is { } cookie && cookie.Drill == drillId && !IsControl(cookie.Seat)
        && seated.Any(holder => holder.Seat == cookie.Seat && holder.RejoinWordHash == cookie.RejoinWordHash)
            ? cookie.Seat
            : null;

    /// <summary>The role of this moment decides; the seat he had only keeps its number.</summary>
    private async Task<string?> ControlSeat(DrillEntry drill, Viewer viewer, IReadOnlyList<SeatHolder> seated, List<string> mine, CancellationToken cancel)
    {
        if (!viewer.IsSignedIn)
            return null;
        var directs = viewer.Holds(Role.Instructor, drill.AgencyId);
        if (directs && drill.CreatedBy == viewer.AccountId)
            return Launcher;

        var prefix = await controllers.Find(drill.Id, viewer.AccountId!, cancel) is { } part ? SeatsOf(part)
            : directs ? "control.director."
            : (await catalog.Agencies(drill.Id, cancel)).Any(agency => viewer.Holds(Role.Instructor, agency)) ? "control.observer."
            : null;
        if (prefix is null)
            return null;
        // The launcher's is the first, whether he is here or not.
        var first = prefix == "control.director." ? 2 : 1;
        return mine.Find(seat => IsOf(seat, prefix)) ?? await TakeControlSeat(drill.Id, viewer.AccountId!, prefix, first, seated);
    }

    /// <summary>What the seats of a controller's part begin with.</summary>
    public static string SeatsOf(DrillController part) => part.Team is { } team ? $"control.{part.Role}.{team}." : $"control.{part.Role}.";

    /// <summary>
    /// Each controller has a seat of his own, so that the log tells them apart. Two who come at once draw different numbers. A seat that was acted from and is free again, as when its
    /// holder was erased, is nobody's: whoever came next would stand beside what another did.
    /// </summary>
    private async Task<string> TakeControlSeat(string drillId, string accountId, string prefix, int first, IReadOnlyList<SeatHolder> seated)
    {
        for (var n = first; ; n++)
        {
            var seat = string.Create(CultureInfo.InvariantCulture, $"{prefix}{n}");
            if (seated.Any(holder => holder.Seat == seat) || await plan.HasActed(drillId, seat))
                continue;
            if (await plan.Take(new SeatHolder { DrillId = drillId, Seat = seat, AccountId = accountId, Since = time.GetUtcNow() }))
                return seat;
        }
    }

    private static bool IsOf(string seat, string prefix) =>
        seat.StartsWith(prefix, StringComparison.Ordinal) && int.TryParse(seat[prefix.Length..], NumberStyles.None, CultureInfo.InvariantCulture, out _);

    private static bool IsControl(string seat) => new Actor(seat).IsControl;
}
