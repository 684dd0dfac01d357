using System.Collections.Immutable;

namespace HanoiAcademy.Drills.Reports;

/// <summary>
/// A strength or a gap that follows from the figures. Code names its sentence (drills.after-action.finding.code); Args fill it in order. Team: whose it is; null where it is no one team's.
/// At: drill ms of what shows it; Proof: the row of the log. Lesson: course/lesson it is taught in. Weight: what matters more comes first.
/// </summary>
public sealed record Finding(string Code, bool IsStrength, string? Team, string? TeamName, ImmutableArray<FindingArg> Args, int Weight, long? At = null, long? Proof = null, string? Lesson = null);

/// <summary>Kind: text (as it stands), number, duration (drill ms), story (a length of story time, ms), time (drill ms), or the name of a list of words that Text is one of (gap, mistake, act).</summary>
public sealed record FindingArg(string Kind, string Text = "", long Number = 0)
{
    public static FindingArg As(string text) => new("text", text);

    public static FindingArg As(long number) => new("number", Number: number);

    public static FindingArg Duration(long ms) => new("duration", Number: ms);

    public static FindingArg Story(long ms) => new("story", Number: ms);

    /// <summary>Several words of one list, with blanks between.</summary>
    public static FindingArg Words(string list, IEnumerable<string> words) => new(list, string.Join(' ', words));
}
