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
            foreach (var step in plan.Steps)
                Step(c, plan, step, c.Scenario.Actions.First(a => a.Id == step.Id));
            Circles(c, plan);
        }
    }

    private static void Step(Checked c, AdversaryPlan plan, AdversaryStep step, ActionDefinition action)
    {
        void Wrong(string key, string code, string message, Severity severity = Severity.Warning) => c.Wrong(Thing.Action, step.Id, key, code, message, severity);

        foreach (var role in action.By.Where(r => plan.Team is { } team && !r.StartsWith(team + ".", StringComparison.Ordinal)))
            Wrong("by", "step-by", $"‘{role}’ is no role of the plan's team {plan.Team}; name one of its roles, or leave ‘by’ out for all of them.", Severity.Error);
        foreach (var (key, other) in step.After.Select(x => ("after", x)).Concat(step.Then.Select(x => ("then", x.Step))).Concat(step.Fallback.Select(x => ("fallback", x.Step))))
            if (plan.Steps.All(s => s.Id != other))
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
            if (plan.Steps.FirstOrDefault(s => s.Id == branch.Step) is { Repeat: 1 } target && Precedes(plan, target.Id, step.Id))
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

    /// <summary>Whether the plan comes to a step only by way of another, or is there.</summary>
    private static bool Precedes(AdversaryPlan plan, string first, string step)
    {
        if (first == step)
            return true;
        var seen = new HashSet<string>(StringComparer.Ordinal);
        var open = new Stack<string>(plan.Steps.Where((s, n) => s.Id != first && s.After.IsEmpty && (n == 0 || !plan.Steps.Any(x => x.Id != s.Id && Branches(x).Contains(s.Id)))).Select(s => s.Id));
        while (open.TryPop(out var at))
            if (at != first && seen.Add(at))
                foreach (var next in plan.Steps.Where(s => s.Id == at).SelectMany(Branches).Concat(plan.Steps.Where(s => s.After.Contains(at)).Select(s => s.Id)))
                    open.Push(next);
        return !seen.Contains(step);
    }

    private static IEnumerable<string> Branches(AdversaryStep step) => step.Then.Concat(step.Fallback).Select(b => b.Step);
}
