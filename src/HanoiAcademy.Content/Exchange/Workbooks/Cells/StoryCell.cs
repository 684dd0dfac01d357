using System.Globalization;
using HanoiAcademy.Content.Exchange.Edits;
using HanoiAcademy.Content.Exchange.Sheets;

namespace HanoiAcademy.Content.Exchange.Workbooks.Cells;

/// <summary>A moment of the story with its offset from UTC. A date that Excel made of it lost the offset and takes that of the scenario's StartEx.</summary>
internal sealed class StoryCell : Cell
{
    private static readonly string[] Formats =
        ["yyyy-MM-ddTHH:mmzzz", "yyyy-MM-ddTHH:mm:sszzz", "yyyy-MM-ddTHH:mm'Z'", "yyyy-MM-ddTHH:mm:ss'Z'", "yyyy-MM-dd HH:mm zzz", "yyyy-MM-dd HH:mm:ss zzz", "yyyy-MM-dd HH:mmzzz", "yyyy-MM-dd HH:mm:sszzz", "yyyy-MM-dd HH:mm'Z'"];

    public static bool TryRead(string text, out DateTimeOffset time) => DateTimeOffset.TryParseExact(text.Trim(), Formats, CultureInfo.InvariantCulture, DateTimeStyles.AssumeUniversal, out time);

    public override string Say(YamlValue value) => value is not YamlText text ? "" : TryRead(text.Text, out var time) ? Written(time) : text.Text.Trim();

    public override YamlValue Value(string said) => new YamlText(said);

    public override string Show(string said, CellContext context) => TryRead(said, out var time) ? time.ToString(time.Second == 0 ? "yyyy-MM-dd HH:mm zzz" : "yyyy-MM-dd HH:mm:ss zzz", CultureInfo.InvariantCulture) : said;

    public override string Parse(SheetCell cell, CellContext context)
    {
        if (TryRead(cell.Text, out var time))
            return Written(time);
        if (cell.Moment is { Year: > 1900 } moment && context.Start is { } start)
            return Written(new DateTimeOffset(DateTime.SpecifyKind(moment, DateTimeKind.Unspecified), start.Offset));
        throw new CellRefused($"‘{cell.Text}’ must be a date and time with its offset from UTC, such as 2027-03-02 06:10 +07:00. Format the cell as text, so that the spreadsheet leaves it as it is.");
    }

    private static string Written(DateTimeOffset time) => time.ToString(time.Offset == TimeSpan.Zero ? "yyyy-MM-ddTHH:mm:ss'Z'" : "yyyy-MM-ddTHH:mm:sszzz", CultureInfo.InvariantCulture);
}
