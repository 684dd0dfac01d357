using HanoiAcademy.Drills.Commands;
using HanoiAcademy.Drills.Control;
using HanoiAcademy.Drills.Replays;
using HanoiAcademy.Server.Drills.Closing;
using HanoiAcademy.Server.Drills.Seats;
using HanoiAcademy.Storage.Drills;

namespace HanoiAcademy.Server.Drills.Replay;

/// <summary>Through whose eyes somebody may look back. What is seen through them is <see cref="Drills.Rooms.SeatAudiences"/>' matter, as it was while it was played.</summary>
internal sealed class ReplayEyes(ScenarioShelf shelf)
{
    /// <summary>Who plays alone is all there is of control, and sees what control would have seen.</summary>
    private const string AlonesControl = "control.director.1";

    /// <summary>
    /// Seats, one's own first; none where there is nothing to look back on (yet). Controllers always, and into the seats that they may look into live. Players once the drill has
    /// ended, as far as control chose, and not while its scenario is kept closed: others have still to play it.
    /// </summary>
    public async Task<IReadOnlyList<string>> Of(DrillCaller caller, Recording recording, CancellationToken cancel)
    {
        if (caller.ControlSeat is { } control)
            return [control, .. Seats(recording).Where(seat => caller.MayLookAt(seat, recording.Scenario))];
        if (caller.Drill.Status != DrillStatus.Ended || await shelf.IsClosed(caller.Drill.ScenarioId, cancel))
            return [];
        var own = caller.PlayerSeat!;
        if (caller.PlaysAlone)
            return [own, AlonesControl, .. Seats(recording).Where(seat => seat != own)];
        return [.. Seats(recording).Where(seat => ReplaySharing.Shows(Chosen(recording), own, seat)).OrderBy(seat => seat != own)];
    }

    /// <summary>
    /// Whether he may see all that there is of a finished drill, and so may have its whole past for a drill of his own: its directors, who played it alone, and players to whom control
    /// shows everything of everybody.
    /// </summary>
    public async Task<bool> SeeAll(DrillCaller caller, Recording recording, CancellationToken cancel) =>
        caller.Drill.Status == DrillStatus.Ended && recording.Break is null && (caller.IsDirector || (caller.ControlSeat is null && !await shelf.IsClosed(caller.Drill.ScenarioId, cancel)
            && (caller.PlaysAlone || recording.Last is { Sharing: Sharing.All, ReplaySharing: ReplaySharing.All })));

    /// <summary>Behind a damaged row a narrower choice may stand that cannot be read.</summary>
    private static string Chosen(Recording recording) =>
        recording.Break is null || recording.Last.ReplaySharing == ReplaySharing.Nobody ? recording.Last.ReplaySharing : ReplaySharing.Own;

    private static IEnumerable<string> Seats(Recording recording) => SeatPlace.All(recording.Scenario, [], "").Select(place => place.Seat);

    /// <summary>No controller may learn from anything but his view what others did; nor may a player.</summary>
    public static bool IsControls(string seat) => new Actor(seat).IsControl;
}
