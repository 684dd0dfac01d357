using static HanoiAcademy.Drills.Requests.Kinds.Common;

namespace HanoiAcademy.Drills.Requests.Kinds;

/// <summary>Police ask a provider abroad, which may give or not. That the Convention gives no direct access is inferred from its articles 5 and 41 to 46.</summary>
internal static class ProviderVoluntary
{
    public static readonly RequestKind Kind = new()
    {
        Id = "provider",
        Fields =
        [
            new("authority"), new("offence"), new("data"), new("holder", Long: false), new("necessity"), new("own-law"), new("do-not-tell-user", Long: false),
            new("identifiers-note", Advised: true), new("confidential", Long: false, Advised: true),
        ],
        Channels = ["provider-portal"],
        Bases = ["voluntary"],
        Reach = "abroad",
        Answers = ["grant", "grant-in-part", "nil", "return", "refuse"],
        Grounds = ["provider-policy", "not-held", "human-rights", "personal-data", "privileged"],
        Outcome = "hand-over",
        AcknowledgeMs = Day,
        AnswerMs = 5 * Day,
        Mistakes =
        [
            new("missing-field"), new("no-identifier"), new("content-asked"), new("over-broad"), new("wrong-channel"), new("user-told", Found: "act"), new("no-custody", Found: "clock"), new("other-use", Found: "act"),
        ],
        Law = [Article(5, "A")],
        CustodyMs = Day,
        NeedsIdentifier = true,
        NeedsPeriod = true,
        Judge = Judge,
        AnswerTo = Answers(("content-asked", "refuse")),
    };

    private static IEnumerable<string> Judge(Sending s)
    {
        if (s.Asks("content"))
            yield return "content-asked";
        if (s.To is { TellsUsers: true } && !s.Says("do-not-tell-user"))
            yield return "user-told";
    }
}
