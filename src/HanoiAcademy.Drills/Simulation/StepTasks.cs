using HanoiAcademy.Drills.Adversary;
using HanoiAcademy.Drills.Commands;
using HanoiAcademy.Drills.Indexes;
using HanoiAcademy.Drills.Scenarios;
using HanoiAcademy.Drills.State;

namespace HanoiAcademy.Drills.Simulation;

/// <summary>
/// Simulated attackers do what their plan comes to, and its fall-back when they cannot for too long. However poor the players of a rehearsal are, they
/// leave nothing out: the response is what is rehearsed.
/// </summary>
internal static class StepTasks
{
    public static IEnumerable<SimulatedTask> Of(DrillState state, Scenario scenario, SeatPlan plan)
    {
        foreach (var step in plan.Steps)
        {
            if (state.Steps.GetValueOrDefault(step.Id) is not { Open: true, Due: { } due } || state.Actions.GetValueOrDefault(step.Id)?.Status == "running")
                continue;
            if (CanStart(state, scenario, step))
                yield return Start(state, plan, step, due);
            else if (step.Step.PatienceMs is { } patience)
                foreach (var branch in step.Step.Fallback)
                    if (ScenarioIndex.Of(scenario).Steps.Find(branch.Step) is { } other && other.Id != step.Id && CanStart(state, scenario, other))
                        yield return Start(state, plan, other, due + patience);
        }
    }

    private static SimulatedTask Start(DrillState state, SeatPlan plan, PlannedStep step, long since) => new(1, since,
        Skill.Thinks(state, plan.Seat, FormattableString.Invariant($"step {step.Id} {state.Actions.GetValueOrDefault(step.Id)?.Times ?? 0}"), 10, 40), new StartAction(step.Id));

    private static bool CanStart(DrillState state, Scenario scenario, PlannedStep step) =>
        state.Actions.GetValueOrDefault(step.Id) is var run && run?.Status != "running" && (run?.Times ?? 0) < step.Step.Repeat
        && PlanSteering.Standing(state, step) is null && Steps.MayStart(state, scenario, step, state.At);
}
