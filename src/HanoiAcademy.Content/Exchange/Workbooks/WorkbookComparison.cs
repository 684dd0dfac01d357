using HanoiAcademy.Content.Problems;

namespace HanoiAcademy.Content.Exchange.Workbooks;

/// <summary>What a workbook would change in a scenario's files, before anything is changed.</summary>
/// <param name="Changes">By sheet and row; removals last.</param>
/// <param name="Problems">Cells that cannot be taken, each with its sheet, row and column. A warning is one that stays as it is in the files while all else can be applied; with an
/// error, such as a row whose id is none, nothing is.</param>
/// <param name="Warnings">Sentences about the whole.</param>
/// <param name="Language">In which the workbook's headings are: en, vi or fr.</param>
/// <param name="FolderHash">Of the files that were compared; other files want another comparison.</param>
public sealed record WorkbookComparison(
    IReadOnlyList<WorkbookChange> Changes, IReadOnlyList<Problem> Problems, IReadOnlyList<string> Warnings, string Language, string FolderHash)
{
    public bool HasErrors => Problems.Any(p => p.Severity == Severity.Error);

    /// <summary>Keys of what is applied unless somebody chooses otherwise: all but conflicts.</summary>
    public IReadOnlySet<string> Usual => Changes.Where(c => c.Kind != WorkbookChangeKind.Conflict).Select(c => c.Key).ToHashSet(StringComparer.Ordinal);
}

/// <summary>A scenario's files after a workbook was merged into them.</summary>
/// <param name="Folder">Null when nothing was changed because something is wrong.</param>
/// <param name="Applied">What was changed.</param>
/// <param name="Problems">What is wrong, of the workbook by sheet, row and column where it can be told.</param>
public sealed record WorkbookMerge(Files.ContentFolder? Folder, IReadOnlyList<WorkbookChange> Applied, IReadOnlyList<Problem> Problems);

/// <summary>A scenario made of a filled workbook.</summary>
/// <param name="Folder">Null when the workbook has errors.</param>
/// <param name="Loss">What became of its rows.</param>
/// <param name="Problems">Of the workbook by sheet, row and column where it can be told; warnings are what would make the drill richer.</param>
public sealed record WorkbookImport(Files.ContentFolder? Folder, LossReport Loss, IReadOnlyList<Problem> Problems);
