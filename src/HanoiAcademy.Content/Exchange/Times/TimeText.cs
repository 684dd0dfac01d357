using System.Globalization;
using System.Text.RegularExpressions;
using HanoiAcademy.Content.Exchange.Sheets;

namespace HanoiAcademy.Content.Exchange.Times;

/// <summary>Reads one cell. What it does not understand it says so of; it never takes the nearest thing that could be meant.</summary>
internal static partial class TimeText
{
    private const int Longest = 80;

    public static TimeReading Read(SheetCell cell)
    {
        if (cell.IsEmpty)
            return new TimeReading.None("there is none");
        if (cell.Moment is { Year: > 1 } moment)
            return DateText.Checked(moment) is TimeReading.Moment { At: var at } && at.TimeOfDay == TimeSpan.Zero && !cell.Text.Contains(':', StringComparison.Ordinal) ? new TimeReading.Day(at) : DateText.Checked(moment);
        if (cell.Moment is { } span)
            return span.Ticks < TimeSpan.TicksPerDay ? new TimeReading.Clock(span.TimeOfDay) : new TimeReading.Distance(TimeSpan.FromTicks(span.Ticks), IsSpan: true);
        return Read(cell.Text);
    }

    public static TimeReading Read(string text)
    {
        if (text.Length > Longest)
            return new TimeReading.None("it is a whole text");
        var folded = Gaps.Replace(Fold.Letters(text), " ").Trim(' ', '(', ')', '[', ']', '~', '.', ',', '\'', '"');
        if (Four.IsMatch(folded))
            return new TimeReading.Bare(decimal.Parse(folded, CultureInfo.InvariantCulture), ClockText.Read(folded) is not null);
        if (Digits.IsMatch(folded) && decimal.TryParse(folded.Replace(',', '.'), NumberStyles.AllowDecimalPoint, CultureInfo.InvariantCulture, out var number))
            return new TimeReading.Bare(number, Clockwise: false);
        return DateText.Read(folded) ?? (ClockText.Read(folded) is { } clock ? new TimeReading.Clock(clock) : DistanceText.Read(folded) ?? Unreadable(folded));
    }

    private static TimeReading.None Unreadable(string text) => new(text.Any(char.IsDigit) ? "it cannot be read as a time" : "it says no time");

    [GeneratedRegex(@"\s+", RegexOptions.CultureInvariant, 200)]
    private static partial Regex Gaps { get; }

    [GeneratedRegex(@"^\d{4}$", RegexOptions.CultureInvariant, 200)]
    private static partial Regex Four { get; }

    [GeneratedRegex(@"^\d{1,6}([.,]\d{1,4})?$", RegexOptions.CultureInvariant, 200)]
    private static partial Regex Digits { get; }
}
