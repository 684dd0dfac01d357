using System.Collections.Immutable;

namespace HanoiAcademy.Drills.Scenarios;

/// <summary>
/// What an adversary means to do: steps, each of which is an action of the scenario too (same id), so that people of <see cref="Team"/> can start
/// them. With nobody in that team, or no team at all, the plan carries them out by itself. Attack and Ics: versions of ATT&amp;CK that the steps'
/// techniques are of (Enterprise and Mobile; ICS). Skill: percent of a step's chance that is left when the plan itself carries it out.
/// </summary>
public sealed record AdversaryPlan
{
    public required string Id { get; init; }
    public required Text Name { get; init; }
    public string? Attack { get; init; }
    public string? Ics { get; init; }
    public string? Team { get; init; }
    public int Skill { get; init; } = 100;
    public required ImmutableArray<AdversaryStep> Steps { get; init; }
}

/// <summary>
/// What a plan adds to the action of the same id, which says how long it takes, what it needs and costs, and what comes of it. The first of a plan, and
/// those that no other branches to, are reached at StartEx, or when all in <see cref="After"/> are done (or skipped). Once reached, WaitMs pass, then the plan starts it as
/// soon as the action's visible requirements and <see cref="When"/> hold and <see cref="FoiledBy"/> does not.
/// </summary>
public sealed record AdversaryStep
{
    /// <summary>The action's.</summary>
    public required string Id { get; init; }

    /// <summary>ATT&amp;CK ids.</summary>
    public ImmutableArray<string> Techniques { get; init; } = [];
    public ImmutableArray<string> After { get; init; } = [];

    /// <summary>What the plan waits for; people choose their own moment.</summary>
    public Condition? When { get; init; }
    public long WaitMs { get; init; }

    /// <summary>How often it may be reached, and started, at most; what bounds every loop of branches.</summary>
    public int Repeat { get; init; } = 1;

    /// <summary>Drill ms for which the plan waits before a step that it cannot start; then it takes the fall-back. Null: for ever.</summary>
    public long? PatienceMs { get; init; }

    /// <summary>A response that foils the step under way. While it holds the plan does not start it; people may, and are foiled at once.</summary>
    public Condition? FoiledBy { get; init; }
    public ImmutableArray<Effect> FoiledEffects { get; init; } = [];
    public ImmutableArray<StepNoise> Noise { get; init; } = [];

    /// <summary>Where the plan goes on when it is done (or skipped), and when it failed, was foiled, called off or given up: the first that can be taken.</summary>
    public ImmutableArray<StepBranch> Then { get; init; } = [];
    public ImmutableArray<StepBranch> Fallback { get; init; } = [];
}

/// <summary>A trace of a step, AfterMs from its start. Chance: percent by which somebody may notice it, if <see cref="When"/> then holds; Effects: what comes of that.</summary>
public sealed record StepNoise(long AfterMs, int Chance, Condition? When, ImmutableArray<Effect> Effects, Text About);

/// <summary>To a step of the same plan, if When holds and the step may still be reached.</summary>
public sealed record StepBranch(string Step, Condition? When = null);
