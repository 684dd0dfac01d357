using HanoiAcademy.Drills.Actions;
using HanoiAcademy.Drills.Adversary;
using HanoiAcademy.Drills.Commands;
using HanoiAcademy.Drills.Indexes;
using HanoiAcademy.Drills.Scenarios;
using HanoiAcademy.Drills.State;
using HanoiAcademy.Drills.World;

namespace HanoiAcademy.Drills.Views;

internal static class ActViews
{
    /// <summary>The actions of the team's roles. What an action will change is not foretold, and no reason is drawn from what the team cannot see.</summary>
    public static IEnumerable<(string, ViewRecord)> Actions(DrillState state, Scenario scenario, Sight sight)
    {
        foreach (var a in scenario.Actions)
            if (Action(state, scenario, sight, a) is { } view)
                yield return ("action:" + a.Id, view);
    }

    public static ViewRecord? Action(DrillState state, Scenario scenario, Sight sight, ActionDefinition a)
    {
        if (!a.By.Any(r => new Actor(r).Team == sight.TeamId))
            return null;
        var run = state.Actions.GetValueOrDefault(a.Id);
        var step = ScenarioIndex.Of(scenario).Steps.Find(a.Id);
        var left = step is null ? int.MaxValue : Math.Max(0, step.Step.Repeat - (run?.Times ?? 0));
        var ready = ActionRuns.ReadyAt(a, run) is { } at && at > state.At ? at : (long?)null;
        var blocks = ActionRuns.Blocks(state, scenario, a, state.At).Select(sight.Say).ToArray();
        var status = run?.Status switch
        {
            "running" => "running",
            "done" when !a.Repeat => "done",
            _ when blocks.Length > 0 || ready is not null || ActionRuns.TooDear(state, scenario, a, sight.TeamRole, state.At) => "blocked",
            "failed" or "foiled" => "failed",
            _ => "ready",
        };
        var result = run?.Status switch { "done" => sight.SayOrNull(a.DoneText), "failed" or "foiled" => sight.SayOrNull(a.FailText), _ => null };
        return new ActionView(a.Id, sight.Say(a.Name), sight.Say(a.About), sight.Say(a.Group), a.DurationMs, a.RestsOn, status,
            [.. blocks], a.By.Contains(sight.TeamRole) && !state.Rulings.IsOut(sight.TeamId) && status is ("ready" or "failed") && left > 0 && (step is null || PlanSteering.Standing(state, step) is null), run?.Seat, run?.StartedAt, run?.EndsAt, result, ready,
            a.Costs.IsEmpty ? null : [.. Costs(state, scenario, a, sight)], a.Fields.IsEmpty ? null : QuestionViews.Fields(a.Fields, sight), run?.Answers,
            step is null ? null : new PlannedView(step.Plan.Id, step.Step.Techniques, state.Steps.GetValueOrDefault(a.Id)?.Open == true, left));
    }

    private static IEnumerable<CostView> Costs(DrillState state, Scenario scenario, ActionDefinition action, Sight sight) =>
        from cost in action.Costs
        where sight.All || Visibility.Sees(state, scenario, sight.TeamRole, "meter", cost.Meter)
        select new CostView(cost.Meter, sight.Say(scenario.Meters.First(m => m.Id == cost.Meter).Name), cost.Amount);

    /// <summary>For control: the forms that players filled in.</summary>
    public static IEnumerable<(string, ViewRecord)> Filled(DrillState state, Scenario scenario, Sight sight)
    {
        foreach (var a in scenario.Actions)
            if (FilledIn(state, sight, a) is { } view)
                yield return ("action:" + a.Id, view);
    }

    public static ViewRecord? FilledIn(DrillState state, Sight sight, ActionDefinition a) =>
        state.Actions.GetValueOrDefault(a.Id) is { Answers: not null } run
            ? new ActionView(a.Id, sight.Say(a.Name), sight.Say(a.About), sight.Say(a.Group), a.DurationMs, a.RestsOn, run.Status is "running" or "failed" ? run.Status : "done",
                    [], false, run.Seat, run.StartedAt, run.EndsAt, null, null, null, QuestionViews.Fields(a.Fields, sight), run.Answers)
            : null;

    public static IEnumerable<(string, ViewRecord)> Decisions(DrillState state, Scenario scenario, Sight sight)
    {
        foreach (var d in scenario.Decisions)
            if (Decision(state, sight, d) is { } view)
                yield return ("decision:" + d.Id, view);
    }

    public static ViewRecord? Decision(DrillState state, Sight sight, Decision d)
    {
        if (!state.Decisions.TryGetValue(d.Id, out var s) || !(sight.All || d.By.Any(r => new Actor(r).Team == sight.TeamId)))
            return null;
        var taken = d.Options.FirstOrDefault(o => o.Id == s.Option);
        return new DecisionView(d.Id, sight.Say(d.Title), sight.Say(d.Body.Html), [.. d.Options.Select(o => new OptionView(o.Id, sight.Say(o.Name)))],
            s.Status, s.Status == "open" && d.By.Contains(sight.TeamRole) && !state.Rulings.IsOut(sight.TeamId), s.OpenedAt, state.Rulings.AllOut(d.By) ? null : s.Deadline, s.Option, s.Seat, s.Reason.Length == 0 ? null : s.Reason,
            taken is null ? null : sight.SayOrNull(taken.Consequence), d.RestsOn,
            [.. d.By.Where(r => sight.All || new Actor(r).Team == sight.TeamId)]);
    }
}
