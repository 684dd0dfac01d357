using System.Collections.Immutable;

namespace HanoiAcademy.Drills.Requests.Kinds;

/// <summary>What several kinds share.</summary>
internal static class Common
{
    public const long Minute = 60_000;
    public const long Hour = 60 * Minute;
    public const long Day = 24 * Hour;

    /// <summary>The header of every request between authorities, after the T-CY forms for articles 29 and 31; with the label that says who may read it.</summary>
    public static readonly ImmutableArray<string> Header =
        ["own-reference", "request-type", "earlier-reference", "person", "telephone", "hours", "case-authority", "second-contact", "urgency", "wanted-by", "language", "tlp"];

    /// <summary>a to f of UNTOC 18(15), and what a request for mutual legal assistance also says.</summary>
    public static readonly ImmutableArray<FormField> Mla =
    [
        new("authority"), new("subject"), new("facts"), new("assistance"), new("person-sought"), new("purpose"),
    ];

    public static readonly ImmutableArray<string> Treaties = ["uncc", "budapest", "untoc", "uncac", "bilateral", "reciprocity"];

    public static readonly ImmutableArray<string> Usual = ["grant", "grant-in-part", "grant-with-conditions", "consult", "return", "forward", "postpone", "refuse"];

    public static readonly ImmutableArray<string> MlaGrounds =
        ["not-in-conformity", "essential-interests", "barred-at-home", "contrary-to-mla-law", "dual-criminality", "discriminatory-purpose", "human-rights", "personal-data", "political-offence"];

    public static LawReference Article(int number, string level) => new(FormattableString.Invariant($"uncc:{number}"), level);

    public static LawReference Read(string provision) => new(provision, "read");

    public static ImmutableSortedDictionary<string, string> Answers(params (string Mistake, string Answer)[] pairs) =>
        ImmutableSortedDictionary.CreateRange(StringComparer.Ordinal, pairs.Select(p => KeyValuePair.Create(p.Mistake, p.Answer)));
}
