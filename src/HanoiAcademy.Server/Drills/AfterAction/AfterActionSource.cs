using System.Collections.Immutable;
using System.Globalization;
using HanoiAcademy.Drills.Reports;
using HanoiAcademy.Server.Drills.AfterAction.Document;
using HanoiAcademy.Server.Drills.Pages;
using HanoiAcademy.Server.Language;

namespace HanoiAcademy.Server.Drills.AfterAction;

/// <summary>
/// What a document is made from, and how it is said. Title: the drill's. Who: the name of who sat in a seat at a drill ms. Lesson: the title of course/lesson; null where there is none.
/// Replay: where a moment can be seen again; null where the reader may not. Plan: the improvement plan as blocks, the heading first.
/// </summary>
internal sealed record AfterActionSource(
    string Drill, string Title, DrillReport Report, Texts Texts, string Language, bool IsRightToLeft, Func<string?, long?, string> Who, Func<string, string?> Lesson, Func<long, string>? Replay, ImmutableArray<Block> Plan)
{
    private const string Section = "drills.after-action.";

    /// <summary>A sentence of this feature.</summary>
    public string T(string key, params object[] args) => Shared(Section + key, args);

    public string Shared(string key, params object[] args) =>
        Texts.Find(Language, key) is not { } text ? $"[{key}]" : args.Length == 0 ? text : string.Format(CultureInfo.InvariantCulture, text, args);

    /// <summary>A word of a list; itself where the list does not have it.</summary>
    public string Word(string list, string word) => Texts.Find(Language, $"{list}.{word}") ?? word;

    public string Words(string list, IEnumerable<string> words) => string.Join("; ", words.Select(word => Word(list, word)));

    /// <summary>A drill time; leads to its moment in the replay.</summary>
    public Run Time(long at) => new(DrillTimes.T(at, seconds: true), Replay?.Invoke(at), IsLeftToRight: true);

    public Run Row(long version) => new(Shared("drills.report.row", version), Tone: Tones.Muted);

    /// <summary>"1 h 5 min", "6 min", "40 s"; of story time also days.</summary>
    public string Length(long ms) => (ms / 1_000) switch
    {
        < 60 => Shared("client.duration.seconds", ms / 1_000),
        < 3_600 => Shared("client.duration.minutes", ms / 60_000),
        < 2 * 86_400 when ms / 60_000 % 60 == 0 => Shared("client.duration.hours", ms / 3_600_000),
        < 2 * 86_400 => Shared("client.duration.hours-minutes", ms / 3_600_000, ms / 60_000 % 60),
        _ => Shared("client.duration.days", ms / 86_400_000),
    };

    /// <summary>A sentence with runs in its places, so that a time stays a link and a name keeps its direction.</summary>
    public ImmutableArray<Run> Say(string key, params ImmutableArray<Run>[] args) => Sentences.Fill(T(key), args);

    public string TeamName(TeamReport team) => team.Name.Length > 0 ? team.Name : T("team-unknown");
}
