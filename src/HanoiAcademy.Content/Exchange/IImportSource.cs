using HanoiAcademy.Content.Exchange.Msel;
using HanoiAcademy.Content.Exchange.Writing;
using HanoiAcademy.Content.Files;
using HanoiAcademy.Content.Problems;

namespace HanoiAcademy.Content.Exchange;

/// <summary>One file of a kind that is known, read and not yet made anything of.</summary>
internal interface IImportSource
{
    /// <summary>What it was taken for, in words: ‘an MSEL spreadsheet’.</summary>
    string Words { get; }

    ImportLook Look(ColumnMapping? template);

    (ContentFolder? Folder, IReadOnlyList<ImportRow> Rows) Run(ImportOrder order, LossBook loss, ProblemList problems);
}
