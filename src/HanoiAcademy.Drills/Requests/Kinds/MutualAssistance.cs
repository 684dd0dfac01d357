using static HanoiAcademy.Drills.Requests.Kinds.Common;

namespace HanoiAcademy.Drills.Requests.Kinds;

/// <summary>Mutual legal assistance for stored data. Fields a to f are those of UNTOC 18(15); that the Convention's article 40 asks the same is unverified.</summary>
internal static class MutualAssistance
{
    public static readonly RequestKind Kind = new()
    {
        Id = "mla",
        Fields =
        [
            .. Mla,
            new("offence-text"), new("dual-criminality", Gap: "no-dual-criminality-facts"), new("preservation-reference", Long: false), new("holder-known"),
            new("admissible-form"), new("deadline", Advised: true), new("identifiers-note", Advised: true), new("confidential", Long: false, Advised: true),
        ],
        Channels = ["central-authority", "diplomatic", "interpol"],
        Bases = Treaties,
        Reach = "abroad",
        Answers = [.. Usual, "nil"],
        Grounds = MlaGrounds,
        Outcome = "hand-over",
        AcknowledgeMs = Day,
        AnswerMs = 30 * Day,
        Mistakes =
        [
            new("missing-field"), new("wrong-channel"), new("untranslated", "minor"), new("no-dual-criminality-facts"), new("no-preservation-first"), new("over-broad"),
            new("fishing"), new("mla-for-first-hour"), new("no-custody", Found: "clock"), new("other-use", Found: "act"),
        ],
        Law =
        [
            Article(40, "D"), Article(44, "D"), Article(35, "C"), Article(36, "D"), Read("untoc:18(15)"), Read("untoc:18(16)"), Read("untoc:18(19)"), Read("untoc:18(20)"),
            Read("untoc:18(21)"), Read("untoc:18(23)"), Read("untoc:18(24)"), Read("untoc:18(25)"), Read("untoc:18(26)"), Read("uncac:43(2)"),
        ],
        NeedsPeriod = true,
        CustodyMs = Day,
        Judge = Judge,
    };

    private static IEnumerable<string> Judge(Sending s)
    {
        if (!s.KeptBefore)
            yield return "no-preservation-first";
        if (!s.StoppedBefore)
            yield return "mla-for-first-hour";
        // Nothing named, nothing picked: it goes fishing.
        if (s.Form.Scope is { DataSets.IsEmpty: true, Properties.IsEmpty: true, Identifiers.IsEmpty: true })
            yield return "fishing";
    }
}
