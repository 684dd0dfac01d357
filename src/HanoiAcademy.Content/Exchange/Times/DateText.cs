using System.Globalization;
using System.Text.RegularExpressions;

namespace HanoiAcademy.Content.Exchange.Times;

/// <summary>Dates as people write them, with or without a time of day behind or before them.</summary>
internal static partial class DateText
{
    /// <param name="text">Folded and trimmed.</param>
    /// <returns>Null when it holds no date.</returns>
    public static TimeReading? Read(string text)
    {
        if (Iso.Match(text) is { Success: true } iso)
            return Zoned(iso);
        foreach (var pattern in (Regex[])[YearFirst, Numbers, Named, NamedMonthFirst, Vietnamese, Chinese])
            if (pattern.Match(text) is { Success: true } m && (!m.Groups["name"].Success || MonthNames.Of(m.Groups["name"].Value) > 0) && Clock(text, m) is var (clock, readable))
                return readable ? Of(m, clock) : new TimeReading.None($"beside the date, ‘{Rest(text, m)}’ is no time of day");
        return null;
    }

    private static TimeReading Zoned(Match m)
    {
        // With its offset it is a moment for the whole world; on the file's calendar that is UTC, as with every other row that says so.
        return DateTimeOffset.TryParse(m.Value.Trim(), CultureInfo.InvariantCulture, DateTimeStyles.AssumeUniversal, out var at) ? (Checked(at.UtcDateTime) is TimeReading.Moment utc ? utc with { IsUtc = true } : Checked(at.UtcDateTime)) : new TimeReading.None("there is no such date");
    }

    private static TimeReading Of(Match m, TimeSpan? clock)
    {
        var year = Year(m.Groups["y"].Value);
        if (m.Groups["a"].Success)
        {
            var (a, b) = (Number(m.Groups["a"].Value), Number(m.Groups["b"].Value));
            // With dots the day is first everywhere.
            if (m.Groups["sep"].Value == ".")
                return Made(year, b, a, clock);
            return year < 1900 ? Made(year, 1, 1, null) : new TimeReading.EitherWay(a, b, year, clock);
        }

        var month = m.Groups["name"].Success ? MonthNames.Of(m.Groups["name"].Value) : Number(m.Groups["m"].Value);
        return Made(year, month, Number(m.Groups["d"].Value), clock);
    }

    public static TimeReading Made(int year, int month, int day, TimeSpan? clock)
    {
        if (year < 1900)
            return new TimeReading.None("it is a date before 1900");
        if (year > 2200 || month is < 1 or > 12 || day < 1 || day > DateTime.DaysInMonth(year, month))
            return new TimeReading.None("there is no such date");
        return clock is { } at ? new TimeReading.Moment(new DateTime(year, month, day) + at) : new TimeReading.Day(new DateTime(year, month, day));
    }

    public static TimeReading Checked(DateTime at) => at.Year < 1900 ? new TimeReading.None("it is a date before 1900") : at.Year > 2200 ? new TimeReading.None("there is no such date") : new TimeReading.Moment(new DateTime(at.Ticks - at.Ticks % TimeSpan.TicksPerSecond));

    /// <summary>What stands before and behind the date must be nothing, a day's name, or a time of day.</summary>
    private static (TimeSpan? Clock, bool Readable)? Clock(string text, Match date)
    {
        var rest = Rest(text, date);
        if (rest.Length == 0 || (rest.Length < 12 && !rest.Any(char.IsDigit)))
            return (null, true);
        return ClockText.Read(rest) is { } clock ? (clock, true) : (null, false);
    }

    private static string Rest(string text, Match date) => (text[..date.Index] + " " + text[(date.Index + date.Length)..]).Trim(' ', ',', ';', '-', 't', '(', ')', '\n', '/', '@');

    private static int Year(string digits) => digits.Length == 2 ? 2000 + Number(digits) : Number(digits);

    private static int Number(string digits) => int.Parse(digits, CultureInfo.InvariantCulture);

    private const RegexOptions Options = RegexOptions.CultureInvariant;

    [GeneratedRegex(@"^\d{4}-\d{2}-\d{2}[t ]\d{2}:\d{2}(:\d{2}(\.\d{1,7})?)?\s?(z|[+-]\d{2}:?\d{2})$", Options, 200)]
    private static partial Regex Iso { get; }

    [GeneratedRegex(@"(?<![\d/.-])(?<y>\d{4})(?<sep>[-/.])(?<m>\d{1,2})\k<sep>(?<d>\d{1,2})(?![\d/.-])", Options, 200)]
    private static partial Regex YearFirst { get; }

    [GeneratedRegex(@"(?<![\d/.:-])(?<a>\d{1,2})(?<sep>[-/.])(?<b>\d{1,2})\k<sep>(?<y>\d{4}|\d{2})(?![\d/.:-])", Options, 200)]
    private static partial Regex Numbers { get; }

    [GeneratedRegex(@"(?<!\d)(?<d>\d{1,2})(?:st|nd|rd|th|er|\.)?[\s-]*(?:de\s+)?(?<name>(?!thang)\p{L}{3,12})\.?[\s,-]*(?:de\s+)?(?<y>\d{4}|\d{2}(?!\d|:|h))", Options, 200)]
    private static partial Regex Named { get; }

    [GeneratedRegex(@"(?<name>\p{L}{3,12})\.?\s+(?<d>\d{1,2})(?:st|nd|rd|th)?\s*,\s*(?<y>\d{4})", Options, 200)]
    private static partial Regex NamedMonthFirst { get; }

    [GeneratedRegex(@"(?:ngay\s*)?(?<d>\d{1,2})\s*thang\s*(?<m>\d{1,2})\s*,?\s*(?:nam\s*)?(?<y>\d{4})", Options, 200)]
    private static partial Regex Vietnamese { get; }

    [GeneratedRegex(@"(?<y>\d{4})\s*年\s*(?<m>\d{1,2})\s*月\s*(?<d>\d{1,2})\s*日", Options, 200)]
    private static partial Regex Chinese { get; }
}
