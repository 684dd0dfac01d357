using HanoiAcademy.Drills.Clock;
using HanoiAcademy.Drills.Commands;
using HanoiAcademy.Drills.Events;
using HanoiAcademy.Drills.Indexes;
using HanoiAcademy.Drills.Scenarios;
using HanoiAcademy.Drills.Scoring;
using HanoiAcademy.Drills.State;
using HanoiAcademy.Drills.World;

namespace HanoiAcademy.Drills.Control;

/// <summary>Launch, StartEx and EndEx.</summary>
internal static class StartAndEnd
{
    public static Refusal? Launch(Turn turn, LaunchDrill command)
    {
        if (turn.State.Status != "none")
            return new Refusal("already-launched");
        if (command.Scenario != turn.Scenario.Id)
            return new Refusal("wrong-scenario", command.Scenario);
        if (command.AfterCrash is not ("pause" or "go-on") || command.NoController is not ("pause" or "go-on"))
            return new Refusal("bad-choice", command.AfterCrash + ", " + command.NoController);
        turn.Emit(new DrillLaunched(0, command.Scenario, command.ContentSha256, command.Seed, command.AfterCrash, command.NoController, command.Alone ? true : null));
        return null;
    }

    public static Refusal? Start(Turn turn)
    {
        if (turn.State.Status != "lobby")
            return new Refusal("not-in-lobby");
        turn.Emit(new ExerciseStarted(0), "exercise-started");
        Injects.InjectFlow.ScheduleDated(turn);
        Adversary.Steps.Begin(turn);
        return null;
    }

    public static Refusal? End(Turn turn, Actor actor)
    {
        // Who plays alone may give up before he has begun: nobody else would ever end it.
        if (turn.State.Status is not ("running" or "paused" or "stopped") && !(turn.State.Alone && turn.State.Status == "lobby"))
            return new Refusal("not-running");
        Objectives.Close(turn);
        Forms.Questionnaires.AtEnd(turn);
        turn.Emit(new ExerciseEnded(turn.At, actor.Id), "exercise-ended");
        Exercises.Paper.AfterEnd(turn);
        return null;
    }

    public static void EndByRule(Turn turn, string end)
    {
        if (!turn.State.IsRunning)
            return;
        Objectives.Close(turn);
        Forms.Questionnaires.AtEnd(turn);
        turn.Emit(new ExerciseEnded(turn.At, "system", end), "exercise-ended " + end);
        Exercises.Paper.AfterEnd(turn);
    }

    /// <summary>The room allows it for fifteen minutes; what was missed because of the end stays missed.</summary>
    public static Refusal? Reopen(Turn turn, Actor actor)
    {
        if (turn.State.Status != "ended")
            return new Refusal("not-ended");
        turn.Emit(new ExerciseReopened(turn.At, actor.Id));
        return null;
    }

    /// <summary>An end by the clock, if it is still to come.</summary>
    public static DueItem? Due(DrillState state, End end) =>
        // Something else may have happened at that very moment already; but a drill that was reopened does not end again at once.
        end.At is { } at && at >= state.At && !(state.ClosedAt >= at) ? new DueItem(at, DueItem.End, 0, "end", end.Id, EndByRule) : null;

    public static void ByCondition(Turn turn)
    {
        foreach (var n in turn.Pending.Take(Waiting.End))
            if (turn.Scenario.Ends[n] is { When: { } when } end && turn.State.IsRunning && Conditions.Hold(turn.State, turn.Scenario, when, turn.At))
                EndByRule(turn, end.Id);
    }
}
