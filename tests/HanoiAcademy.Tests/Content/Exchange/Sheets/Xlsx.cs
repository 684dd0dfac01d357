using DocumentFormat.OpenXml;
using DocumentFormat.OpenXml.Packaging;
using DocumentFormat.OpenXml.Spreadsheet;

namespace HanoiAcademy.Tests.Content.Exchange.Sheets;

/// <summary>Workbooks made for a test. A text is a text, a number a number, a DateTime a serial with a date format; a string that begins with = is a formula.</summary>
internal sealed class Xlsx
{
    private readonly List<(string Name, SheetStateValues? State, SheetData Data, string[] Merges)> _sheets = [];
    private readonly List<string> _formats = [];

    public bool From1904 { get; init; }

    public Xlsx Sheet(string name, object?[][] rows, SheetStateValues? state = null, params string[] merges)
    {
        var data = new SheetData();
        foreach (var (row, at) in rows.Select((row, at) => (row, at)))
            data.Append(new Row(row.Select((value, column) => Cell(value, column, at + 1)).OfType<Cell>()) { RowIndex = (uint)at + 1 });
        _sheets.Add((name, state, data, merges));
        return this;
    }

    /// <summary>A number with a format of its own.</summary>
    public sealed record Formatted(decimal Number, string Format);

    public byte[] Bytes()
    {
        using var stream = new MemoryStream();
        using (var document = SpreadsheetDocument.Create(stream, SpreadsheetDocumentType.Workbook))
        {
            var main = document.AddWorkbookPart();
            main.Workbook = new Workbook(new WorkbookProperties { Date1904 = From1904 }, new DocumentFormat.OpenXml.Spreadsheet.Sheets());
            main.AddNewPart<WorkbookStylesPart>().Stylesheet = new Stylesheet(
                new NumberingFormats(_formats.Select((format, at) => new NumberingFormat { NumberFormatId = (uint)(200 + at), FormatCode = format })),
                new Fonts(new Font()), new Fills(new Fill()), new Borders(new Border()), new CellStyleFormats(new CellFormat()),
                new CellFormats([new CellFormat(), new CellFormat { NumberFormatId = 22, ApplyNumberFormat = true }, .. _formats.Select((_, at) => new CellFormat { NumberFormatId = (uint)(200 + at), ApplyNumberFormat = true })]));
            foreach (var (name, state, data, merges) in _sheets)
            {
                var part = main.AddNewPart<WorksheetPart>();
                part.Worksheet = new Worksheet(data);
                if (merges.Length > 0)
                    part.Worksheet.Append(new MergeCells(merges.Select(area => new MergeCell { Reference = area })));
                main.Workbook.Sheets!.Append(new Sheet { Name = name, State = state, SheetId = (uint)main.Workbook.Sheets.Count() + 1, Id = main.GetIdOfPart(part) });
            }
        }

        return stream.ToArray();
    }

    private Cell? Cell(object? value, int column, int row)
    {
        var reference = HanoiAcademy.Content.Exchange.Sheets.CellName.Letter(column) + row.ToString(System.Globalization.CultureInfo.InvariantCulture);
        return value switch
        {
            null => null,
            string text when text.StartsWith('=') => new Cell { CellReference = reference, CellFormula = new(text[1..]) },
            string text => new Cell { CellReference = reference, DataType = CellValues.InlineString, InlineString = new InlineString(new Text(text) { Space = SpaceProcessingModeValues.Preserve }) },
            DateTime date => new Cell { CellReference = reference, StyleIndex = 1, CellValue = new((date - (From1904 ? new DateTime(1904, 1, 1) : new DateTime(1899, 12, 30))).TotalDays) },
            Formatted formatted => new Cell { CellReference = reference, StyleIndex = Style(formatted.Format), CellValue = new(formatted.Number) },
            IFormattable number => new Cell { CellReference = reference, CellValue = new(number.ToString(null, System.Globalization.CultureInfo.InvariantCulture)) },
            _ => throw new ArgumentException("no cell", nameof(value)),
        };
    }

    private uint Style(string format)
    {
        if (!_formats.Contains(format))
            _formats.Add(format);
        return (uint)_formats.IndexOf(format) + 2;
    }
}
