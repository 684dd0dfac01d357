using System.Collections.Immutable;
using HanoiAcademy.Drills.Scenarios;

namespace HanoiAcademy.Drills.Indexes;

/// <summary>A step with its plan and the action that it is. IsRoot: the first of its plan, or no other step branches to it; Followers: steps that come after it; Watched: what may foil it or let it start; LuckOf: whose luck it has, whoever carries it out.</summary>
internal sealed record PlannedStep(AdversaryPlan Plan, AdversaryStep Step, ActionDefinition Action, bool IsRoot, ImmutableArray<string> Followers, Condition Watched)
{
    public string Id => Step.Id;

    public string LuckOf => Plan.Team ?? "plan " + Plan.Id;
}

/// <summary>The steps of all plans, in the scenario's order and by id.</summary>
internal sealed class StepIndex
{
    private readonly ById<PlannedStep> byId;

    public StepIndex(Scenario scenario, ById<ActionDefinition> actions)
    {
        All = [.. scenario.Adversary.SelectMany(plan => plan.Steps.Select(step => new PlannedStep(plan, step, actions[step.Id],
            step == plan.Steps[0] || !plan.Steps.Any(s => s.Id != step.Id && s.Then.Concat(s.Fallback).Any(b => b.Step == step.Id)),
            [.. plan.Steps.Where(s => s.After.Contains(step.Id)).Select(s => s.Id)], Watch(scenario, step, actions[step.Id]))))];
        byId = new(All, s => s.Id);
    }

    /// <summary>Also a meter that has come to hold what the step costs.</summary>
    private static AnyOf Watch(Scenario scenario, AdversaryStep step, ActionDefinition action) => new(
    [
        .. new[] { step.FoiledBy, step.When }.OfType<Condition>(),
        .. action.Requires.Where(r => !r.Hidden).Select(r => r.When),
        .. action.Costs.Select(c => new MeterIs(c.Meter, AtLeast: scenario.Meters.FirstOrDefault(m => m.Id == c.Meter)?.Min + c.Amount)),
    ]);

    public ImmutableArray<PlannedStep> All { get; }

    public PlannedStep? Find(string id) => byId.Find(id);

    public PlannedStep this[string id] => byId[id];

    public int IndexOf(string id) => byId.IndexOf(id);
}
