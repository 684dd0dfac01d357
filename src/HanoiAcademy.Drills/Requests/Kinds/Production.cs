using static HanoiAcademy.Drills.Requests.Kinds.Common;

namespace HanoiAcademy.Drills.Requests.Kinds;

/// <summary>An order to a person or provider in one's own territory to hand over data; subscriber information also from a provider offering services there (Budapest 18(1)).</summary>
internal static class Production
{
    public static readonly RequestKind Kind = new()
    {
        Id = "production",
        Fields =
        [
            new("order-number", Long: false), new("case", Long: false), new("ordered-holder"), new("ordered-data"), new("order-necessity"), new("milder-means"), new("delivery"), new("due-date", Long: false),
            new("confidential", Long: false, Advised: true), new("identifiers-note", Advised: true),
        ],
        Channels = ["served-order", "provider-portal"],
        Bases = ["domestic"],
        Reach = "home",
        Answers = ["grant", "grant-in-part", "nil", "return", "refuse"],
        Grounds = ["not-held", "outside-territory", "over-broad", "privileged", "human-rights"],
        Outcome = "hand-over",
        AcknowledgeMs = Day,
        AnswerMs = 10 * Day,
        Mistakes =
        [
            new("missing-field"), new("no-identifier"), new("order-abroad", "fatal"), new("no-authorisation", "fatal"), new("over-broad"), new("wrong-class"),
            new("wrong-channel"), new("no-custody", Found: "clock"), new("other-use", Found: "act"),
        ],
        Law = [Article(27, "D"), Article(28, "B"), Article(23, "C"), Article(24, "C"), Article(5, "A"), Read("budapest:18(1)")],
        CustodyMs = Day,
        NeedsIdentifier = true,
        NeedsPeriod = true,
        Judge = Judge,
        AnswerTo = Answers(("order-abroad", "refuse"), ("over-broad", "grant-in-part")),
    };

    private static IEnumerable<string> Judge(Sending s)
    {
        var offered = s.To is { } to && s.From is { } from && to.OffersIn.Contains(from.State);
        if (s.Abroad && !(offered && s.Form.Scope.Classes.All(c => c == "subscriber") && s.Form.Scope.Classes.Length > 0))
            yield return "order-abroad";
        if (s.Matter is { Needed.Classes.IsEmpty: false } matter && !matter.Needed.Classes.All(s.Form.Scope.Classes.Contains))
            yield return "wrong-class";
    }
}
