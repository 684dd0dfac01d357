using HanoiAcademy.Content.Exchange.Msel;

namespace HanoiAcademy.Content.Exchange.Times;

/// <param name="Sheet">Times of one sheet are read alike.</param>
/// <param name="Time">What its time column says.</param>
/// <param name="Date">What its date column says, where there is one.</param>
/// <param name="IsStart">The row says that it is StartEx.</param>
internal sealed record TimeEntry(string Sheet, TimeReading Time, TimeReading? Date, bool IsStart);

/// <param name="AtMs">From StartEx; null when it is held back.</param>
/// <param name="Held">Why it is held back, in words that end a sentence; and how to mend it.</param>
/// <param name="Mend">What whoever imports may do about it, a clause.</param>
internal sealed record TimePlace(long? AtMs, string Held = "", string Mend = "");

/// <param name="Places">One for each entry, in their order.</param>
/// <param name="StartEx">On the file's calendar, where it has one.</param>
/// <param name="StartRow">The entry that is StartEx, because it says so or is the earliest; -1: none is.</param>
/// <param name="SaidBy">Who said when StartEx is.</param>
/// <param name="UnclearDates">Sheets in which nobody can tell days from months.</param>
/// <param name="SameDay">Times of day without any date were taken for times of one day.</param>
internal sealed record TimePlan(IReadOnlyList<TimePlace> Places, DateTime? StartEx, int StartRow, StartSaid SaidBy, IReadOnlyList<string> UnclearDates, bool SameDay)
{
    /// <summary>Its dates say their distance from UTC.</summary>
    public bool IsUtc { get; init; }

    /// <summary>Several rows say that they are StartEx, at different times.</summary>
    public bool IsTorn { get; init; }

    /// <summary>The time of day of StartEx, where the file has no dates.</summary>
    public TimeSpan? StartClock { get; init; }

    /// <summary>Sheets in which some time runs over a day, so that all are spans.</summary>
    public IReadOnlyList<string> SpanSheets { get; init; } = [];
}

internal enum StartSaid
{
    ByNobody,
    ByOrder,
    ByRow,
    ByZero,
}

/// <summary>
/// Brings what the cells of all sheets say onto one line that begins at StartEx. A time is exactly as far from another as the file says, or it is none:
/// nothing is taken from the rows beside it.
/// </summary>
internal static class TimeTable
{
    /// <summary>The rules' own bound of a drill time.</summary>
    public const int MostDays = Scenarios.Reading.Item.MostDrillDays;

    private static readonly DateTime Unnamed = new(1904, 1, 1);

    /// <summary>Kinds of line that have no zero in common; of several the first wins a tie.</summary>
    private enum Line
    {
        Dated,
        Utc,
        Days,
        Clocks,
        Distances,
    }

    public static TimePlan Of(IReadOnlyList<TimeEntry> entries, IReadOnlyDictionary<string, SheetMapping> sheets, DateTime? startEx)
    {
        var unclear = new List<string>();
        var readings = new TimeReading[entries.Count];
        var spans = new List<string>();
        foreach (var sheet in entries.Select((entry, at) => (entry, at)).GroupBy(e => e.entry.Sheet, StringComparer.Ordinal))
            if (new SheetTimes(sheets.GetValueOrDefault(sheet.Key), [.. sheet.SelectMany(e => new[] { e.entry.Time, e.entry.Date }).OfType<TimeReading>()])
                .Settle(sheet.Select(e => (e.at, e.entry)), readings, () => unclear.Add(sheet.Key)))
                spans.Add(sheet.Key);

        if (readings.Any(reading => reading is TimeReading.DayClock { IsDistance: true }) && !readings.Any(reading => reading is TimeReading.Moment))
            // J+1 08h30 beside 08h45: the plain ones are of the day J.
            for (var at = 0; at < readings.Length; at++)
                readings[at] = readings[at] is TimeReading.Clock clock ? new TimeReading.DayClock(0, clock.At, IsDistance: true) : readings[at];
        var lines = readings.Select(LineOf).ToList();
        var starts = entries.Select((entry, at) => (entry, at)).Where(e => e.entry.IsStart && lines[e.at] is not null).Select(e => e.at).ToList();
        // Two rows that say so at different times say nothing.
        var torn = starts.Select(at => readings[at]).Distinct().Count() > 1;
        var start = starts.Count == 0 || torn ? -1 : starts[0];
        var main = startEx is not null ? (lines.Contains(Line.Dated) ? Line.Dated : lines.Contains(Line.Utc) ? Line.Utc : Most(lines)) : start >= 0 ? lines[start]!.Value : Most(lines);
        DateTime zero;
        var said = startEx is not null ? StartSaid.ByOrder : main == Line.Distances ? StartSaid.ByZero : start >= 0 ? StartSaid.ByRow : StartSaid.ByNobody;
        if (startEx is { } ordered)
            zero = main is Line.Dated or Line.Utc ? ordered : main == Line.Distances ? Unnamed : Unnamed + ordered.TimeOfDay;
        else if (start >= 0 && main != Line.Distances)
            zero = On(readings[start], Unnamed);
        else if (main == Line.Distances)
            zero = Unnamed;
        else
        {
            start = Enumerable.Range(0, readings.Length).Where(at => lines[at] == main).MinBy(at => On(readings[at], Unnamed));
            zero = lines.Any(line => line == main) ? On(readings[start], Unnamed) : Unnamed;
        }

        var known = said is StartSaid.ByOrder or StartSaid.ByRow;
        var backwards = main == Line.Clocks ? Backwards(readings) : [];
        if (main == Line.Clocks && said == StartSaid.ByNobody && backwards.Count > 0)
        {
            start = Enumerable.Range(0, readings.Length).Where(at => lines[at] == main && !backwards.Contains(at)).MinBy(at => On(readings[at], Unnamed));
            zero = On(readings[start], Unnamed);
        }

        var places = readings.Select((reading, at) => backwards.Contains(at)
            ? new TimePlace(null, "it is hours earlier than a row above, and the file has no dates: nobody can tell whether it is of the next day", "write the date or the day (Day 2) beside the time")
            : Place(reading, lines[at], main, zero, known)).ToList();
        var real = main is Line.Dated or Line.Utc && lines.Any(line => line == main) ? zero : startEx;
        return new(places, real, lines.Any(line => line is not null) ? start : -1, said, unclear, main == Line.Clocks && lines.Any(line => line == main))
        {
            IsUtc = main == Line.Utc,
            IsTorn = torn,
            StartClock = main is Line.Clocks or Line.Days && lines.Any(line => line == main) ? zero.TimeOfDay : null,
            SpanSheets = spans,
        };
    }

    /// <summary>Times of day that fall by hours from one row to a later one: past midnight, or a table out of order; only its author knows.</summary>
    private static HashSet<int> Backwards(TimeReading[] readings)
    {
        var (latest, all) = (TimeSpan.MinValue, new HashSet<int>());
        for (var at = 0; at < readings.Length; at++)
            if (readings[at] is TimeReading.Clock clock)
            {
                if (latest != TimeSpan.MinValue && clock.At < latest - TimeSpan.FromHours(2))
                    all.Add(at);
                else
                    latest = clock.At > latest ? clock.At : latest;
            }

        return all;
    }

    private static Line? LineOf(TimeReading reading) => reading switch
    {
        TimeReading.Moment { IsUtc: true } => Line.Utc,
        TimeReading.Moment => Line.Dated,
        TimeReading.DayClock => Line.Days,
        TimeReading.Clock => Line.Clocks,
        TimeReading.Distance => Line.Distances,
        _ => null,
    };

    private static Line Most(List<Line?> lines) => lines.OfType<Line>().GroupBy(line => line).OrderByDescending(group => group.Count()).ThenBy(group => group.Key).Select(group => group.Key).DefaultIfEmpty(Line.Distances).First();

    private static DateTime On(TimeReading reading, DateTime zero) => reading switch
    {
        TimeReading.Moment moment => moment.At,
        TimeReading.DayClock day => zero.Date.AddDays(day.Offset) + day.At!.Value,
        TimeReading.Clock clock => zero.Date + clock.At,
        TimeReading.Distance distance => zero + distance.By,
        _ => zero,
    };

    private static TimePlace Place(TimeReading reading, Line? line, Line main, DateTime zero, bool known)
    {
        if (reading is TimeReading.None none)
            return new(null, none.Why, "write a time into the file, or into ‘at’ of the inject");
        // A distance counts from StartEx, so it needs no line of its own once somebody said which moment that is.
        if (line != main && !(line == Line.Distances && known))
            return new(null, Apart(line, main), "say when StartEx is (a date and a time, such as 2027-03-02T09:00), or write it as the other rows");
        var by = line == Line.Distances ? ((TimeReading.Distance)reading).By : On(reading, main == Line.Days ? Unnamed : zero) - zero;
        if (by < TimeSpan.Zero)
            return new(null, $"it lies {Words(-by)} before StartEx", "say an earlier StartEx to have it played");
        return by.TotalDays > MostDays
            ? new(null, $"it lies {Words(by)} after StartEx, and a drill takes {MostDays} days", "say a later StartEx, or make two drills of the file")
            : new TimePlace((long)by.TotalMilliseconds);
    }

    private static string Apart(Line? line, Line main) => (line, main) switch
    {
        (Line.Distances, _) => "it counts from StartEx, and the file does not say at which of its other times that is",
        (Line.Clocks, _) => "it is a time of day, and the file does not say of which day",
        (_, Line.Distances) => "it is a date, and the other rows count from StartEx without saying at which date that is",
        _ => "it is not on the same calendar as the other rows",
    };

    public static string Words(TimeSpan by)
    {
        var parts = new List<string>();
        void Part(long n, string one)
        {
            if (n > 0)
                parts.Add(n == 1 ? $"1 {one}" : $"{n} {one}s");
        }

        Part((long)by.TotalDays, "day");
        Part(by.Hours, "hour");
        Part(by.Minutes, "minute");
        Part(by.Seconds, "second");
        return parts.Count == 0 ? "no time" : string.Join(" ", parts);
    }
}
