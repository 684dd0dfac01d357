using System.Collections.Immutable;
using HanoiAcademy.Drills.Commands;
using HanoiAcademy.Drills.Events;

namespace HanoiAcademy.Drills.Control;

/// <summary>
/// Through whose eyes players may look back once the drill has ended: nobody's, own (each his own seat's), team (the seats of his team), all (every seat). What was shown is
/// never more than that seat saw. Controllers look back whatever is chosen.
/// </summary>
public static class ReplaySharing
{
    public const string Nobody = "nobody";
    public const string Own = "own";
    public const string Team = "team";
    public const string All = "all";

    public static readonly ImmutableArray<string> Words = [Nobody, Own, Team, All];

    /// <summary>Whether one who sat in <paramref name="seat"/> may look through the eyes of <paramref name="other"/>; both are players' seats.</summary>
    /// <param name="sharing">One of <see cref="Words"/>; what is not is taken for nobody.</param>
    public static bool Shows(string sharing, string seat, string other) => sharing switch
    {
        Own => seat == other,
        Team => new Actor(seat).Team == new Actor(other).Team,
        All => true,
        _ => false,
    };

    internal static Refusal? Set(Turn turn, SetReplaySharing command, Actor actor)
    {
        if (!Words.Contains(command.Replay))
            return new Refusal("bad-choice", string.Join(", ", Words));
        if (turn.State.Status == "none")
            return new Refusal("not-launched");
        if (turn.State.ReplaySharing != command.Replay)
            turn.Emit(new ReplaySharingSet(turn.At, actor.Id, command.Replay));
        return null;
    }
}
