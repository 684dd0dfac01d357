using static HanoiAcademy.Drills.Requests.Kinds.Common;

namespace HanoiAcademy.Drills.Requests.Kinds;

/// <summary>An agreement to investigate together, or side by side.</summary>
internal static class JointInvestigation
{
    public static readonly RequestKind Kind = new()
    {
        Id = "joint",
        Fields =
        [
            new("joint-purpose"), new("authorities"), new("leader-and-law"), new("members-and-powers"), new("term", Long: false), new("evidence-rules", Gap: "no-use-rule"), new("personal-data-rules"),
            new("press", Long: false), new("costs", Long: false), new("ending", Long: false),
        ],
        Channels = ["central-authority", "police"],
        Bases = ["uncc", "untoc", "uncac", "bilateral", "reciprocity", "budapest"],
        Reach = "abroad",
        Answers = ["grant", "grant-with-conditions", "coordinate", "consult", "return", "forward", "refuse"],
        Grounds = ["essential-interests", "discriminatory-purpose", "human-rights", "personal-data", "contrary-to-mla-law"],
        Outcome = "agree",
        AcknowledgeMs = Day,
        AnswerMs = 2 * Day,
        Mistakes =
        [
            new("missing-field"), new("no-use-rule"), new("way-round-refusal"), new("wrong-channel"), new("acts-without-host", "fatal", "act"), new("other-use", Found: "act"),
        ],
        Law = [Article(48, "D"), Article(47, "D"), Article(22, "D"), Article(5, "A"), Read("untoc:19")],
        Judge = s => s.RefusedBefore ? ["way-round-refusal"] : [],
        AnswerTo = Answers(("way-round-refusal", "refuse")),
    };
}
