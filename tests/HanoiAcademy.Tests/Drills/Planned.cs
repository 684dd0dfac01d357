using System.Collections.Immutable;
using HanoiAcademy.Drills.Scenarios;
using static HanoiAcademy.Tests.Drills.Small;

namespace HanoiAcademy.Tests.Drills;

/// <summary>Adversary plans for tests: a step and the action that it is, as the reader makes them from one entry.</summary>
internal sealed record Planned(AdversaryStep Step, ActionDefinition Action)
{
    public const string Crew = "crew";
    public const string Hand = "crew.hand";

    public static Planned Of(string id, long duration = 0, Func<AdversaryStep, AdversaryStep>? step = null, Func<ActionDefinition, ActionDefinition>? action = null)
    {
        var made = new AdversaryStep { Id = id };
        made = step?.Invoke(made) ?? made;
        var act = new ActionDefinition
        {
            Id = id,
            Name = En("Step " + id),
            By = [],
            DurationMs = duration,
            Repeat = made.Repeat > 1,
            Requires = [.. made.After.Select(a => new Requirement(new StepIs(a, StepIs.Past), En("Step " + a), false))],
        };
        return new Planned(made, action?.Invoke(act) ?? act);
    }

    /// <summary>The world with a plan that nobody can play.</summary>
    public static Scenario In(Scenario world, params Planned[] steps) => With(world, new AdversaryPlan { Id = "plan", Name = En("The plan"), Attack = "v19", Steps = [.. steps.Select(s => s.Step)] }, steps);

    /// <summary>The world with an attack team of one seat, and a plan that it can play.</summary>
    public static Scenario ForCrew(Scenario world, params Planned[] steps) => With(
        world with { Teams = [.. world.Teams, new Team(Crew, En("Crew"), "attack", "norvia", Prose.Empty, [new Role("hand", En("Hand"), 1, Prose.Empty)])] },
        new AdversaryPlan { Id = "crew-plan", Name = En("The crew's plan"), Attack = "v19", Team = Crew, Steps = [.. steps.Select(s => s.Step)] },
        [.. steps.Select(s => s with { Action = s.Action with { By = [Hand] } })]);

    private static Scenario With(Scenario world, AdversaryPlan plan, IEnumerable<Planned> steps) =>
        world with { Adversary = [.. world.Adversary, plan], Actions = [.. world.Actions, .. steps.Select(s => s.Action)] };

    public static ImmutableArray<StepBranch> To(params string[] steps) => [.. steps.Select(s => new StepBranch(s))];
}
