using System.Collections.Immutable;
using HanoiAcademy.Drills.Events;
using HanoiAcademy.Drills.Indexes;
using HanoiAcademy.Drills.Scenarios;
using HanoiAcademy.Drills.State;

namespace HanoiAcademy.Drills.Adversary;

/// <summary>What events leave of plans and their steps.</summary>
internal static class AdversaryEvents
{
    public static DrillState Evolve(DrillState s, Scenario scenario, DrillEvent e) => e switch
    {
        StepOpened x => Step(s, x.Step, step => step with { Open = true, Blocked = false, Due = x.Due, Until = null, OpenedAt = x.At, Opened = step.Opened + 1 }),
        StepBlocked x => Step(s, x.Step, step => step with { Blocked = true, Until = x.Until }),
        StepGivenUp x => Step(s, x.Step, step => step with { Open = false, Blocked = false, GivenUpAt = x.At }),
        StepFoiled x => Step(Ended(s, x.Step, "foiled", x.At), x.Step, step => step with { Foiled = step.Foiled + 1, FoiledAt = x.At, Noise = [] }),
        StepSkipped x => Step(Ended(x.Seat == "system" ? s : Drill.Note(s, x.At, x.Seat, "step-skipped", x.Step), x.Step, "cancelled", x.At), x.Step,
            step => step with { Open = false, Blocked = false, Skipped = true, Noise = [] }),
        NoiseMade x => Step(s, x.Step, step => step with { Noise = step.Noise.RemoveAll(n => n.Noise == x.Noise && n.Nth == x.Nth), Made = step.Made.Add(new NoiseOut(x.Noise, x.Nth, x.At, x.Noticed)) }),
        PlanHeld x => Weigh(Plan(Drill.Note(s, x.At, x.Seat, "plan-held", x.Plan), x.Plan, plan => plan with { Held = true }), scenario, x.At),
        PlanResumed x => Weigh(Plan(Drill.Note(s, x.At, x.Seat, "plan-resumed", x.Plan), x.Plan, plan => plan with { Held = false }), scenario, x.At),
        PlanHandedOver x => Weigh(Plan(Drill.Note(s, x.At, x.Seat, "plan-to-" + x.PlayedBy, x.Plan), x.Plan, plan => plan with { PlayedBy = x.PlayedBy }), scenario, x.At),
        _ => s,
    };

    /// <summary>An action has started; if it is a step, it is no longer waited for, and its noise begins.</summary>
    public static DrillState Started(DrillState s, Scenario scenario, ActionStarted x)
    {
        if (ScenarioIndex.Of(scenario).Steps.Find(x.Action) is not { } step)
            return s;
        var noise = step.Step.Noise.Select((n, i) => new NoiseToCome(x.At + n.AfterMs, i, x.Nth));
        s = Step(s, x.Action, was => was with { Open = false, Blocked = false, Noise = [.. was.Noise.Concat(noise).OrderBy(n => n.Due).ThenBy(n => n.Nth).ThenBy(n => n.Noise)] });
        return x.Seat.StartsWith("control.", StringComparison.Ordinal) ? Drill.Note(s, x.At, x.Seat, "step-fired", x.Action) : s;
    }

    /// <summary>What was called off makes no more noise.</summary>
    public static DrillState Cancelled(DrillState s, string action) => s.Steps.ContainsKey(action) ? Step(s, action, step => step with { Noise = [] }) : s;

    /// <summary>Whether each plan goes on by itself may depend on who sits where. While it does not, its clock stands.</summary>
    public static DrillState Weigh(DrillState s, Scenario scenario, long at)
    {
        foreach (var plan in scenario.Adversary)
        {
            var was = s.Plans.GetValueOrDefault(plan.Id) ?? new PlanState();
            var goes = Goes(s, plan, was);
            if (s.Plans.ContainsKey(plan.Id) && was.Goes == goes)
                continue;
            s = s with { Plans = s.Plans.SetItem(plan.Id, was with { Goes = goes, StoppedAt = goes ? null : at }) };
            if (goes && was.StoppedAt is { } stopped)
                s = plan.Steps.Aggregate(s, (now, step) => now.Steps.TryGetValue(step.Id, out var waiting) && waiting.Open ? Step(now, step.Id, w => Later(w, at, stopped)) : now);
        }

        return s;
    }

    /// <summary>What waited goes on waiting for as long as it still had to; what was blocked is looked at anew.</summary>
    private static StepState Later(StepState step, long at, long stopped)
    {
        var stood = at - Math.Max(stopped, step.OpenedAt);
        return step with { Blocked = false, Due = step.Blocked ? at : step.Due + stood, Until = step.Until + stood };
    }

    private static bool Goes(DrillState s, AdversaryPlan plan, PlanState state) => !state.Held && state.PlayedBy switch
    {
        "plan" => true,
        "people" => false,
        _ => plan.Team is not { } team || s.Rulings.IsOut(team) || !s.Seats.Any(x => x.Value.Holder != "free" && x.Key.StartsWith(team + ".", StringComparison.Ordinal)),
    };

    private static DrillState Ended(DrillState s, string step, string status, long at) =>
        s.Actions.TryGetValue(step, out var run) && run.Status == "running" ? s with { Actions = s.Actions.SetItem(step, run with { Status = status, EndsAt = at }) } : s;

    private static DrillState Step(DrillState s, string id, Func<StepState, StepState> change) =>
        s with { Steps = s.Steps.SetItem(id, change(s.Steps.GetValueOrDefault(id) ?? new StepState())) };

    private static DrillState Plan(DrillState s, string id, Func<PlanState, PlanState> change) =>
        s with { Plans = s.Plans.SetItem(id, change(s.Plans.GetValueOrDefault(id) ?? new PlanState())) };
}
