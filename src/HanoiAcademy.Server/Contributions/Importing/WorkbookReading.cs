using HanoiAcademy.Content.Exchange;
using HanoiAcademy.Content.Exchange.Sheets;
using HanoiAcademy.Content.Exchange.Workbooks;
using HanoiAcademy.Content.Problems;
using HanoiAcademy.Server.Contributions.Reading;

namespace HanoiAcademy.Server.Contributions.Importing;

/// <summary>Our own workbook: whole where it makes a new contribution, by its ids where it changes one.</summary>
internal static class WorkbookReading
{
    private static readonly ImportLook Look = new(ImportKind.Workbook, [], null, "", "", []);

    public static UploadReading Of(SheetBook book, UploadChoices choices, ReadFolder? before) => before is null ? Whole(book, choices) : Onto(book, choices, before);

    private static UploadReading Whole(SheetBook book, UploadChoices choices)
    {
        var made = AcademyWorkbook.Import(book, choices.Id.Length > 0 ? choices.Id : null);
        var read = made.Folder is { } folder ? FolderCheck.Read(FolderCheck.Named(folder)) : null;
        return new UploadReading(Look, read, [], made.Loss, made.Problems, []);
    }

    private static UploadReading Onto(SheetBook book, UploadChoices choices, ReadFolder before)
    {
        var compared = AcademyWorkbook.Compare(before.Folder, book);
        var warnings = compared.Warnings.Select(sentence => new Problem(book.FileName, 1, 1, "workbook", sentence, Severity.Warning));
        if (compared.HasErrors)
            return new UploadReading(Look, null, [], null, [.. compared.Problems, .. warnings], []) { Merge = compared };
        var keys = choices.Taken?.ToHashSet(StringComparer.Ordinal) ?? compared.Usual;
        var merged = AcademyWorkbook.Apply(before.Folder, book, keys);
        var read = merged.Folder is { } folder ? FolderCheck.Read(FolderCheck.Named(folder)) : null;
        IReadOnlyList<ChangeLine> changes = read is null ? [] : [.. merged.Applied.Select(Line)];
        return new UploadReading(Look, read, [], null, [.. compared.Problems, .. merged.Problems.Where(problem => read is null || problem.Severity == Severity.Warning), .. warnings], changes) { Merge = compared };
    }

    private static ChangeLine Line(WorkbookChange change) => new(
        $"workbook-{ColumnsForm.Word(change.Kind)}", string.Join(", ", new[] { change.Sheet, change.Id, change.Field }.Where(part => part.Length > 0)), Short(change.Old), Short(change.New));

    private static string Short(string text) => text.Length <= 200 ? text : text[..(char.IsHighSurrogate(text[198]) ? 198 : 199)] + "…";
}
