using static HanoiAcademy.Drills.Requests.Kinds.Common;

namespace HanoiAcademy.Drills.Requests.Kinds;

/// <summary>Information given unasked, police to police or FIU to FIU, with limits on its use.</summary>
internal static class Information
{
    public static readonly RequestKind Kind = new()
    {
        Id = "information",
        Fields = [new("what"), new("how-known"), new("why-helps"), new("use-limits"), new("tlp", Long: false), new("exculpatory", Gap: "exculpatory-withheld")],
        Channels = ["police", "fiu", "desk247"],
        Bases = ["police", "uncc", "untoc", "uncac", "budapest", "bilateral", "reciprocity", "voluntary"],
        Reach = "either",
        Answers = ["grant", "grant-with-conditions", "return", "forward"],
        Grounds = [],
        Outcome = "tell",
        Tells = true,
        AcknowledgeMs = Day,
        Mistakes =
        [
            new("missing-field"), new("exculpatory-withheld"), new("wrong-channel"), new("limit-ignored", Found: "act"), new("tipping-off", Found: "act"),
        ],
        Law = [Article(51, "D"), Article(47, "D"), Read("untoc:18(5)")],
    };
}
