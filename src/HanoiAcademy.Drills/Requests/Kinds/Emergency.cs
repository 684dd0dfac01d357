using static HanoiAcademy.Drills.Requests.Kinds.Common;

namespace HanoiAcademy.Drills.Requests.Kinds;

/// <summary>Disclose at once, because these data avert a danger to life or safety. No article on emergency assistance between States is known.</summary>
internal static class Emergency
{
    public static readonly RequestKind Kind = new()
    {
        Id = "emergency",
        Fields =
        [
            new("danger"), new("imminence"), new("how-averts"), new("least-data"), new("certifying-officer", Long: false), new("call-back", Long: false), new("order-follows"),
            new("holder-known", Advised: true), new("confidential", Long: false, Advised: true),
        ],
        Channels = ["desk247", "provider-portal"],
        Bases = ["uncc", "budapest", "bilateral", "reciprocity", "voluntary", "domestic"],
        Reach = "either",
        Answers = ["grant", "grant-in-part", "grant-with-conditions", "not-an-emergency", "needs-mla", "nil", "consult", "return", "forward", "refuse"],
        Grounds = ["essential-interests", "discriminatory-purpose", "human-rights", "personal-data", "political-offence"],
        Outcome = "hand-over",
        AcknowledgeMs = 5 * Minute,
        AnswerMs = 55 * Minute,
        Mistakes =
        [
            new("missing-field"), new("no-identifier"), new("not-an-emergency"), new("data-cannot-avert"), new("over-broad"), new("no-authorisation", "fatal"),
            new("skipped-verification", Found: "answer"), new("no-follow-up", Found: "clock"), new("no-written-order", Found: "clock"), new("no-custody", Found: "clock"), new("other-use", Found: "act"),
        ],
        Law = [Article(2, "A"), Article(41, "D"), Article(36, "D")],
        FollowedBy = ["mla", "production"],
        FollowUpMs = 72 * Hour,
        CustodyMs = Day,
        NeedsIdentifier = true,
        Judge = Judge,
        AnswerTo = Answers(("not-an-emergency", "not-an-emergency"), ("data-cannot-avert", "not-an-emergency")),
    };

    private static IEnumerable<string> Judge(Sending s)
    {
        if (s.Matter is { Emergency: false })
            yield return "not-an-emergency";
        else if (s.Matter is { Averts: false })
            yield return "data-cannot-avert";
    }
}
