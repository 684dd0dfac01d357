namespace HanoiAcademy.Content.Reference;

/// <summary>
/// What was known of the Convention's standing on <paramref name="AsOf"/>, each fact with its date and source. Lesson
/// prose states no count: it points here.
/// </summary>
public sealed record ConventionStatus(
    DateOnly AsOf,
    string Title,
    string Adopted,
    string Shape,
    string InForce,
    string Standing,
    StatusLink CheckAt,
    IReadOnlyList<StatusFact> Facts,
    StatusFact NotSigned,
    IReadOnlyList<StatusRule> Rules,
    IReadOnlyList<StatusVoice> ArgumentsFor,
    IReadOnlyList<StatusVoice> Criticism,
    string HowToRead,
    IReadOnlyList<StatusError> KnownErrors);

public sealed record StatusLink(string Name, string Url);

/// <param name="Date">As the source gives it: a day, a range, or a month.</param>
/// <param name="Fact">One sentence.</param>
/// <param name="Source">Null where nothing was found.</param>
public sealed record StatusFact(string Date, string Fact, string? Source);

public sealed record StatusRule(int Article, string Text);

public sealed record StatusVoice(string Who, string Point, string Source);

public sealed record StatusError(string Claim, string Correct);
