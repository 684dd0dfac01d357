using static HanoiAcademy.Drills.Requests.Kinds.Common;

namespace HanoiAcademy.Drills.Requests.Kinds;

/// <summary>Freeze or seize property until confiscation is decided. The fields are those of UNTOC 18(15) and UNCAC 55(3).</summary>
internal static class Freeze
{
    public static readonly RequestKind Kind = new()
    {
        Id = "freeze",
        Fields =
        [
            .. Mla,
            new("facts-relied-on"), new("property"), new("value", Long: false), new("link", Gap: "no-link-to-offence"), new("confiscation-follows"),
            new("third-parties", Gap: "third-party-forgotten"), new("victims", Gap: "victims-forgotten"), new("order-copy", Long: false, Advised: true), new("confidential", Long: false, Advised: true),
        ],
        Channels = ["central-authority", "diplomatic", "interpol"],
        Bases = ["uncc", "untoc", "uncac", "bilateral", "reciprocity", "budapest"],
        Reach = "abroad",
        Answers = Usual,
        Grounds = [.. MlaGrounds, "late-or-thin-evidence", "de-minimis"],
        Outcome = "freeze",
        AcknowledgeMs = Day,
        AnswerMs = 2 * Day,
        Mistakes =
        [
            new("missing-field"), new("no-link-to-offence"), new("third-party-forgotten"), new("victims-forgotten"), new("whole-account"), new("mla-for-first-hour"),
            new("untranslated", "minor"), new("wrong-channel"), new("evidence-late", Found: "clock"), new("lapsed", Found: "clock"), new("lifted-unheard", Found: "answer"),
        ],
        Law = [Article(31, "B"), Article(49, "D"), Article(50, "D"), Article(52, "D"), Article(34, "B"), Read("uncac:54(2)"), Read("uncac:55(3)"), Read("uncac:55(7)"), Read("uncac:55(8)")],
        NeedsIdentifier = true,
        AsksProperty = true,
        Judge = Judge,
    };

    private static IEnumerable<string> Judge(Sending s)
    {
        // Asking for no sum asks for all that is there.
        if (s.Matter?.Needed.Amount is { } needed && (s.Form.Scope.Amount is not { } asked || asked > needed))
            yield return "whole-account";
        if (!s.StoppedBefore)
            yield return "mla-for-first-hour";
    }
}
