using static HanoiAcademy.Drills.Requests.Kinds.Common;

namespace HanoiAcademy.Drills.Requests.Kinds;

/// <summary>Told unasked by who executes a preservation: another provider stood in the path. Modelled on Budapest 30; article 43's words are unverified.</summary>
internal static class PathDisclosure
{
    public static readonly RequestKind Kind = new()
    {
        Id = "path",
        Fields = [new("preservation-reference", Long: false), new("communication"), new("path-providers"), new("path-states", Long: false), new("path-data")],
        Channels = ["desk247", "police", "served-order", "provider-portal"],
        Bases = [.. Treaties, "police", "domestic"],
        Reach = "either",
        Answers = ["grant", "grant-in-part", "return", "forward", "refuse"],
        Grounds = ["essential-interests", "political-offence", "human-rights"],
        Outcome = "tell",
        Tells = true,
        AcknowledgeMs = 30 * Minute,
        Mistakes =
        [
            new("missing-field"), new("asks-content"), new("wrong-channel"), new("next-state-not-asked", Found: "clock"), new("path-taken-as-identity", Found: "act"),
        ],
        Law = [Article(26, "D"), Article(43, "D"), Read("budapest:30(2)")],
        Unauthorised = "",
        Judge = s => s.Asks("content") ? ["asks-content"] : [],
    };
}
