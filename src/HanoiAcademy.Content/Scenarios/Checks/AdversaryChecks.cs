using HanoiAcademy.Content.Problems;
using HanoiAcademy.Content.Scenarios.Reading;
using HanoiAcademy.Drills.Scenarios;

namespace HanoiAcademy.Content.Scenarios.Checks;

/// <summary>Whether an adversary's plan can go on: from its first step to its last, and past what foils it.</summary>
internal static class AdversaryChecks
{
    public static void Run(Checked c)
    {
        foreach (var plan in c.Scenario.Adversary)
        {
            if (plan.Team is { } team && c.Scenario.Teams.First(t => t.Id == team).Side != "attack")
                c.Wrong(Thing.Plan, plan.Id, "team", "plan-team-side", $"‘{team}’ is not of side attack, so its people would see and start what is meant against others; name a team with ‘side: attack’, or leave ‘team’ out.");
            var paths = new PlanPaths(plan);
            var steps = plan.Steps.ToDictionary(s => s.Id, StringComparer.Ordinal);
            foreach (var step in plan.Steps)
                Step(c, paths, steps, step, c.Scenario.Actions.First(a => a.Id == step.Id));
            Circles(c, plan);
        }
    }

    private static void Step(Checked c, PlanPaths paths, Dictionary<string, AdversaryStep> steps, AdversaryStep step, ActionDefinition action)
    {
        var plan = paths.Plan;
        void Wrong(string key, string code, string message, Severity severity = Severity.Warning) => c.Wrong(Thing.Action, step.Id, key, code, message, severity);

        foreach (var role in action.By.Where(r => plan.Team is { } team && !r.StartsWith(team + ".", StringComparison.Ordinal)))
            Wrong("by", "step-by", $"‘{role}’ is no role of the plan's team {plan.Team}; name one of its roles, or leave ‘by’ out for all of them.", Severity.Error);
        foreach (var (key, other) in step.After.Select(x => ("after", x)).Concat(step.Then.Select(x => ("then", x.Step))).Concat(step.Fallback.Select(x => ("fallback", x.Step))))
            if (!steps.ContainsKey(other))
                Wrong(key, "step-elsewhere", $"‘{other}’ is a step of another plan; a plan goes from step to step of its own. Ask for it in ‘when’ instead.", Severity.Error);
        if (!c.Reach.Step(step.Id))
            Wrong("id", "step-unreachable", "The plan never comes to this step, or can never start it: look at what branches to it and at ‘after’, ‘when’ and ‘requires’.");
        if (step.FoiledBy is { } foiledBy && !c.Reach.Possible(foiledBy))
            Wrong("foiledBy", "step-never-foiled", "Nothing that can happen in this scenario makes this hold, so no response ever foils the step; correct ‘foiledBy’ or what should lead to it.");
        else if (step.FoiledBy is not null && action.DurationMs == 0)
            Wrong("foiledBy", "step-foiled-in-no-time", "This step takes no time, so a response can keep it from starting and never foil it under way; give it a ‘duration’.");
        if (!step.Fallback.IsEmpty && plan.Team is null && plan.Skill == 100 && action.Chance == 100 && step.FoiledBy is null && step.PatienceMs is null && action.Requires.All(r => !r.Hidden))
            Wrong("fallback", "fallback-never", "This step cannot fail, be foiled or be given up, so the plan never falls back; give it a ‘chance’, ‘foiledBy’ or ‘patience’, or remove ‘fallback’.");
        foreach (var (key, branch) in step.Then.Select(b => ("then", b)).Concat(step.Fallback.Select(b => ("fallback", b))))
            if (steps.GetValueOrDefault(branch.Step) is { Repeat: 1 } target && paths.Precedes(target.Id, step.Id))
                Wrong(key, "loop-once", $"This goes back to ‘{target.Id}’, which may be done once only, so the plan never takes it; write ‘repeat’ there, 2 or more.");
    }

    /// <summary>Steps that wait for each other.</summary>
    private static void Circles(Checked c, AdversaryPlan plan)
    {
        var free = new HashSet<string>(StringComparer.Ordinal);
        while (plan.Steps.FirstOrDefault(s => !free.Contains(s.Id) && s.After.All(free.Contains)) is { } next)
            free.Add(next.Id);
        if (plan.Steps.FirstOrDefault(s => !free.Contains(s.Id) && s.After.All(a => plan.Steps.Any(x => x.Id == a))) is { } caught)
            c.Wrong(Thing.Action, caught.Id, "after", "step-circle", $"‘{caught.Id}’ comes after steps that wait for it themselves, so none of them can ever start; take one out of ‘after’.");
    }
}
