using System.Globalization;
using DocumentFormat.OpenXml;
using DocumentFormat.OpenXml.Packaging;
using DocumentFormat.OpenXml.Spreadsheet;
using CellName = HanoiAcademy.Content.Exchange.Sheets.CellName;

namespace HanoiAcademy.Content.Exchange.Writing;

/// <summary>Writes sheets as an .xlsx that Excel and LibreOffice open without a question.</summary>
public static class XlsxWriter
{
    /// <summary>The bytes of an .xlsx; the first sheet is the one that shows.</summary>
    /// <param name="sheets">In their order; names no longer than 31 characters, no two the same.</param>
    public static byte[] Write(IReadOnlyList<DrawnSheet> sheets)
    {
        using var bytes = new MemoryStream();
        using (var document = SpreadsheetDocument.Create(bytes, SpreadsheetDocumentType.Workbook))
        {
            var book = document.AddWorkbookPart();
            book.AddNewPart<WorkbookStylesPart>().Stylesheet = XlsxStyles.Make();
            var tabs = new DocumentFormat.OpenXml.Spreadsheet.Sheets();
            var names = new DefinedNames();
            for (var n = 0; n < sheets.Count; n++)
            {
                var part = book.AddNewPart<WorksheetPart>();
                part.Worksheet = Worksheet(sheets[n], isFirst: n == 0);
                tabs.Append(new DocumentFormat.OpenXml.Spreadsheet.Sheet
                {
                    Name = sheets[n].Name,
                    SheetId = (uint)n + 1,
                    Id = book.GetIdOfPart(part),
                    State = sheets[n].IsVeryHidden ? SheetStateValues.VeryHidden : sheets[n].IsHidden ? SheetStateValues.Hidden : null,
                });
                if (sheets[n].Frozen > 0)
                    names.Append(new DefinedName($"{Quoted(sheets[n].Name)}!$1:${sheets[n].Frozen}") { Name = "_xlnm.Print_Titles", LocalSheetId = (uint)n });
            }

            book.Workbook = new(new BookViews(new WorkbookView { ActiveTab = 0 }), tabs);
            if (names.HasChildren)
                book.Workbook.Append(names);
        }

        return bytes.ToArray();
    }

    /// <summary>A tab's name in a formula.</summary>
    public static string Quoted(string sheet) => $"'{sheet.Replace("'", "''", StringComparison.Ordinal)}'";

    private static Worksheet Worksheet(DrawnSheet sheet, bool isFirst)
    {
        var view = new SheetView { WorkbookViewId = 0, TabSelected = isFirst ? true : null, RightToLeft = sheet.IsRightToLeft ? true : null };
        if (sheet.Frozen > 0)
            view.Append(
                new Pane { VerticalSplit = sheet.Frozen, TopLeftCell = $"A{sheet.Frozen + 1}", ActivePane = PaneValues.BottomLeft, State = PaneStateValues.Frozen },
                new Selection { Pane = PaneValues.BottomLeft, ActiveCell = $"A{sheet.Frozen + 1}", SequenceOfReferences = new() { InnerText = $"A{sheet.Frozen + 1}" } });
        var all = new Worksheet(
            new SheetProperties(new PageSetupProperties { FitToPage = true }),
            new SheetViews(view),
            new SheetFormatProperties { DefaultRowHeight = 15 });
        if (sheet.Widths.Count > 0)
            all.Append(new Columns(sheet.Widths.Select((width, n) => new Column { Min = (uint)n + 1, Max = (uint)n + 1, Width = width + 0.7, CustomWidth = true, Style = sheet.Frozen > 0 ? (uint)CellLook.Text : null })));
        all.Append(new SheetData(sheet.Rows.Select((row, n) => Row(sheet, row, n + 1))));
        if (sheet.Choices.Count > 0)
            all.Append(new DataValidations(sheet.Choices.Select(Choice)) { Count = (uint)sheet.Choices.Count });
        all.Append(
            new PageMargins { Left = 0.5, Right = 0.5, Top = 0.75, Bottom = 0.75, Header = 0.3, Footer = 0.3 },
            new PageSetup { PaperSize = sheet.IsLetter ? 1u : 9u, Orientation = OrientationValues.Landscape, FitToWidth = 1, FitToHeight = 0 });
        if (sheet.Marking.Length > 0)
            all.Append(new HeaderFooter(
                new OddHeader($"&C&\"-,Bold\"{Marked(sheet.Marking)}"),
                new OddFooter($"&L{Marked(sheet.Name)}&C&\"-,Bold\"{Marked(sheet.Marking)}&R&P / &N")));
        return all;
    }

    private static string Marked(string text) => text.Replace("&", "&&", StringComparison.Ordinal);

    private static Row Row(DrawnSheet sheet, DrawnRow row, int number)
    {
        var height = row.Height ?? Height(sheet, row);
        return new(row.Cells.Select((cell, n) => (cell, n)).Where(c => c.cell.Text.Length > 0 || c.cell.Look != CellLook.Text || c.cell.Formula is not null).Select(c => Cell(c.cell, c.n, number)))
        {
            RowIndex = (uint)number,
            Height = height,
            CustomHeight = true,
        };
    }

    private static Cell Cell(DrawnCell cell, int column, int row)
    {
        var all = new Cell { CellReference = CellName.Letter(column) + row.ToString(CultureInfo.InvariantCulture), StyleIndex = (uint)cell.Look };
        if (cell.Formula is { } formula)
        {
            all.DataType = CellValues.String;
            all.Append(new CellFormula(formula), new CellValue(XlsxText.Escaped(cell.Text)));
        }
        else if (cell is { Look: CellLook.Number, Text.Length: > 0 })
        {
            all.Append(new CellValue(cell.Text));
        }
        else if (cell.Text.Length > 0)
        {
            all.DataType = CellValues.InlineString;
            all.Append(new InlineString(new Text(XlsxText.Escaped(cell.Text)) { Space = SpaceProcessingModeValues.Preserve }));
        }

        return all;
    }

    /// <summary>As many lines as the longest text needs, up to what still leaves a table a table.</summary>
    private static double Height(DrawnSheet sheet, DrawnRow row)
    {
        var lines = row.Cells.Select((cell, n) => cell.Look == CellLook.Title ? 2 : cell.Text.Split('\n').Sum(line => 1 + (line.Length / Math.Max(8, n < sheet.Widths.Count ? sheet.Widths[n] : 10)))).DefaultIfEmpty(1).Max();
        return Math.Min(lines * 15, 210);
    }

    private static DataValidation Choice(DrawnChoice choice)
    {
        var column = CellName.Letter(choice.Column);
        var all = new DataValidation
        {
            AllowBlank = true,
            ShowInputMessage = choice.Words.Length > 0,
            ShowErrorMessage = choice.Source is not null && choice.IsStrict,
            PromptTitle = Short(choice.Title, 32),
            Prompt = Short(choice.Words, 255),
            SequenceOfReferences = new() { InnerText = string.Create(CultureInfo.InvariantCulture, $"{column}{choice.FirstRow}:{column}{choice.LastRow}") },
        };
        if (choice.Source is not null)
        {
            all.Type = DataValidationValues.List;
            all.Append(new Formula1(choice.Source));
        }

        return all;
    }

    private static string Short(string text, int most) => text.Length <= most ? text : text[..(most - 1)] + "…";
}
