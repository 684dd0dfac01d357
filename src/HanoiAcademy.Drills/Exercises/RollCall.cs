using HanoiAcademy.Drills.Commands;
using HanoiAcademy.Drills.Events;

namespace HanoiAcademy.Drills.Exercises;

/// <summary>Control calls the roll; every lobby tests its link anew and says how it went.</summary>
internal static class RollCall
{
    public const int LongestRoundTripMs = 600_000;
    public const int MostBytes = 100_000_000;

    public static Refusal? Call(Turn turn, Actor actor)
    {
        turn.Emit(new RollCalled(turn.At, actor.Id));
        return null;
    }

    public static Refusal? Report(Turn turn, ReportLink command, Actor actor)
    {
        if (command.RoundTripMs is < 0 or > LongestRoundTripMs || command.Bytes is < 0 or > MostBytes)
            return new Refusal("bad-link-test");
        turn.Emit(new LinkReported(turn.At, actor.Id, command.RoundTripMs, command.Bytes));
        return null;
    }
}
