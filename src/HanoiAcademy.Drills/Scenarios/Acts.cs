using System.Collections.Immutable;

namespace HanoiAcademy.Drills.Scenarios;

/// <summary>
/// Something a role can do that takes time. Chance: success in percent. RestsOn: words such as "uncc:31", "csf:RS".
/// Repeat: may be done again after it ended. Effects apply when it is done, StartEffects at once, FailEffects when it fails.
/// </summary>
public sealed record ActionDefinition
{
    public required string Id { get; init; }
    public required Text Name { get; init; }
    public Text About { get; init; } = Text.Empty;
    public Text Group { get; init; } = Text.Empty;
    public required ImmutableArray<string> By { get; init; }
    public long DurationMs { get; init; }
    public int Chance { get; init; } = 100;
    public bool Repeat { get; init; }

    /// <summary>Taken from meters when it is started. What the doers see they cannot pay keeps it from starting.</summary>
    public ImmutableArray<ActionCost> Costs { get; init; } = [];

    /// <summary>Drill ms from its end before it can be started again, whether it repeats or failed.</summary>
    public long CooldownMs { get; init; }

    /// <summary>What the doer fills in; see <see cref="InputField"/>.</summary>
    public ImmutableArray<InputField> Fields { get; init; } = [];
    public ImmutableArray<Requirement> Requires { get; init; } = [];
    public ImmutableArray<string> RestsOn { get; init; } = [];
    public ImmutableArray<Effect> StartEffects { get; init; } = [];
    public ImmutableArray<Effect> Effects { get; init; } = [];
    public ImmutableArray<Effect> FailEffects { get; init; } = [];

    /// <summary>What the doer reads when it is done, and when it failed.</summary>
    public Text DoneText { get; init; } = Text.Empty;
    public Text FailText { get; init; } = Text.Empty;
}

public sealed record ActionCost(string Meter, long Amount);

/// <summary>Hidden: the doers cannot see it, so the action starts all the same, takes its time and fails. Else the row shows Reason.</summary>
public sealed record Requirement(Condition When, Text Reason, bool Hidden);

/// <summary>Opens when <see cref="When"/> holds, at <see cref="At"/>, or by an effect. Roles in By may take it; the first to do so decides.</summary>
public sealed record Decision
{
    public required string Id { get; init; }
    public required Text Title { get; init; }
    public required Prose Body { get; init; }
    public required ImmutableArray<string> By { get; init; }
    public long? At { get; init; }
    public Condition? When { get; init; }

    /// <summary>Drill ms from opening; null: open until EndEx.</summary>
    public long? WithinMs { get; init; }
    public required ImmutableArray<Option> Options { get; init; }
    public ImmutableArray<Effect> LapseEffects { get; init; } = [];
    public ImmutableArray<string> RestsOn { get; init; } = [];
}

public sealed record Option(string Id, Text Name, ImmutableArray<Effect> Effects, Text Consequence);

/// <summary>
/// Won when <see cref="When"/> first holds, not later than <see cref="By"/> (drill ms); with <see cref="AtEnd"/> it is asked once, at EndEx.
/// With a Rubric people judge it: an evaluator picks a level, and When is not asked. With a <see cref="Measure"/> its points fall with time.
/// Group is one of detection, containment, evidence, legal, rights, communication. Lesson: course/lesson it is taught in.
/// </summary>
public sealed record Objective
{
    public required string Id { get; init; }
    public required string Team { get; init; }
    public required Text Name { get; init; }
    public required int Points { get; init; }
    public string Group { get; init; } = "";
    public Condition When { get; init; } = new AnyOf([]);
    public long? By { get; init; }
    public bool AtEnd { get; init; }
    public Measure? Measure { get; init; }
    public ImmutableArray<RubricLevel> Rubric { get; init; } = [];

    /// <summary>By people, not by the rules.</summary>
    public bool IsJudgedByPeople => Rubric.Length > 0;
    public string? Lesson { get; init; }
}

/// <summary>
/// Drill ms from when From first holds (null: StartEx) to when the objective's condition does: up to FullMs all points, up to HalfMs half of them
/// (rounded down), then none.
/// </summary>
public sealed record Measure(long FullMs, long? HalfMs = null, Condition? From = null);

/// <summary>What an evaluator may find, in words, and the points it gives.</summary>
public sealed record RubricLevel(string Id, Text Words, int Points);

/// <summary>Points taken from the team the first time <see cref="When"/> holds.</summary>
public sealed record Penalty(string Id, string Team, Text Name, int Points, Condition When);
