using System.Globalization;
using System.Xml;
using DocumentFormat.OpenXml.Packaging;

namespace HanoiAcademy.Content.Exchange.Sheets;

/// <summary>A workbook's sheets, and a line for each kind of thing in it that is not cells.</summary>
internal sealed class XlsxBook(SpreadsheetDocument document, string name, SheetLimits limits)
{
    private readonly List<LossLine> _notes = [];

    public SheetBook Read()
    {
        var main = document.WorkbookPart ?? throw new InvalidDataException();
        var tabs = main.Workbook.Sheets?.Elements<DocumentFormat.OpenXml.Spreadsheet.Sheet>().ToList() ?? [];
        if (tabs.Count > limits.Sheets)
            throw new SheetRefused("sheet-too-many-sheets", $"The workbook has {tabs.Count} sheets; up to {limits.Sheets} are taken. Keep those of one drill.");
        var cells = new XlsxCells(XlsxStrings.Read(main, limits), XlsxFormats.Read(main), main.Workbook.WorkbookProperties?.Date1904?.Value == true);
        var counts = new SheetCounts(limits);
        var sheets = new List<Sheet>();
        foreach (var tab in tabs)
        {
            var title = tab.Name?.Value ?? string.Create(CultureInfo.InvariantCulture, $"Sheet {sheets.Count + 1}");
            var hidden = tab.State is { } state && state.InnerText is "hidden" or "veryHidden";
            if (tab.Id?.Value is not { } id || !main.TryGetPartById(id, out var part) || part is not WorksheetPart sheet)
            {
                Note($"sheet ‘{title}’", "It is a chart or a sheet of another kind, with no cells to read.");
                continue;
            }

            var reader = new XlsxSheet(title, cells, counts);
            using (var xml = Open(sheet, limits))
                reader.Read(xml);
            sheets.Add(new(title, hidden, reader.Rows));
            Left(title, sheet, reader);
        }

        if (sheets.All(sheet => sheet.Rows.Count == 0))
            throw new SheetRefused("file-empty", "The workbook holds no table; choose the one with the rows.");
        Left(main);
        return new(name, sheets, _notes);
    }

    /// <summary>No document type (its entities are bombs), nothing fetched, no more letters than may be.</summary>
    public static XmlReader Open(OpenXmlPart part, SheetLimits limits) => XmlReader.Create(part.GetStream(FileMode.Open, FileAccess.Read), new XmlReaderSettings
    {
        DtdProcessing = DtdProcessing.Prohibit,
        XmlResolver = null,
        MaxCharactersInDocument = limits.UnpackedBytes,
        IgnoreComments = true,
        IgnoreProcessingInstructions = true,
        CloseInput = true,
    });

    private void Left(string title, WorksheetPart sheet, XlsxSheet read)
    {
        if (read.Formulas.Count > 0)
            Note($"{title}, {Some(read.Formulas)}", "These formulas have no value saved with them, so the cells are empty here; open the file, let it calculate, and save it again.");
        if (read.Errors.Count > 0)
            Note($"{title}, {Some(read.Errors)}", "These cells hold an error (such as #REF!) and are taken as empty; mend the formulas and import again.");
        if (sheet.WorksheetCommentsPart is not null)
            Note(title, "Comments on cells; copy into a cell what the drill needs.");
        if (sheet.DrawingsPart is not null)
            Note(title, "Pictures, shapes or charts on the sheet; add what players are to see as evidence files.");
        if (sheet.EmbeddedObjectParts.Any() || sheet.EmbeddedPackageParts.Any() || sheet.EmbeddedControlPersistenceParts.Any())
            Note(title, "Embedded files or controls; nothing of them is opened.");
    }

    private void Left(WorkbookPart main)
    {
        if (main.VbaProjectPart is not null || main.MacroSheetParts.Any() || main.ExcelAttachedToolbarsPart is not null || main.ContentType.Contains("macroEnabled", StringComparison.Ordinal))
            Note("", "Macros; none is run, and none comes along.");
        if (main.ExternalWorkbookParts.Any())
            Note("", $"Links to other workbooks ({main.ExternalWorkbookParts.Count()}); the values that were saved with the cells are used, and nothing is fetched.");
        if (main.ConnectionsPart is not null)
            Note("", "Connections to data elsewhere; nothing is fetched.");
    }

    private void Note(string where, string what) => _notes.Add(new(LossKind.Dropped, where, what));

    private static string Some(List<string> cells) => cells.Count == 1 ? $"cell {cells[0]}" : $"cells {string.Join(", ", cells.Take(10))}{(cells.Count > 10 ? $" and {cells.Count - 10} more" : "")}";
}
