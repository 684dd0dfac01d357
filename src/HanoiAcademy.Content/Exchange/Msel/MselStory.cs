using HanoiAcademy.Content.Exchange.Times;
using HanoiAcademy.Content.Exchange.Writing;

namespace HanoiAcademy.Content.Exchange.Msel;

/// <summary>Phases and story time, where the file has dates for them.</summary>
internal static class MselStory
{
    private const int MostPhases = 30;

    /// <summary>The day that a drill has where nobody says another.</summary>
    private static readonly DateTime MadeUpDay = new(2027, 3, 2);

    public static void Write(DrillDraft draft, TimePlan plan, List<MselRow> events, IReadOnlyList<long?> at, IReadOnlyDictionary<string, SheetMapping> sheets, LossBook loss)
    {
        var story = StoryOf(plan, events, at, sheets, loss);
        var madeUp = story is null && plan.StartClock is not null;
        if (madeUp)
            story = MadeUpDay + plan.StartClock!.Value;
        var moves = events.Select((row, n) => (Name: row.One(ColumnMeaning.Phase).Text, At: at[n])).Where(move => move.Name.Length > 0).ToList();
        if (story is not { } begin)
        {
            if (moves.Count > 0)
                loss.Changed("", "Phases stand as comments in the injects’ files: a phase of a drill has a date in the story, and the file has none. Write ‘phases’ to have them.");
            return;
        }

        var phases = moves.Where(move => move.At is not null).GroupBy(move => move.Name, StringComparer.Ordinal).Select(move => (Name: move.Key, At: move.Min(m => m.At!.Value))).ToList();
        var inOrder = phases.Zip(phases.Skip(1)).All(pair => pair.First.At < pair.Second.At);
        if (phases.Count > 1 && (!inOrder || phases.Count > MostPhases))
            loss.Changed("", "Phases stand as comments in the injects’ files: in the file they do not follow one another. Write ‘phases’ to have them.");
        if (phases.Count is 0 or > MostPhases || !inOrder)
            phases = [(draft.Title, 0)];
        var ids = new Ids();
        for (var n = 0; n < phases.Count; n++)
        {
            var from = n == 0 ? 0 : phases[n].At;
            var named = phases[n].Name.All(char.IsAsciiDigit);
            draft.Phases.Add(new(ids.Give(named ? $"phase {phases[n].Name}" : phases[n].Name, "phase"), MselImport.Cut(YamlText.OneLine(named ? $"Phase {phases[n].Name}" : phases[n].Name), 120), from, begin.AddMilliseconds(from)));
        }

        loss.Changed("", madeUp ? $"The story begins at {begin:HH:mm}, as the file says; its day, {begin:yyyy-MM-dd}, is made up, because the file has no dates. Write another into ‘story’."
            : plan.IsUtc ? $"The story begins on {begin:yyyy-MM-dd} at {begin:HH:mm} UTC, as the file says; write ‘states’ with your zone to have it shown in local time."
            : $"The story begins on {begin:yyyy-MM-dd} at {begin:HH:mm}. The file names no zone, so it is written as UTC; write ‘states’ with your zone and correct ‘story’.");
    }

    /// <summary>When StartEx is in the story: as a column of its own says of the row of StartEx, else the file's own date.</summary>
    private static DateTime? StoryOf(TimePlan plan, List<MselRow> events, IReadOnlyList<long?> at, IReadOnlyDictionary<string, SheetMapping> sheets, LossBook loss)
    {
        var told = events.Select((row, n) => (n, Cell: row.One(ColumnMeaning.StoryTime), row.Sheet)).Where(e => !e.Cell.IsEmpty && at[e.n] is not null).ToList();
        if (told.Count == 0)
            return plan.StartEx;
        var first = TimeTable.Of([.. told.Select(e => new TimeEntry(e.Sheet, TimeText.Read(e.Cell), null, e.n == told[0].n))], sheets, null);
        if (first.StartEx is not { } story)
            return plan.StartEx;
        var begin = story.AddMilliseconds(-at[told[first.StartRow].n]!.Value);
        if (told.Where((_, n) => first.Places[n].AtMs is { } by && story.AddMilliseconds(by) != begin.AddMilliseconds(at[told[n].n]!.Value)).Any())
            loss.Changed("", "The story’s times run otherwise than the exercise’s: the story is taken from StartEx on at the exercise’s pace, and each row’s own story time stands as a comment in its inject.");
        return begin;
    }
}
