using System.Collections.Immutable;

namespace HanoiAcademy.Drills.Scenarios;

/// <summary>
/// A typed field of an action's form or a questionnaire. Kind: text, number, choice, scale (a number from Min to Max), time (ISO 8601 with its
/// zone), identifier (an account, address or number: no blanks inside). Min and Max bound a number, or the length of a text.
/// Right: accepted spellings, for the condition <see cref="AnswerIs"/>; none of them is sent to a player.
/// </summary>
public sealed record InputField
{
    public required string Id { get; init; }
    public required Text Name { get; init; }
    public string Kind { get; init; } = "text";
    public bool Required { get; init; }
    public long? Min { get; init; }
    public long? Max { get; init; }
    public ImmutableArray<FieldChoice> Choices { get; init; } = [];
    public ImmutableArray<string> Right { get; init; } = [];
}

public sealed record FieldChoice(string Id, Text Name);

/// <summary>
/// Questions that each seat named in For (all, teams, roles, seats) answers for itself, and evaluators read. Opens at <see cref="At"/>, when
/// <see cref="When"/> holds, or, with AtEnd, at EndEx (a hot wash); stays open.
/// </summary>
public sealed record Questionnaire
{
    public required string Id { get; init; }
    public required Text Title { get; init; }
    public Text Intro { get; init; } = Text.Empty;
    public required ImmutableArray<string> For { get; init; }
    public long? At { get; init; }
    public Condition? When { get; init; }
    public bool AtEnd { get; init; }
    public required ImmutableArray<InputField> Fields { get; init; }
}
