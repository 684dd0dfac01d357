using HanoiAcademy.Drills.Events;
using HanoiAcademy.Drills.Scoring;

namespace HanoiAcademy.Drills.Clock;

/// <summary>Lets happen what is due, in order, each at its own time however late the tick.</summary>
internal static class Time
{
    /// <summary>False when more is due up to <paramref name="upTo"/> than one command may hold; the rest keeps its time and waits for the next tick.</summary>
    public static bool Advance(Turn turn, long upTo)
    {
        while (turn.State.IsRunning && DueItems.Next(turn.State, turn.Scenario) is { } due && due.At <= upTo)
        {
            if (!turn.HasRoomForMore)
                return false;
            var before = turn.Count;
            turn.ByClock(Math.Max(due.At, turn.State.At), due.Story);
            // Before anything happens: once the clock stands at a moment, it no longer lies ahead.
            if (DueItems.LooksAt(turn.State, turn.Scenario) <= turn.At)
                turn.Pending.AddTimed(turn.State, turn.Index, turn.At);
            due.Do?.Invoke(turn, due.Id);
            Consequences.Follow(turn);
            if (turn.State.At < turn.At)
                turn.Emit(new TimePassed(turn.At));
            // Else it would stay due for ever and this loop with it.
            if (turn.Count == before)
                throw new InvalidOperationException($"{due.What} {due.Id} is due at {due.At} and nothing comes of it.");
        }

        turn.ByClock(Math.Max(upTo, turn.State.At));
        return true;
    }

    public static Commands.Refusal? Tick(Turn turn, long at)
    {
        if (!turn.State.IsRunning)
            return new Commands.Refusal("not-running");
        if (Advance(turn, at) && turn.State.IsRunning && turn.State.At < at)
            turn.Emit(new TimePassed(at));
        return null;
    }
}
