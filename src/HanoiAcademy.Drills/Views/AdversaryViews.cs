using HanoiAcademy.Drills.Indexes;
using HanoiAcademy.Drills.Scenarios;
using HanoiAcademy.Drills.State;

namespace HanoiAcademy.Drills.Views;

/// <summary>Plans: control sees all of them and their steps; a team that may play one sees how it stands, and its steps among its actions.</summary>
internal static class AdversaryViews
{
    public static IEnumerable<(string, ViewRecord)> Plans(DrillState state, Scenario scenario, Sight sight)
    {
        foreach (var plan in scenario.Adversary)
            if (sight.All || plan.Team == sight.TeamId)
                yield return ("adversary:" + plan.Id, Plan(state, scenario, sight, plan));
    }

    public static IEnumerable<(string, ViewRecord)> Steps(DrillState state, Scenario scenario, Sight sight)
    {
        var all = ScenarioIndex.Of(scenario).Steps.All;
        for (var n = 0; n < all.Length; n++)
            yield return ("step:" + all[n].Id, Step(state, sight, all[n], n + 1));
    }

    private static AdversaryView Plan(DrillState state, Scenario scenario, Sight sight, AdversaryPlan plan)
    {
        var stands = state.Plans.GetValueOrDefault(plan.Id) ?? new PlanState();
        var team = scenario.Teams.FirstOrDefault(t => t.Id == plan.Team);
        var word = !state.Started ? "waits" : stands.Held ? "held" : !stands.Goes ? "people" : plan.Steps.Any(s => IsOnItsWay(state, s.Id)) ? "goes" : "over";
        return new AdversaryView(plan.Id, sight.Say(plan.Name), plan.Attack, plan.Ics, plan.Team, team is null ? null : sight.Say(team.Name), word, stands.PlayedBy);
    }

    private static bool IsOnItsWay(DrillState state, string step) =>
        state.Steps.GetValueOrDefault(step) is { Open: true } || state.Actions.GetValueOrDefault(step)?.Status == "running";

    public static AdversaryStepView Step(DrillState state, Sight sight, PlannedStep p, int n)
    {
        var run = state.Actions.GetValueOrDefault(p.Id);
        var step = state.Steps.GetValueOrDefault(p.Id) ?? new StepState();
        var (word, at, until) =
            run?.Status == "running" ? ("running", run.StartedAt, run.EndsAt)
            : step.Open ? step.Blocked ? ("blocked", step.OpenedAt, step.Until) : ("next", step.OpenedAt, step.Due)
            : step.GivenUpAt is { } given && !(run?.StartedAt >= given) ? ("given-up", given, null)
            : step.Skipped && run?.Status != "done" ? ("skipped", null, null)
            : run is not null ? (run.Status, run.EndsAt, null)
            : ("far", (long?)null, (long?)null);
        return new AdversaryStepView(p.Id, p.Plan.Id, n, sight.Say(p.Action.Name), p.Step.Techniques, word, at, until, run?.Seat, run?.Times ?? 0, step.Made.Count(m => m.Noticed), step.Made.Count(m => !m.Noticed));
    }
}
