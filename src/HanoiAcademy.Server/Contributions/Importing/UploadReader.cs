using HanoiAcademy.Content.Exchange;
using HanoiAcademy.Content.Exchange.Msel;
using HanoiAcademy.Content.Exchange.Sheets;
using HanoiAcademy.Content.Exchange.Workbooks;
using HanoiAcademy.Content.Problems;
using HanoiAcademy.Server.Contributions.Reading;

namespace HanoiAcademy.Server.Contributions.Importing;

/// <summary>Reads uploads at the workbench, whatever kind they are.</summary>
internal sealed class UploadReader(Workbench bench)
{
    /// <param name="template">A mapping that is to be fitted to the file.</param>
    public Task<ImportLook> Look(ReadOnlyMemory<byte> bytes, string fileName, ColumnMapping? template, CancellationToken cancel) => bench.Do(() => LookNow(bytes, fileName, template), cancel);

    /// <param name="before">The version that it is to follow; null for a new contribution.</param>
    public Task<UploadReading> Read(ReadOnlyMemory<byte> bytes, string fileName, UploadChoices choices, ReadFolder? before, CancellationToken cancel) =>
        bench.Do(() => ReadNow(bytes, fileName, choices, before), cancel);

    private static UploadReading ReadNow(ReadOnlyMemory<byte> bytes, string fileName, UploadChoices choices, ReadFolder? before)
    {
        if (FolderSniff.IsFolder(bytes))
            return Folder(Kind(ImportKind.Folder), bytes, before);
        if (Workbook(bytes, fileName) is { } book)
            return WorkbookReading.Of(book, choices, before);
        var look = DrillImport.Look(bytes, fileName, choices.Columns());
        if (look.Kind is null)
            return new UploadReading(look, null, [], null, look.Problems, []);
        var order = choices.Order(look);
        // A file onto a contribution makes another version of the same scenario.
        var result = DrillImport.Run(bytes, fileName, before is null || choices.Id.Length > 0 ? order : order with { Id = before.Id });
        var read = result.Folder is { } folder ? FolderCheck.Read(FolderCheck.Named(folder)) : null;
        return new UploadReading(look, read, result.Rows, result.Loss, result.Problems, Changes(before, read));
    }

    private static ImportLook LookNow(ReadOnlyMemory<byte> bytes, string fileName, ColumnMapping? template) =>
        FolderSniff.IsFolder(bytes) ? Kind(ImportKind.Folder)
        : Workbook(bytes, fileName) is not null ? Kind(ImportKind.Workbook)
        : DrillImport.Look(bytes, fileName, template);

    private static ImportLook Kind(ImportKind kind) => new(kind, [], null, "", "", []);

    /// <summary>Null when it is no spreadsheet, or none of ours. A folder in an archive is neither, and was asked for before.</summary>
    private static SheetBook? Workbook(ReadOnlyMemory<byte> bytes, string fileName) =>
        SheetFile.Read(bytes, fileName, new ProblemList()) is { } book && AcademyWorkbook.Is(book) ? book : null;

    private static UploadReading Folder(ImportLook look, ReadOnlyMemory<byte> bytes, ReadFolder? before)
    {
        var problems = new ProblemList();
        var read = FolderCheck.Unpack(bytes, problems) is { } folder ? FolderCheck.Read(folder) : null;
        return new UploadReading(look, read, [], null, problems.Sorted(), Changes(before, read));
    }

    private static IReadOnlyList<ChangeLine> Changes(ReadFolder? before, ReadFolder? read) => before is null || read is null ? [] : ChangeLine.Between(before.Folder, read.Folder);
}
