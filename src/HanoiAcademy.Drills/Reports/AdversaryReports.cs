using HanoiAcademy.Drills.Events;
using HanoiAcademy.Drills.Indexes;
using HanoiAcademy.Drills.Scenarios;
using HanoiAcademy.Drills.Simulation;
using HanoiAcademy.Drills.State;

namespace HanoiAcademy.Drills.Reports;

/// <summary>Nobody but control saw it while it happened; afterwards all may learn from it.</summary>
internal static class AdversaryReports
{
    public static IEnumerable<PlanReport> Of(DrillState state, Scenario scenario, IReadOnlyList<LoggedRow> rows, Func<Text, string> say, Reach reach)
    {
        var steps = ScenarioIndex.Of(scenario).Steps;
        foreach (var plan in scenario.Adversary.Where(p => reach.All || (p.Team is { } team && reach.Has(team))))
            yield return new PlanReport(plan.Id, say(plan.Name), plan.Attack, plan.Ics, scenario.Teams.FirstOrDefault(t => t.Id == plan.Team) is { } team ? say(team.Name) : null,
                [.. rows.SelectMany(r => r.Events).Select(e => Line(state, steps, plan, e, say)).OfType<PlanLine>()]);
    }

    private static PlanLine? Line(DrillState state, StepIndex steps, AdversaryPlan plan, DrillEvent e, Func<Text, string> say)
    {
        var (id, what, by) = e switch
        {
            ActionStarted x => (x.Action, "started", x.Seat),
            ActionFinished x => (x.Action, "done", null),
            ActionFailed x => (x.Action, "failed", null),
            ActionCancelled x => (x.Action, "cancelled", x.Seat),
            StepFoiled x => (x.Step, "foiled", null),
            StepGivenUp x => (x.Step, "given-up", null),
            StepSkipped x => (x.Step, "skipped", x.Seat),
            NoiseMade x => (x.Step, x.Noticed ? "noticed" : "missed", null),
            _ => ("", "", (string?)null),
        };
        if (id.Length == 0 || steps.Find(id) is not { } step || step.Plan.Id != plan.Id)
            return null;
        var line = new PlanLine(e.At, id, say(step.Action.Name), step.Step.Techniques, what, by);
        return e is not NoiseMade made ? line : line with
        {
            About = step.Step.Noise[made.Noise].About is { IsEmpty: false } about ? say(about) : null,
            ReadAt = made.Noticed ? ReadAt(state, step.Step.Noise[made.Noise]) : null,
        };
    }

    private static long? ReadAt(DrillState state, StepNoise noise)
    {
        var injects = noise.Effects.OfType<DeliverInject>().Select(i => " " + i.Inject).ToList();
        return state.Read.Where(r => injects.Any(i => r.Key.EndsWith(i, StringComparison.Ordinal))).Select(r => (long?)r.Value).Min();
    }
}
