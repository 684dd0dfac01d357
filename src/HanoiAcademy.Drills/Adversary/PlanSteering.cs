using HanoiAcademy.Drills.Actions;
using HanoiAcademy.Drills.Commands;
using HanoiAcademy.Drills.Events;
using HanoiAcademy.Drills.Indexes;
using HanoiAcademy.Drills.State;
using HanoiAcademy.Drills.World;

namespace HanoiAcademy.Drills.Adversary;

/// <summary>What controllers do to a plan, and what they keep people of its team from doing.</summary>
internal static class PlanSteering
{
    private static readonly string[] Players = ["auto", "plan", "people"];

    public static Refusal? Hold(Turn turn, string plan, Actor actor)
    {
        if (Find(turn, plan) is not { } state)
            return new Refusal("no-such-plan", plan);
        if (!state.Held)
            turn.Emit(new PlanHeld(turn.At, plan, actor.Id));
        return null;
    }

    public static Refusal? Resume(Turn turn, string plan, Actor actor)
    {
        if (Find(turn, plan) is not { } state)
            return new Refusal("no-such-plan", plan);
        if (state.Held)
            turn.Emit(new PlanResumed(turn.At, plan, actor.Id));
        return null;
    }

    public static Refusal? HandOver(Turn turn, HandOverPlan command, Actor actor)
    {
        if (Find(turn, command.Plan) is not { } state)
            return new Refusal("no-such-plan", command.Plan);
        if (!Players.Contains(command.PlayedBy))
            return new Refusal("bad-choice", string.Join(", ", Players));
        if (turn.Scenario.Adversary.First(p => p.Id == command.Plan).Team is null)
            return new Refusal("plan-without-team");
        if (state.PlayedBy != command.PlayedBy)
            turn.Emit(new PlanHandedOver(turn.At, command.Plan, command.PlayedBy, actor.Id));
        return null;
    }

    /// <summary>Passed over as if it were done, without its effects; one under way is broken off.</summary>
    public static Refusal? Skip(Turn turn, string id, Actor actor)
    {
        if (turn.Index.Steps.Find(id) is not { } step)
            return new Refusal("no-such-step", id);
        var (state, run) = (turn.State.Steps.GetValueOrDefault(id), turn.State.Actions.GetValueOrDefault(id));
        if (state is { Skipped: true, Open: false } && run?.Status != "running")
            return new Refusal("already-done");
        turn.Emit(new StepSkipped(turn.At, id, actor.Id), "step-skipped " + id);
        Steps.GoOn(turn, step, state?.Open == true || run?.Status == "running" ? step.Step.Then : []);
        return null;
    }

    /// <summary>Whatever it waits for. What a response stands against would be foiled at once, and what runs cannot be started.</summary>
    public static Refusal? Fire(Turn turn, string id, Actor actor)
    {
        if (turn.Index.Steps.Find(id) is not { } step)
            return new Refusal("no-such-step", id);
        if (turn.State.Actions.GetValueOrDefault(id)?.Status == "running")
            return new Refusal("already-running");
        if (step.Step.FoiledBy is { } foiledBy && Conditions.Hold(turn.State, turn.Scenario, foiledBy, turn.At))
            return new Refusal("step-foiled");
        ActionRuns.Begin(turn, step.Action, actor.Id, null);
        return null;
    }

    /// <summary>Why people may not start an action now because it is a step of a plan.</summary>
    public static Refusal? Refuse(DrillState state, PlannedStep step, int times) =>
        Standing(state, step) is { } not ? new Refusal(not) : times >= step.Step.Repeat ? new Refusal("no-more-tries") : null;

    /// <summary>Why people of the team may start no step of its plan at all; null when they may.</summary>
    public static string? Standing(DrillState state, PlannedStep step) =>
        state.Plans.GetValueOrDefault(step.Plan.Id) is { } plan ? plan.Held ? "plan-held" : plan.PlayedBy == "plan" ? "plan-plays" : null : null;

    private static PlanState? Find(Turn turn, string plan) => turn.State.Plans.GetValueOrDefault(plan);
}
