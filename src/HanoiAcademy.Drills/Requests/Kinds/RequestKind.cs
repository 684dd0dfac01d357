using System.Collections.Immutable;

namespace HanoiAcademy.Drills.Requests.Kinds;

/// <summary>
/// All that the rules know of one kind of request (requests.md, section 3): drafting, judging, answering, its clocks and the form on the
/// screen follow from it. What no law was read for is an exercise default. A new kind is one such record and one line in <see cref="RequestKinds"/>.
/// </summary>
public sealed record RequestKind
{
    public required string Id { get; init; }

    /// <summary>Fields in the order of the form, the required ones first. Their words are <c>field.id</c> of the language files.</summary>
    public required ImmutableArray<FormField> Fields { get; init; }

    /// <summary>Channels that suit the kind; which of them an authority takes is its own entry in the register.</summary>
    public required ImmutableArray<string> Channels { get; init; }

    /// <summary>Legal bases it can rest on. A treaty must be in force as well.</summary>
    public required ImmutableArray<string> Bases { get; init; }

    /// <summary>Where it goes: abroad, home, either.</summary>
    public required string Reach { get; init; }

    /// <summary>Answers offered on the screen, right and wrong alike; see <see cref="AnswerWords"/> for what each does.</summary>
    public required ImmutableArray<string> Answers { get; init; }

    /// <summary>Grounds of refusal that fit it. All grounds are offered all the same.</summary>
    public required ImmutableArray<string> Grounds { get; init; }

    /// <summary>What a grant does: keep, hand-over, collect, suspend, freeze, tell, agree.</summary>
    public required string Outcome { get; init; }

    /// <summary>Story ms in which people should acknowledge, and answer after that; null where no time is set.</summary>
    public required long AcknowledgeMs { get; init; }
    public long? AnswerMs { get; init; }

    /// <summary>Typical mistakes and what each costs; the codes a scenario may name for it.</summary>
    public required ImmutableArray<KindMistake> Mistakes { get; init; }

    /// <summary>What the Convention and its model treaties say about it, with how far the article's text is verified.</summary>
    public required ImmutableArray<LawReference> Law { get; init; }

    /// <summary>Kinds that must come after it, and what it is called when none does (story ms after execution; null: when its hold ends).</summary>
    public ImmutableArray<string> FollowedBy { get; init; } = [];
    public string NotFollowed { get; init; } = "no-follow-up";
    public long? FollowUpMs { get; init; }

    /// <summary>What it is called when it went out unauthorised.</summary>
    public string Unauthorised { get; init; } = "no-authorisation";
    public bool NeedsIdentifier { get; init; }
    public bool NeedsPeriod { get; init; }

    /// <summary>What it asks for is property, not data.</summary>
    public bool AsksProperty { get; init; }

    /// <summary>It is told by its arrival: its effects do not wait for an answer.</summary>
    public bool Tells { get; init; }

    /// <summary>Data handed over under it must be taken into custody within so many story ms.</summary>
    public long? CustodyMs { get; init; }

    /// <summary>Mistakes that only this kind can have, in the form as it goes out.</summary>
    public Func<Sending, IEnumerable<string>> Judge { get; init; } = _ => [];

    /// <summary>The answer that fits such a mistake, where it is neither to return nor to narrow it.</summary>
    public ImmutableSortedDictionary<string, string> AnswerTo { get; init; } = ImmutableSortedDictionary.Create<string, string>(StringComparer.Ordinal);

    public IEnumerable<FormField> Required => Fields.Where(f => !f.Advised);

    public IEnumerable<FormField> AdvisedFields => Fields.Where(f => f.Advised);

    public bool HandsOver => Outcome is "hand-over" or "collect";

    /// <summary>The kind's own weight of a mistake, else the general one.</summary>
    public string WeightOf(string code) => Mistakes.FirstOrDefault(m => m.Code == code)?.Weight ?? Weights.Of(code);
}

/// <summary>A field of a form. Long: several lines. Gap: the mistake when it is empty or lacks a listed fact; an advised field has none.</summary>
public sealed record FormField(string Id, bool Long = true, bool Advised = false, string Gap = "missing-field");

/// <summary>Weight: minor, major, fatal. Found: in the form, by the clock, by an answer, or by what somebody does (an effect of the scenario says so).</summary>
public sealed record KindMistake(string Code, string Weight = "major", string Found = "form");

/// <summary>Source as in lessons, "uncc:42" or "budapest:29(2)". Level A to D of the Convention's article; "read" where a model provision's words were read.</summary>
public sealed record LawReference(string Source, string Level);
