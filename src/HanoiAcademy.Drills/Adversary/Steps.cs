using System.Collections.Immutable;
using HanoiAcademy.Drills.Actions;
using HanoiAcademy.Drills.Events;
using HanoiAcademy.Drills.Indexes;
using HanoiAcademy.Drills.Scenarios;
using HanoiAcademy.Drills.State;
using HanoiAcademy.Drills.World;

namespace HanoiAcademy.Drills.Adversary;

/// <summary>
/// How a plan comes from step to step. A step runs as the action that it is; what is decided here is which step comes next, when the plan starts it,
/// and what foils it. The same way is kept while people play, so that the plan can go on from where they left.
/// </summary>
internal static class Steps
{
    /// <summary>At StartEx the steps come up that nothing leads to.</summary>
    public static void Begin(Turn turn)
    {
        foreach (var step in turn.Index.Steps.All)
            if (step.IsRoot && step.Step.After.IsEmpty)
                Open(turn, step);
    }

    /// <summary>A step that came up is looked at: it starts, or is blocked; blocked for too long it is given up.</summary>
    public static void Due(Turn turn, string id)
    {
        var step = turn.Index.Steps[id];
        var state = turn.State.Steps[id];
        if (state.Skipped)
        {
            turn.Emit(new StepSkipped(turn.At, id, "system"));
            GoOn(turn, step, step.Step.Then);
        }
        else if (state.Blocked)
        {
            turn.Emit(new StepGivenUp(turn.At, id), "step-given-up " + id);
            GoOn(turn, step, step.Step.Fallback);
        }
        else if (IsReady(turn.State, turn.Scenario, step, turn.At))
            ActionRuns.Begin(turn, step.Action, "system", null);
        else
            turn.Emit(new StepBlocked(turn.At, id, state.Until ?? turn.At + step.Step.PatienceMs));
    }

    /// <summary>What foils a step under way, and what lets a blocked one start.</summary>
    public static void ByCondition(Turn turn)
    {
        foreach (var n in turn.Pending.Take(Waiting.Step))
        {
            var step = turn.Index.Steps.All[n];
            if (turn.State.Actions.GetValueOrDefault(step.Id)?.Status == "running")
                Foil(turn, step);
            else if (turn.State.Steps.GetValueOrDefault(step.Id) is { Open: true, Blocked: true } && turn.State.Plans[step.Plan.Id].Goes && IsReady(turn.State, turn.Scenario, step, turn.At))
                ActionRuns.Begin(turn, step.Action, "system", null);
        }
    }

    /// <summary>Whether it is being carried out still; who starts against a response that stands is foiled at once.</summary>
    public static bool Begun(Turn turn, string action) => turn.Index.Steps.Find(action) is not { } step || !Foil(turn, step);

    /// <summary>An action has ended; if it is a step, the plan goes on from it.</summary>
    public static void Ended(Turn turn, string action, bool done)
    {
        if (turn.Index.Steps.Find(action) is { } step)
            GoOn(turn, step, done ? step.Step.Then : step.Step.Fallback);
    }

    /// <summary>The first branch that can be taken; and, if it is done or skipped, whatever waited for it. Also when its own effects ended the drill: it may be reopened.</summary>
    public static void GoOn(Turn turn, PlannedStep step, ImmutableArray<StepBranch> branches)
    {
        foreach (var branch in branches)
            if ((branch.When is not { } when || Conditions.Hold(turn.State, turn.Scenario, when, turn.At)) && Open(turn, turn.Index.Steps[branch.Step]))
                break;
        foreach (var follower in step.Followers)
            if (turn.Index.Steps[follower] is { IsRoot: true } next && turn.State.Steps.GetValueOrDefault(follower) is null or { Opened: 0 } && next.Step.After.All(x => IsPast(turn.State, x)))
                Open(turn, next);
    }

    /// <summary>Whether the plan would start it now.</summary>
    public static bool IsReady(DrillState state, Scenario scenario, PlannedStep step, long at) =>
        MayStart(state, scenario, step, at) && !(step.Step.FoiledBy is { } foiledBy && Conditions.Hold(state, scenario, foiledBy, at));

    /// <summary>The same, as far as its doers can know: not whether a response will foil it.</summary>
    public static bool MayStart(DrillState state, Scenario scenario, PlannedStep step, long at) =>
        (step.Step.When is not { } when || Conditions.Hold(state, scenario, when, at))
        && !ActionRuns.Blocks(state, scenario, step.Action, at).Any()
        && !ActionRuns.TooDear(state, scenario, step.Action, null, at);

    /// <summary>A branch leads to it at most as often as it may be repeated, so that no loop goes on for ever.</summary>
    private static bool Open(Turn turn, PlannedStep step)
    {
        var (state, run) = (turn.State.Steps.GetValueOrDefault(step.Id), turn.State.Actions.GetValueOrDefault(step.Id));
        if (state?.Open == true || run?.Status == "running" || state?.Opened >= step.Step.Repeat || run?.Times >= step.Step.Repeat)
            return false;
        turn.Emit(new StepOpened(turn.At, step.Id, Math.Max(turn.At + step.Step.WaitMs, ActionRuns.ReadyAt(step.Action, run) ?? 0)));
        return true;
    }

    private static bool Foil(Turn turn, PlannedStep step)
    {
        if (step.Step.FoiledBy is not { } foiledBy || !Conditions.Hold(turn.State, turn.Scenario, foiledBy, turn.At))
            return false;
        turn.Emit(new StepFoiled(turn.At, step.Id), "step-foiled " + step.Id);
        Effects.Apply(turn, step.Step.FoiledEffects);
        GoOn(turn, step, step.Step.Fallback);
        return true;
    }

    private static bool IsPast(DrillState state, string step) => state.Actions.GetValueOrDefault(step)?.EverDone == true || state.Steps.GetValueOrDefault(step)?.Skipped == true;
}
