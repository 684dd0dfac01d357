using static HanoiAcademy.Drills.Requests.Kinds.Common;

namespace HanoiAcademy.Drills.Requests.Kinds;

/// <summary>Hold money while it runs: victim to bank, bank to bank, police or FIU to their like. No treaty duty to stop a payment was found.</summary>
internal static class StopPayment
{
    public static readonly RequestKind Kind = new()
    {
        Id = "stop-payment",
        Fields =
        [
            new("complaint", Long: false), new("accounts"), new("amount", Long: false), new("value-time", Long: false), new("payment-reference", Long: false),
            new("how-known"), new("contact-awake", Long: false), new("formal-step"), new("next-hops", Advised: true), new("do-not-tell-holder", Long: false, Advised: true),
        ],
        Channels = ["bank-recall", "police", "interpol", "fiu"],
        Bases = ["police", "voluntary", "domestic", "uncc", "bilateral", "reciprocity"],
        Reach = "either",
        Answers = ["grant", "grant-in-part", "moved-on", "paid-out", "not-found", "order-needed", "forward", "refuse"],
        Grounds = ["human-rights", "not-held", "barred-at-home"],
        Outcome = "suspend",
        AcknowledgeMs = 5 * Minute,
        AnswerMs = 30 * Minute,
        Mistakes =
        [
            new("missing-field"), new("no-identifier"), new("bank-called-late"), new("mla-for-first-hour"), new("wrong-channel"),
            new("no-freeze-follows", Found: "clock"), new("lapsed", Found: "clock"), new("tipping-off", Found: "act"),
        ],
        Law = [Article(47, "D"), Article(31, "B"), Article(51, "D")],
        FollowedBy = ["freeze"],
        NotFollowed = "no-freeze-follows",
        NeedsIdentifier = true,
        AsksProperty = true,
        Judge = s => s.Late ? ["bank-called-late"] : [],
    };
}
