using System.Collections.Immutable;
using HanoiAcademy.Drills.Commands;
using HanoiAcademy.Drills.Events;
using HanoiAcademy.Drills.Scenarios;
using HanoiAcademy.Drills.State;

namespace HanoiAcademy.Drills.Forks;

/// <summary>
/// A finished drill goes on from one of its moments as a drill of its own. Its log is the first's up to there, row by row and unchanged, then
/// <see cref="DrillForked"/>: the clock stands, whoever sat is gone, simulated players stay. The seed is in the past, so what comes has the luck it had.
/// </summary>
public static class Forking
{
    /// <summary>
    /// The last row of a finished drill that lies wholly at or before drill ms <paramref name="at"/> and left the exercise begun and not ended: nothing
    /// happens between two rows, so no state of the drill lies nearer. Refused: not-ended, never-started, no-such-moment (its word: the drill's last second).
    /// </summary>
    /// <param name="rows">Every row of the log, in order.</param>
    public static (ForkPoint? Point, Refusal? Refusal) Find(Scenario scenario, IEnumerable<(long Version, ImmutableArray<DrillEvent> Events)> rows, long at)
    {
        var state = DrillState.Empty;
        ForkPoint? point = null;
        foreach (var (version, events) in rows)
        {
            foreach (var e in events)
                state = Drill.Evolve(state, scenario, e);
            if (state.At <= at && state is { Started: true, Status: not "ended" })
                point = new ForkPoint(version, state);
        }

        if (state.Status != "ended")
            return (null, new Refusal("not-ended"));
        if (!state.Started)
            return (null, new Refusal("never-started"));
        return point is null || at > state.At ? (null, new Refusal("no-such-moment", Clock.Moment.Of(state.At))) : (point, null);
    }

    /// <summary>What parts the past from what is to come; the first row that is the fork's own.</summary>
    /// <param name="alone">One person plays it on, among simulated players.</param>
    public static DrillForked Fork(ForkPoint point, string from, bool alone = false) => new(point.State.At, from, point.Version, alone ? true : null);

    internal static DrillState Evolve(DrillState s, DrillForked x) => Drill.Note(s, x.At, "system", "forked", x.From) with
    {
        Status = "paused",
        By = "system",
        Why = "forked",
        ForkedAt = x.At,

        // A fork has control, also of a drill that one person played alone: what only suited him alone does not go on among teams. Unless it is played alone
        // again: then there is nobody to keep anything from, and it waits for its player.
        Alone = x.Alone == true,
        Sharing = x.Alone == true ? Control.Sharing.All : s.Alone ? DrillState.Empty.Sharing : s.Sharing,
        NoController = x.Alone == true ? "pause" : s.Alone ? DrillState.Empty.NoController : s.NoController,
        Seats = s.Seats.SetItems(s.Seats.Where(seat => seat.Value.Holder == "person").Select(seat => KeyValuePair.Create(seat.Key, seat.Value with { Holder = "free", Ready = false, Since = x.At, Handover = null }))),
    };
}
