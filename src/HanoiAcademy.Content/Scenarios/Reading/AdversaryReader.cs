using System.Collections.Immutable;
using HanoiAcademy.Drills.Scenarios;

namespace HanoiAcademy.Content.Scenarios.Reading;

/// <summary>Adversary plans. An author writes a step in one place; of it come the step itself and the action that it is.</summary>
internal static class AdversaryReader
{
    public const int MostPlans = 10;
    public const int MostSteps = 200;
    public const int MostRepeat = 100;

    /// <summary>A plan with the actions that its steps are, whose doers <see cref="Cast"/> fills in when all teams are known.</summary>
    public static (AdversaryPlan Plan, ImmutableArray<ActionDefinition> Actions) Read(Item i)
    {
        var plan = new AdversaryPlan
        {
            Id = i.Id(Thing.Plan),
            Name = i.Text("name"),
            Attack = i.Has("attack") ? i.Word("attack", Words.AttackVersion) : null,
            Ics = i.Has("ics") ? i.Word("ics", Words.IcsVersion) : null,
            Team = i.ReferOrNull("team", Thing.Team),
            Skill = i.Fields.IntOrNull("skill", 0, 100) ?? 100,
            Steps = [],
        };
        var steps = i.Each("steps", "a step", s => Step(s, plan), required: true, most: MostSteps);
        return (plan with { Steps = [.. steps.Select(s => s.Step)] }, [.. steps.Select(s => AfterOthers(s.Step, s.Action, steps.Select(x => x.Action)))]);
    }

    /// <summary>Who may carry out a step: the roles that it names, else all of the plan's team.</summary>
    public static ImmutableArray<ActionDefinition> Cast(Scenario s, ImmutableArray<(AdversaryPlan Plan, ImmutableArray<ActionDefinition> Actions)> plans, Item top)
    {
        if (plans.Sum(p => p.Actions.Length) > MostSteps)
            top.Fields.Wrong("adversary", "too-many", $"All plans together may have {MostSteps} steps; take some out.");
        return [.. plans.SelectMany(p => p.Actions.Select(a => !a.By.IsEmpty || s.Teams.FirstOrDefault(t => t.Id == p.Plan.Team) is not { } team ? a : a with { By = [.. team.Roles.Select(r => $"{team.Id}.{r.Id}")] }))];
    }

    private static (AdversaryStep Step, ActionDefinition Action) Step(Item i, AdversaryPlan plan)
    {
        var id = i.Id(Thing.Action);
        if (id.Length > 0 && !i.Binding.Register.Has(Thing.Step, id))
            i.Binding.Register.Define(Thing.Step, id, i.Fields);
        var step = new AdversaryStep
        {
            Id = id,
            Techniques = TechniquesReader.Read(i, plan),
            After = i.ReferEach("after", Thing.Step),
            When = i.WhenOrNull("when"),
            WaitMs = i.MsOr("wait", 0),
            Repeat = i.Fields.IntOrNull("repeat", 1, MostRepeat) ?? 1,
            PatienceMs = i.MsOrNull("patience"),
            FoiledBy = i.WhenOrNull("foiledBy"),
            FoiledEffects = i.Effects("foiledEffects"),
            Noise = i.Each("noise", "a noise", Noise, most: 10),
            Then = i.Each("then", "a branch", Branch, most: 20),
            Fallback = i.Each("fallback", "a branch", Branch, most: 20),
        };
        if (step.FoiledBy is null && !step.FoiledEffects.IsEmpty)
            i.Fields.Wrong("foiledEffects", "step-foiled-effects", "Nothing foils this step, so these effects never come; say in ‘foiledBy’ what does, or remove them.");
        if (plan.Team is null && i.Has("by"))
            i.Fields.Wrong("by", "step-by", "Nobody plays this plan; name its ‘team’ of side attack, or remove ‘by’.");
        return (step, Action(i, id, plan, step));
    }

    private static ActionDefinition Action(Item i, string id, AdversaryPlan plan, AdversaryStep step) => new()
    {
        Id = id,
        Name = i.Text("name"),
        About = i.TextOrEmpty("about"),
        Group = plan.Name,
        By = i.ReferEach("by", Thing.Role),
        DurationMs = i.MsOr("duration", 0),
        Chance = i.Fields.IntOrNull("chance", 0, 100) ?? 100,
        Repeat = step.Repeat > 1,
        Costs = ActionsReader.Costs(i),
        CooldownMs = i.MsOr("cooldown", 0),
        Requires = i.Each("requires", "a requirement", r => ActionsReader.Requirement(r, isShown: plan.Team is not null)),
        StartEffects = i.Effects("startEffects"),
        Effects = i.Effects("effects"),
        FailEffects = i.Effects("failEffects"),
        DoneText = i.TextOrEmpty("doneText"),
        FailText = i.TextOrEmpty("failText"),
    };

    /// <summary>What comes after other steps requires them, as people read on its row.</summary>
    private static ActionDefinition AfterOthers(AdversaryStep step, ActionDefinition action, IEnumerable<ActionDefinition> all) => step.After.IsEmpty ? action : action with
    {
        Requires = [.. step.After.Select(a => new Requirement(new StepIs(a, StepIs.Past), all.FirstOrDefault(x => x.Id == a)?.Name ?? Text.Empty, false)), .. action.Requires],
    };

    private static StepNoise Noise(Item i) =>
        i.Binding.Register.Part(new StepNoise(i.MsOr("after", 0), i.Fields.IntOrNull("chance", 1, 100) ?? 100, i.WhenOrNull("when"), i.Effects("effects"), i.Source("about")), i.Fields.At);

    private static StepBranch Branch(Item i) => i.Binding.Register.Part(new StepBranch(i.Refer("step", Thing.Step), i.WhenOrNull("when")), i.Fields.At);
}
