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
    public ImmutableArray<Requirement> Requires { get; init; } = [];
    public ImmutableArray<string> RestsOn { get; init; } = [];
    public ImmutableArray<Effect> StartEffects { get; init; } = [];
    public ImmutableArray<Effect> Effects { get; init; } = [];
    public ImmutableArray<Effect> FailEffects { get; init; } = [];

    /// <summary>What the doer reads when it is done, and when it failed.</summary>
    public Text DoneText { get; init; } = Text.Empty;
    public Text FailText { get; init; } = Text.Empty;
}

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
/// Group is one of detection, containment, evidence, legal, rights, communication. Lesson: course/lesson it is taught in.
/// </summary>
public sealed record Objective
{
    public required string Id { get; init; }
    public required string Team { get; init; }
    public required Text Name { get; init; }
    public required int Points { get; init; }
    public string Group { get; init; } = "";
    public required Condition When { get; init; }
    public long? By { get; init; }
    public bool AtEnd { get; init; }
    public string? Lesson { get; init; }
}

/// <summary>Points taken from the team the first time <see cref="When"/> holds.</summary>
public sealed record Penalty(string Id, string Team, Text Name, int Points, Condition When);
