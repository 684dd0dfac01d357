using static HanoiAcademy.Drills.Requests.Kinds.Common;

namespace HanoiAcademy.Drills.Requests.Kinds;

/// <summary>A question of one police force to another; what comes back is intelligence until a formal request says otherwise.</summary>
internal static class Inquiry
{
    public static readonly RequestKind Kind = new()
    {
        Id = "inquiry",
        Fields = [new("persons"), new("case", Long: false), new("inquiry-purpose"), new("evidence-use"), new("confidential", Long: false, Advised: true)],
        Channels = ["police", "interpol", "fiu"],
        Bases = ["police", "uncc", "untoc", "bilateral", "reciprocity"],
        Reach = "abroad",
        Answers = ["grant", "grant-in-part", "needs-mla", "nil", "return", "forward", "refuse"],
        Grounds = ["essential-interests", "discriminatory-purpose", "human-rights", "personal-data"],
        Outcome = "hand-over",
        AcknowledgeMs = 4 * Hour,
        AnswerMs = 20 * Hour,
        Mistakes =
        [
            new("missing-field"), new("coercion-by-police-channel"), new("over-broad"), new("wrong-channel"), new("intelligence-as-evidence", Found: "act"), new("other-use", Found: "act"),
        ],
        Law = [Article(47, "D")],
        Judge = Judge,
        AnswerTo = Answers(("coercion-by-police-channel", "needs-mla")),
    };

    /// <summary>Traffic and content data, and property, are had by an order; police can only be asked what they may tell.</summary>
    private static IEnumerable<string> Judge(Sending s)
    {
        var coerced = s.Scenario.DataSets.Any(d => s.Form.Scope.DataSets.Contains(d.Id) && d.Class is "traffic" or "content");
        if (s.Asks("traffic") || s.Asks("content") || coerced || s.Form.Scope.Properties.Length > 0)
            yield return "coercion-by-police-channel";
    }
}
