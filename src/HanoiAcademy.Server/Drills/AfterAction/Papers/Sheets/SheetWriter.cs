using System.Collections.Immutable;
using System.Globalization;
using HanoiAcademy.Content.Exchange.Writing;
using HanoiAcademy.Server.Drills.AfterAction.Document;
using HanoiAcademy.Server.Drills.AfterAction.Papers.Word;

namespace HanoiAcademy.Server.Drills.AfterAction.Papers.Sheets;

/// <summary>Writes a report as an .xlsx: what it says in sentences on the first sheet, each of its tables on one of its own. Texts are texts, never formulas.</summary>
internal static class SheetWriter
{
    public const string ContentType = "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet";

    public static byte[] Write(ReportDocument report, Paper paper, PaperWords words)
    {
        var tables = report.Blocks.OfType<TableBlock>().Concat(report.Blocks.OfType<PlotBlock>().Select(plot => plot.Figures)).Where(table => !table.Columns.IsEmpty).ToList();
        var names = new SheetNames();
        var sheets = new List<DrawnSheet> { First(report, names.Take(words.Summary), words, Math.Max(0, tables.Count - PaperLimits.Sheets)) };
        sheets.AddRange(tables.Take(PaperLimits.Sheets).Select(table => Sheet(table, names.Take(table.Caption.Length > 0 ? table.Caption : table.Id), report, words)));
        return XlsxWriter.Write([.. sheets.Select(sheet => sheet with { Marking = Clean(report.Banner, words), IsRightToLeft = report.IsRightToLeft, IsLetter = paper == Paper.Letter })]);
    }

    private static DrawnSheet First(ReportDocument report, string name, PaperWords words, int left)
    {
        var rows = new List<DrawnRow> { Row(report.Banner, CellLook.Title), Row(report.Title, CellLook.Title), Row(report.Subtitle, CellLook.Prose) };
        foreach (var block in report.Blocks)
            rows.AddRange(block switch
            {
                HeadingBlock heading => [Row("", CellLook.Prose), Row(heading.Text, CellLook.Heading)],
                ParagraphBlock paragraph => [Row(Text(paragraph.Runs), CellLook.Prose)],
                ListBlock list => list.Items.Select((item, n) => Row((list.IsNumbered ? FormattableString.Invariant($"{n + 1}. ") : "• ") + Text(item), CellLook.Prose)),
                _ => [],
            });
        if (left > 0)
            rows.Add(Row(string.Format(CultureInfo.InvariantCulture, words.Left, left), CellLook.Help));
        if (rows.Count > PaperLimits.SheetRows)
            rows = [.. rows.Take(PaperLimits.SheetRows), Row(string.Format(CultureInfo.InvariantCulture, words.Left, rows.Count - PaperLimits.SheetRows), CellLook.Help)];
        return new(name, [100], rows);

        DrawnRow Row(string text, CellLook look) => new([new(Clean(text, words), look)]);
    }

    private static DrawnSheet Sheet(TableBlock table, string name, ReportDocument report, PaperWords words)
    {
        var rows = new List<DrawnRow>
        {
            new([new(Clean($"{report.Banner}. {report.Title}. {table.Caption}", words), CellLook.Title)]) { Height = 26 },
            new([.. table.Columns.Select(column => new DrawnCell(Clean(column.Heading, words), CellLook.Heading))]),
        };
        rows.AddRange(table.Rows.Take(PaperLimits.SheetRows).Select(row => new DrawnRow([.. table.Columns.Select((column, n) => Cell(column, n < row.Length ? Text(row[n].Runs) : "", words))])));
        if (table.Rows.Length > PaperLimits.SheetRows)
            rows.Add(new([new(string.Format(CultureInfo.InvariantCulture, words.Left, table.Rows.Length - PaperLimits.SheetRows), CellLook.Help)]));
        return new(name, [.. table.Columns.Select(column => Math.Clamp(Math.Max(column.Share * 12, column.Heading.Length + 2), 10, 60))], rows) { Frozen = 2 };
    }

    private static DrawnCell Cell(Column column, string text, PaperWords words) =>
        column.Kind == "number" && decimal.TryParse(text, NumberStyles.AllowLeadingSign | NumberStyles.AllowDecimalPoint, CultureInfo.InvariantCulture, out var number)
            ? new(number.ToString(CultureInfo.InvariantCulture), CellLook.Number)
            : new(Clean(text, words));

    private static string Text(ImmutableArray<Run> runs) => string.Concat(runs.Select(run => run.Text));

    private static string Clean(string text, PaperWords words) => WordText.Clean(text, words.Cut);
}
