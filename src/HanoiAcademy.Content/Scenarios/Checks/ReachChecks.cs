using HanoiAcademy.Content.Problems;
using HanoiAcademy.Content.Scenarios.Reading;

namespace HanoiAcademy.Content.Scenarios.Checks;

/// <summary>What is written but can never happen.</summary>
internal static class ReachChecks
{
    public static void Run(Checked c)
    {
        var reach = c.Reach;
        var delivered = AllEffects.Delivered(c.Scenario);
        foreach (var inject in c.Scenario.Injects.Where(i => !reach.Inject(i.Id) && (i.When is not null || delivered.Contains(i.Id))))
            c.Wrong(Thing.Inject, inject.Id, "when", "inject-unreachable", "Nothing that can happen in this scenario delivers this inject; look at its ‘when’ and at what names it, or make it a contingency.", Severity.Warning);
        foreach (var pool in c.Scenario.Pools.Where(p => !reach.Possible(p.When)))
            c.Wrong(Thing.Pool, pool.Id, "when", "pool-unreachable", "This can never hold, so nothing is ever drawn from the pool; correct ‘when’.", Severity.Warning);
        foreach (var pool in c.Scenario.Pools.Where(p => p.When is null && (p.Until ?? p.From) > reach.LastMs))
            c.Wrong(Thing.Pool, pool.Id, "until", "after-the-end", "The drill has ended before this time; draw earlier or move the end.", Severity.Warning);
        foreach (var inject in c.Scenario.Injects.Where(i => i.At > reach.LastMs))
            c.Wrong(Thing.Inject, inject.Id, "at", "after-the-end", "The drill has ended before this time; deliver it earlier or move the end.", Severity.Warning);
        foreach (var action in c.Scenario.Actions.Where(a => !reach.Action(a.Id) && !c.Register.Has(Thing.Step, a.Id)))
            c.Wrong(Thing.Action, action.Id, "requires", "action-unreachable", "What this action requires can never hold, so nobody can start it; correct ‘requires’.", Severity.Warning);
        foreach (var decision in c.Scenario.Decisions.Where(d => !reach.Decision(d.Id)))
            c.Wrong(Thing.Decision, decision.Id, decision.When is null ? "id" : "when", "decision-never-opens", "Nothing opens this decision: give it an at, a when that can hold, or an effect { open: … } that can happen.");
        foreach (var objective in c.Scenario.Objectives.Where(o => !o.IsJudgedByPeople && !reach.Possible(o.When)))
            c.Wrong(Thing.Objective, objective.Id, "when", "objective-unreachable", "This can never hold, so the team cannot win the objective; correct ‘when’ or what should lead to it.");
        foreach (var objective in c.Scenario.Objectives.Where(o => o.By > reach.LastMs))
            c.Wrong(Thing.Objective, objective.Id, "by", "after-the-end", "The drill has ended before this time; name an earlier one or leave ‘by’ out.", Severity.Warning);
        foreach (var objective in c.Scenario.Objectives.Where(o => !reach.Possible(o.Measure?.From)))
            c.Wrong(Thing.Objective, objective.Id, "measure", "objective-unreachable", "What the measure counts from can never hold, so nobody can win the objective; correct ‘from’.");
        foreach (var questionnaire in c.Scenario.Questionnaires.Where(q => !reach.Possible(q.When)))
            c.Wrong(Thing.Questionnaire, questionnaire.Id, "when", "questionnaire-never-opens", "This can never hold, so nobody is ever asked; correct ‘when’.", Severity.Warning);
        foreach (var penalty in c.Scenario.Penalties.Where(p => !reach.Possible(p.When)))
            c.Wrong(Thing.Penalty, penalty.Id, "when", "penalty-unreachable", "This can never hold, so the penalty is empty; correct ‘when’ or what should lead to it.");
        foreach (var incoming in c.Scenario.IncomingRequests.Where(i => !reach.Incoming(i.Id)))
            c.Wrong(Thing.IncomingRequest, incoming.Id, "id", "incoming-never-arrives", "No effect { receive: … } that can happen brings this request; add one to an inject, or remove the request.", Severity.Warning);
        foreach (var item in c.Scenario.Evidence.Where(e => !reach.SeenByAnyone("evidence", e.Id)))
            c.Wrong(Thing.Evidence, item.Id, "seenBy", "evidence-never-seen", "No team can ever see this; attach it to an inject, reveal it by an effect, or name teams in seenBy.", Severity.Warning);
        foreach (var data in c.Scenario.DataSets.Where(d => !reach.SeenByAnyone("data", d.Id)))
            c.Wrong(Thing.DataSet, data.Id, "knownTo", "data-never-known", "No team can ever come to know of this data set; reveal it by an effect { reveal: { data: … } }, or name teams in knownTo.", Severity.Warning);
        foreach (var flag in c.Scenario.Flags.Where(f => !reach.FlagEverSet(f.Id)))
            c.Wrong(Thing.Flag, flag.Id, "id", "flag-never-set", "No effect that can happen sets this flag; set it, or remove it.", Severity.Warning);
    }
}
