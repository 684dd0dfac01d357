using System.Globalization;

namespace HanoiAcademy.Content.Exchange.Sheets;

/// <summary>Makes of what a file says of a cell what its reader saw.</summary>
internal sealed class XlsxCells(IReadOnlyList<string> strings, IReadOnlyList<NumberFormat> formats, bool from1904)
{
    private static readonly DateTime Zero = default;

    /// <param name="type">The attribute t; empty for a number.</param>
    /// <param name="style">The attribute s.</param>
    /// <param name="value">The element v, or the text of an inline string.</param>
    public SheetCell Of(string type, int style, string value)
    {
        switch (type)
        {
            case "s":
                return int.TryParse(value, NumberStyles.None, CultureInfo.InvariantCulture, out var shared) && shared < strings.Count ? Text(strings[shared]) : SheetCell.Empty;
            case "str" or "inlineStr":
                return Text(value);
            case "b":
                return Text(value.Trim() == "1" ? "TRUE" : "FALSE");
            case "e":
                return SheetCell.Empty;
            case "d":
                // With a distance from UTC it stays as it is written: the one who reads times knows what that means.
                return DateTime.TryParse(value, CultureInfo.InvariantCulture, DateTimeStyles.RoundtripKind, out var date) && date.Kind == DateTimeKind.Unspecified ? new(Shown(date, NumberLooks.DateTime), null, date) : Text(value);
        }

        if (!decimal.TryParse(value, NumberStyles.Float, CultureInfo.InvariantCulture, out var number))
            return Text(value);
        var format = style >= 0 && style < formats.Count ? formats[style] : new(NumberLooks.Number);
        if (format.Looks == NumberLooks.Number || Moment(number, format.Looks) is not { } moment)
            return new(Shown(number, format.Zeros), number);
        return new(Shown(moment, format.Looks), number, moment);
    }

    private static SheetCell Text(string text) => Whole(text).Trim() is { Length: > 0 } shown ? new(shown.ReplaceLineEndings("\n")) : SheetCell.Empty;

    /// <summary>Half of a pair of surrogates is no letter, and no file could hold it.</summary>
    private static string Whole(string text) => text.AsSpan().ContainsAnyInRange('\uD800', '\uDFFF') ? string.Concat(text.EnumerateRunes()) : text;

    /// <summary>Null where it is before the calendar's first day, and where a date is meant and none is said (0 is an empty cell's formula).</summary>
    private DateTime? Moment(decimal serial, NumberLooks looks)
    {
        if (serial < 0 || serial > 2_958_465)
            return null;
        // What programs save is a float: 09:30 comes as 0.39583333333333298.
        var ticks = decimal.ToInt64(decimal.Round(serial * 86_400m)) * TimeSpan.TicksPerSecond;
        if (looks == NumberLooks.Span || (looks == NumberLooks.Time && serial < 1))
            return Zero.AddTicks(ticks);
        if (from1904)
            return looks is NumberLooks.Date or NumberLooks.DateTime && serial < 1 ? null : new DateTime(1904, 1, 1).AddTicks(ticks);
        // Day 60 is 29 February 1900, which never was; from 61 on the days are right.
        return serial < 1 ? null : serial < 60 ? new DateTime(1899, 12, 31).AddTicks(ticks) : serial < 61 ? null : new DateTime(1899, 12, 30).AddTicks(ticks);
    }

    private static string Shown(decimal number, int zeros) => zeros > 0 && number == decimal.Truncate(number)
        ? decimal.Truncate(number).ToString(new string('0', zeros), CultureInfo.InvariantCulture)
        : number.ToString("0.############", CultureInfo.InvariantCulture);

    public static string Shown(DateTime moment, NumberLooks looks)
    {
        var seconds = moment.Second == 0 ? "" : ":ss";
        if (looks == NumberLooks.Span || moment.Date == Zero)
            return string.Create(CultureInfo.InvariantCulture, $"{(moment - Zero).Ticks / TimeSpan.TicksPerHour:00}:{moment.ToString("mm" + seconds, CultureInfo.InvariantCulture)}");
        return looks == NumberLooks.Date && moment.TimeOfDay == TimeSpan.Zero ? moment.ToString("yyyy-MM-dd", CultureInfo.InvariantCulture) : moment.ToString("yyyy-MM-dd HH:mm" + seconds, CultureInfo.InvariantCulture);
    }
}
