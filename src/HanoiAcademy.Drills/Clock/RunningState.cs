using HanoiAcademy.Drills.Commands;
using HanoiAcademy.Drills.Events;

namespace HanoiAcademy.Drills.Clock;

/// <summary>Pause, resume, speed, the stop for a real event, and waking after a crash.</summary>
internal static class RunningState
{
    public static Refusal? Pause(Turn turn, Actor actor)
    {
        if (turn.State.Status != "running")
            return new Refusal("not-running");
        turn.Emit(new DrillPaused(turn.At, actor.Id, actor.IsSystem ? "no-controller" : "control"));
        return null;
    }

    public static Refusal? Resume(Turn turn, Actor actor)
    {
        if (turn.State.Status is not ("paused" or "stopped"))
            return new Refusal("not-paused");
        turn.Emit(new DrillResumed(turn.At, actor.Id));
        return null;
    }

    public static Refusal? SetSpeed(Turn turn, SetSpeed command, Actor actor)
    {
        if (!Commands.SetSpeed.Speeds.Contains(command.Speed))
            return new Refusal("no-such-speed", string.Join(", ", Commands.SetSpeed.Speeds));
        if (turn.State.Status is "ended" or "none")
            return new Refusal("drill-ended");
        if (turn.State.Speed != command.Speed)
            turn.Emit(new SpeedSet(turn.At, actor.Id, command.Speed));
        return null;
    }

    /// <summary>The room moves its clock there and works off what is due on the way, as if that time had passed.</summary>
    public static Refusal? Jump(Turn turn, JumpTo command, Actor actor)
    {
        if (!turn.State.IsRunning)
            return new Refusal("not-running");
        if (command.To <= turn.At || command.To - turn.At > FarthestJump)
            return new Refusal("bad-jump");
        turn.Emit(new ClockJumped(turn.At, actor.Id, command.To));
        return null;
    }

    private const long FarthestJump = 24 * 3_600_000;

    /// <summary>Anyone may; it pauses at once and says who.</summary>
    public static Refusal? Stop(Turn turn, Actor actor)
    {
        if (turn.State.Status is not ("running" or "paused" or "lobby"))
            return new Refusal("not-running");
        turn.Emit(new DrillStopped(turn.At, actor.Id));
        return null;
    }

    /// <summary>The drill stands at the lease's end; what then happens was chosen at launch.</summary>
    public static Refusal? Recover(Turn turn, Actor actor)
    {
        if (!turn.State.IsRunning)
            return new Refusal("not-running");
        turn.Emit(new DrillRecovered(turn.At));
        if (turn.State.AfterCrash == "pause")
            turn.Emit(new DrillPaused(turn.At, actor.Id, "recovered"));
        return null;
    }
}
