using HanoiAcademy.Content.Exchange.Sheets;
using HanoiAcademy.Content.Exchange.Writing;
using HanoiAcademy.Content.Files;
using HanoiAcademy.Content.Problems;

namespace HanoiAcademy.Content.Exchange.Msel;

/// <summary>A spreadsheet of injects, with headings or without.</summary>
internal sealed class MselSource(SheetBook book) : IImportSource
{
    private readonly List<(SheetMapping Mapping, SheetLook Look)> _sheets = [.. book.Sheets.Select(sheet => MappingProposal.Of(sheet))];

    public string Words => Kind == ImportKind.Chronogram ? "a chronogram without headings" : "an MSEL spreadsheet";

    private ImportKind Kind => _sheets.Where(sheet => sheet.Mapping.Take).All(sheet => sheet.Mapping.HeadingRow is null) && _sheets.Any(sheet => sheet.Mapping.Take) ? ImportKind.Chronogram : ImportKind.Msel;

    private ColumnMapping Proposed => new([.. _sheets.Select(sheet => sheet.Mapping)]);

    private List<(SheetMapping Mapping, SheetLook Look)> Fitted(ColumnMapping template)
    {
        var known = book.Sheets.Select(sheet => MappingProposal.Of(sheet, template)).ToList();
        return [.. MappingFit.Fit(template, new([.. known.Select(sheet => sheet.Mapping)])).Sheets.Zip(known, (mapping, sheet) => (mapping, sheet.Look with { HeadingRow = mapping.HeadingRow }))];
    }

    private string Title => DraftTitle.Of(book.FileName);

    public ImportLook Look(ColumnMapping? template)
    {
        var fitted = template is null ? _sheets : Fitted(template);
        return new(Kind, [.. fitted.Select(sheet => sheet.Look)], new([.. fitted.Select(sheet => sheet.Mapping)]), DraftTitle.Id(Title), Title, []);
    }

    public (ContentFolder? Folder, IReadOnlyList<ImportRow> Rows) Run(ImportOrder order, LossBook loss, ProblemList problems)
    {
        foreach (var note in book.Notes)
            loss.Add(note.Kind, note.Where, note.What);
        var mapping = order.Mapping is null ? Proposed : new([.. Fitted(order.Mapping).Select(sheet => sheet.Mapping)]);
        foreach (var missing in order.Sheets?.Where(name => !book.Sheets.Any(sheet => sheet.Name.Equals(name, StringComparison.OrdinalIgnoreCase))) ?? [])
            problems.Add(new(book.FileName, 1, 1, "import-no-sheet", $"There is no sheet ‘{missing}’; the file has {string.Join(", ", book.Sheets.Select(sheet => $"‘{sheet.Name}’"))}."));
        if (problems.HasErrors)
            return (null, []);
        var title = order.Title ?? Title;
        var draft = new DrillDraft(order.Id ?? DraftTitle.Id(title), title, order.Language);
        var import = new MselImport(draft, mapping, order, loss, problems, book.FileName);
        import.Run(book);
        return (problems.HasErrors ? null : DraftFolder.Write(draft), import.Rows);
    }
}
