using HanoiAcademy.Content.Exchange.Msel;
using HanoiAcademy.Content.Exchange.Sheets;
using HanoiAcademy.Content.Exchange.Workbooks;
using HanoiAcademy.Content.Exchange.Writing;
using HanoiAcademy.Content.Files;
using HanoiAcademy.Content.Problems;

namespace HanoiAcademy.Content.Exchange;

/// <summary>Our own workbook: its columns are known, and nothing is to be mapped.</summary>
internal sealed class WorkbookSource(SheetBook book) : IImportSource
{
    public string Words => "a workbook of this academy";

    public ImportLook Look(ColumnMapping? template)
    {
        var id = AcademyWorkbook.ScenarioOf(book) is { Length: > 0 } own ? own : DraftTitle.Id(DraftTitle.Of(book.FileName));
        return new(ImportKind.Workbook, [], null, id, DraftTitle.Of(book.FileName), []);
    }

    public (ContentFolder? Folder, IReadOnlyList<ImportRow> Rows) Run(ImportOrder order, LossBook loss, ProblemList problems)
    {
        foreach (var note in book.Notes)
            loss.Add(note.Kind, note.Where, note.What);
        var import = AcademyWorkbook.Import(book, order.Id);
        problems.AddRange(import.Problems);
        foreach (var line in import.Loss.Lines)
            loss.Add(line.Kind, line.Where, line.What, line.Id);
        return (import.Folder, []);
    }
}
