using HanoiAcademy.Content.Exchange;
using HanoiAcademy.Content.Exchange.Workbooks;
using HanoiAcademy.Content.Problems;
using HanoiAcademy.Server.Contributions.Reading;
using HanoiAcademy.Storage.Contributions;

namespace HanoiAcademy.Server.Contributions.Importing;

/// <summary>A file, and what it would become as things are chosen.</summary>
/// <param name="Read">The folder that it becomes, checked; null when nothing can be made of it yet.</param>
/// <param name="Rows">The preview of a table's rows.</param>
/// <param name="Losses">What became of everything; null for a folder, which loses nothing.</param>
/// <param name="Problems">Why nothing can be made of it, and what is in doubt.</param>
/// <param name="Changes">File by file against the version it is to follow.</param>
internal sealed record UploadReading(
    ImportLook Look, ReadFolder? Read, IReadOnlyList<ImportRow> Rows, LossReport? Losses, IReadOnlyList<Problem> Problems, IReadOnlyList<ChangeLine> Changes)
{
    /// <summary>Of our workbook onto a contribution: what it would change, to choose from.</summary>
    public WorkbookComparison? Merge { get; init; }

    public bool HasColumns => Look.Kind is ImportKind.Msel or ImportKind.Chronogram;

    /// <summary>What the version says of where it comes from.</summary>
    public string Origin => Look.Kind switch { ImportKind.Folder => VersionOrigin.Folder, ImportKind.Workbook => VersionOrigin.Workbook, _ => VersionOrigin.Import };

    /// <summary>It is somebody else's format: what it makes is a whole new drill.</summary>
    public bool IsForeign => Look.Kind is ImportKind.Msel or ImportKind.Chronogram or ImportKind.Blueprint or ImportKind.OpenAev;
}
