using System.Globalization;
using System.Text;
using DocumentFormat.OpenXml;
using HanoiAcademy.Server.Drills.AfterAction.Document;
using W = DocumentFormat.OpenXml.Wordprocessing;

namespace HanoiAcademy.Server.Drills.AfterAction.Papers.Word;

/// <summary>A table: its caption above it, its headings again on every page, no row torn in two.</summary>
internal static class WordTables
{
    public static IEnumerable<OpenXmlElement> Of(TableBlock table, WordPen pen)
    {
        if (table.Caption.Length > 0)
            yield return pen.Paragraph(WordStyles.Caption, table.Caption);
        if (table.Columns.IsEmpty)
            yield break;
        var widths = Widths(table, pen.Paper.TextWidth);
        var drawn = new W.Table(Properties(table, pen), new W.TableGrid(widths.Select(width => new W.GridColumn { Width = Twips(width) })));
        drawn.Append(new W.TableRow(table.Columns.Select((column, n) => HeadingCell(column, widths[n], pen)).Prepend<OpenXmlElement>(new W.TableRowProperties(new W.CantSplit(), new W.TableHeader()))));
        foreach (var row in table.Rows.Take(PaperLimits.WordRows))
            drawn.Append(new W.TableRow(widths.Select((width, n) => Cell(n < row.Length ? row[n] : Document.Cell.Of(""), table.Columns[n], width, pen)).Prepend<OpenXmlElement>(new W.TableRowProperties(new W.CantSplit()))));
        yield return drawn;
        if (table.Rows.Length > PaperLimits.WordRows)
            yield return pen.Paragraph(WordStyles.Muted, string.Format(CultureInfo.InvariantCulture, CompositeFormat.Parse(pen.Words.More), table.Rows.Length - PaperLimits.WordRows));
        // Two tables that touch are one to Word, and a page that begins with a table has no place to write before it.
        yield return new W.Paragraph(new W.ParagraphProperties { ParagraphStyleId = new() { Val = WordStyles.TableText } });
    }

    private static W.TableProperties Properties(TableBlock table, WordPen pen)
    {
        var all = new W.TableProperties();
        if (pen.IsRightToLeft)
            all.Append(new W.BiDiVisual());
        all.Append(
            new W.TableWidth { Width = Twips(pen.Paper.TextWidth), Type = W.TableWidthUnitValues.Dxa },
            new W.TableBorders(Line<W.TopBorder>(), Line<W.LeftBorder>(), Line<W.BottomBorder>(), Line<W.RightBorder>(), Line<W.InsideHorizontalBorder>(), Line<W.InsideVerticalBorder>()),
            new W.TableLayout { Type = W.TableLayoutValues.Fixed },
            new W.TableCellMarginDefault(new W.TableCellLeftMargin { Width = 85, Type = W.TableWidthValues.Dxa }, new W.TableCellRightMargin { Width = 85, Type = W.TableWidthValues.Dxa }),
            new W.TableLook { Val = "0020", FirstRow = true, NoHorizontalBand = true, NoVerticalBand = true });
        if (table.Caption.Length > 0)
            all.Append(new W.TableCaption { Val = WordText.Clean(table.Caption, "") });
        return all;
    }

    private static T Line<T>()
        where T : W.BorderType, new() => new() { Val = W.BorderValues.Single, Size = 4, Space = 0, Color = "BFBFBF" };

    private static W.TableCell HeadingCell(Column column, int width, WordPen pen) => new(
        new W.TableCellProperties(
            new W.TableCellWidth { Width = Twips(width), Type = W.TableWidthUnitValues.Dxa },
            new W.Shading { Val = W.ShadingPatternValues.Clear, Color = "auto", Fill = "1F3864" }),
        pen.Paragraph(WordStyles.TableHead, column.Heading));

    private static W.TableCell Cell(Cell cell, Column column, int width, WordPen pen)
    {
        var properties = new W.TableCellProperties(new W.TableCellWidth { Width = Twips(width), Type = W.TableWidthUnitValues.Dxa });
        if (WordStyles.Ground(cell.Tone) is { } ground)
            properties.Append(new W.Shading { Val = W.ShadingPatternValues.Clear, Color = "auto", Fill = ground });
        var paragraph = pen.Paragraph(WordStyles.TableText, cell.Runs);
        if (column.Kind == "number")
            paragraph.ParagraphProperties!.Justification = new() { Val = W.JustificationValues.End };
        return new(properties, paragraph);
    }

    /// <summary>By shares, none narrower than a word; they fill the page to the last twentieth of a point.</summary>
    private static int[] Widths(TableBlock table, int whole)
    {
        var shares = table.Columns.Select(column => Math.Max(1, column.Share)).ToArray();
        var sum = shares.Sum();
        var widths = shares.Select(share => whole * share / sum).ToArray();
        widths[^1] += whole - widths.Sum();
        return widths;
    }

    private static string Twips(int width) => width.ToString(CultureInfo.InvariantCulture);
}
