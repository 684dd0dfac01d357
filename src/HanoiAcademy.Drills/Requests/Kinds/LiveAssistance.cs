using static HanoiAcademy.Drills.Requests.Kinds.Common;

namespace HanoiAcademy.Drills.Requests.Kinds;

/// <summary>Assistance with traffic or content data to come. That the duty is to "endeavour" is unverified.</summary>
internal static class LiveAssistance
{
    public static readonly RequestKind Kind = new()
    {
        Id = "mla-live",
        Fields =
        [
            .. Mla,
            new("communications"), new("period-reason"), new("own-order"), new("delivery"), new("dual-criminality", Gap: "no-dual-criminality-facts"), new("confidential", Long: false, Advised: true),
        ],
        Channels = ["central-authority", "diplomatic", "interpol"],
        Bases = Treaties,
        Reach = "abroad",
        Answers = [.. Usual, "nil"],
        Grounds = MlaGrounds,
        Outcome = "collect",
        AcknowledgeMs = Day,
        AnswerMs = 5 * Day,
        Mistakes =
        [
            new("missing-field"), new("no-identifier"), new("stored-would-do"), new("no-end-date"), new("content-as-traffic"), new("over-broad"), new("untranslated", "minor"), new("wrong-channel"),
            new("no-dual-criminality-facts"), new("no-authorisation", "fatal"), new("no-custody", Found: "clock"), new("other-use", Found: "act"),
        ],
        Law = [Article(45, "D"), Article(46, "D"), Article(29, "B"), Article(30, "B"), Read("untoc:18(15)")],
        CustodyMs = Day,
        NeedsIdentifier = true,
        Judge = Judge,
        AnswerTo = Answers(("stored-would-do", "consult")),
    };

    private static IEnumerable<string> Judge(Sending s)
    {
        if (s.Matter is { StoredWouldDo: true })
            yield return "stored-would-do";
        if (s.Form.Scope.ToUtc is not { } end || (s.Story is { } now && end <= now))
            yield return "no-end-date";
        if (!s.Asks("content") && s.Scenario.DataSets.Any(d => s.Form.Scope.DataSets.Contains(d.Id) && d.Class == "content"))
            yield return "content-as-traffic";
    }
}
