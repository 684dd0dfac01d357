using static HanoiAcademy.Drills.Requests.Kinds.Common;

namespace HanoiAcademy.Drills.Requests.Kinds;

/// <summary>Keep stored data until a formal request. The fields are those of Budapest 29(2)(a) to (f); that article 42 asks the same is unverified.</summary>
internal static class Preservation
{
    public static readonly RequestKind Kind = new()
    {
        Id = "preservation",
        Fields =
        [
            new("authority"), new("offence"), new("data"), new("holder"), new("necessity"), new("mla-follows"),
            new("identifiers-note", Advised: true), new("mla-date", Long: false, Advised: true),
            new("confidential", Long: false, Advised: true), new("do-not-tell-user", Long: false, Advised: true),
        ],
        Channels = ["desk247", "police", "served-order"],
        Bases = [.. Treaties, "police", "domestic"],
        Reach = "either",
        Answers = Usual,
        Grounds = ["essential-interests", "political-offence", "discriminatory-purpose", "human-rights", "dual-criminality"],
        Outcome = "keep",
        AcknowledgeMs = 15 * Minute,
        AnswerMs = 2 * Hour,
        Mistakes =
        [
            new("missing-field"), new("no-identifier"), new("no-time-zone", "minor"), new("asks-disclosure"), new("too-late"), new("wrong-state"), new("over-broad"),
            new("not-authorised"), new("no-follow-up", Found: "clock"), new("lapsed", Found: "clock"), new("path-not-disclosed", Found: "clock"),
        ],
        Law = [Article(42, "D"), Article(25, "D"), Article(41, "D"), Article(24, "C"), Read("budapest:29(2)"), Read("budapest:29(5)"), Read("budapest:29(7)")],
        FollowedBy = ["mla", "mla-live", "production"],
        Unauthorised = "not-authorised",
        NeedsIdentifier = true,
        NeedsPeriod = true,
    };
}
