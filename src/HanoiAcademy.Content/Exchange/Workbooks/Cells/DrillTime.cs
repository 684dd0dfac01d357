using System.Globalization;
using System.Text.RegularExpressions;
using HanoiAcademy.Content.Exchange.Sheets;
using HanoiAcademy.Content.Yaml;

namespace HanoiAcademy.Content.Exchange.Workbooks.Cells;

/// <summary>Times counted from StartEx as people write them in a sheet. What could mean two things is refused: no time is invented.</summary>
internal static partial class DrillTime
{
    private const string How = "write the time from StartEx as T+0:20 (hours and minutes), or 20m, 1h30m";

    public static TimeSpan? Duration(string text) => YamlDuration.TryParse(text, out var time) ? time : null;

    /// <summary>As the files write it: the largest unit first, hours at most.</summary>
    public static string Written(TimeSpan time)
    {
        var hours = (long)time.TotalHours;
        var text = string.Create(CultureInfo.InvariantCulture, $"{(hours > 0 ? $"{hours}h" : "")}{(time.Minutes > 0 ? $"{time.Minutes}m" : "")}{(time.Seconds > 0 ? $"{time.Seconds}s" : "")}");
        return text.Length == 0 ? "0m" : text;
    }

    /// <summary>As it stands in a cell: <c>T+0:20</c>, with seconds where there are any.</summary>
    public static string Shown(TimeSpan time) =>
        string.Create(CultureInfo.InvariantCulture, $"T+{(long)time.TotalHours}:{time.Minutes:00}{(time.Seconds > 0 ? $":{time.Seconds:00}" : "")}");

    /// <exception cref="CellRefused">It is no time, or one that could be two.</exception>
    public static TimeSpan Of(SheetCell cell, CellContext context)
    {
        // What Excel made of a time that somebody typed: a part of a day that its format shows as a time. Without that format 0.5 is half of anything.
        if (cell.Moment is { } moment)
            return moment.Year > 1 ? FromDate(moment, cell, context) : Rounded(moment - DateTime.MinValue);
        if (cell.Number is { } number && cell.Text.IndexOf(':', StringComparison.Ordinal) < 0)
            return number == 0 && cell.Text == "0" ? TimeSpan.Zero
                : throw new CellRefused(number is > 0 and < 1 ? $"‘{cell.Text}’ is a number without the format of a time; {How}." : $"Nobody can tell whether ‘{cell.Text}’ is minutes or hours; {How}.");
        return Of(cell.Text);
    }

    public static TimeSpan Of(string text)
    {
        var own = text.Trim();
        if (Prefix.Match(own) is { Success: true } prefix)
            own = own[prefix.Length..].Trim();
        if (Clock.Match(own) is { Success: true } clock)
            return new TimeSpan(int.Parse(clock.Groups[1].Value, CultureInfo.InvariantCulture), int.Parse(clock.Groups[2].Value, CultureInfo.InvariantCulture), clock.Groups[3].Success ? int.Parse(clock.Groups[3].Value, CultureInfo.InvariantCulture) : 0);
        // T+0130 is an hour and a half to one planner and 130 minutes to another.
        if (Unclear.IsMatch(own))
            throw new CellRefused($"Nobody can tell whether ‘{text}’ is hours and minutes or a number of minutes; write hours and minutes with a colon, such as T+1:30, or minutes with their unit, such as 130m.");
        // T+45: minutes, as the field writes it; 45 alone, or H+2, could be anything.
        if (own.Length != text.Trim().Length && (text.Trim()[0] is 'T' or 't') && int.TryParse(own, NumberStyles.None, CultureInfo.InvariantCulture, out var minutes))
            return TimeSpan.FromMinutes(minutes);
        return Duration(Unit.Replace(own.ToLowerInvariant(), "$1")) ?? throw new CellRefused($"‘{text}’ is no time that can be read; {How}.");
    }

    private static TimeSpan FromDate(DateTime moment, SheetCell cell, CellContext context) =>
        context.Start is { } start && moment - start.DateTime is { Ticks: >= 0 } time && time < TimeSpan.FromDays(14) ? Rounded(time)
            : throw new CellRefused($"‘{cell.Text}’ is a date, and nothing says how it lies to StartEx; {How}.");

    private static TimeSpan Rounded(TimeSpan time) => TimeSpan.FromSeconds(Math.Round(time.TotalSeconds));

    [GeneratedRegex(@"^[TtHh]\s*\+\s*")]
    private static partial Regex Prefix { get; }

    /// <summary>A bare number that may be a clock without its colon: of four digits or more, or with a 0 in front.</summary>
    [GeneratedRegex(@"^(?:[TtHh]?\s*[+\-−±])?\s*(?:0[0-9]+|[0-9]{4,})$")]
    private static partial Regex Unclear { get; }

    [GeneratedRegex(@"\s*([hms])(?:in|ins)?\b")]
    private static partial Regex Unit { get; }

    [GeneratedRegex(@"^([0-9]{1,3}):([0-5][0-9])(?::([0-5][0-9]))?$")]
    private static partial Regex Clock { get; }
}
