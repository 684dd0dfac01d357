namespace HanoiAcademy.Content.Exchange.Workbooks;

/// <summary>The names in lower case are their words on the wire and in i18n.</summary>
public enum WorkbookChangeKind
{
    /// <summary>A row that the files do not have: <see cref="WorkbookChange.Parts"/> says what is in it.</summary>
    Added,

    /// <summary>A cell that was changed in the workbook alone.</summary>
    Changed,

    /// <summary>A row that was taken out of the workbook and is unchanged in the files: <see cref="WorkbookChange.Parts"/> says what goes.</summary>
    Removed,

    /// <summary>
    /// Changed in both since the export, or a removal that takes more than the workbook shows: variants and translations, which <see cref="WorkbookChange.Parts"/> names, or what
    /// may be the old row of one that could not be taken. The file's stays unless it is chosen.
    /// </summary>
    Conflict,
}

/// <summary>One thing that a workbook would change in a scenario's files.</summary>
/// <param name="Key">To choose it by: <c>inject:supplier-calls:subject</c>, of a whole row <c>inject:supplier-calls</c>.</param>
/// <param name="Kind">What became of it.</param>
/// <param name="Sheet">Name of the tab in the workbook's language.</param>
/// <param name="Id">Of a role <c>team.role</c>, of an option <c>decision.option</c>; of the drill itself empty.</param>
/// <param name="Field">The column's heading in the workbook's language; empty for a whole row.</param>
/// <param name="Old">What the files say, as a cell would show it.</param>
/// <param name="New">What the workbook says.</param>
/// <param name="Row">Of the workbook; 0 for a row that is no longer there.</param>
/// <param name="Parts">Of a whole row: its cells; of a removal also the files that go with it and stand in no cell.</param>
public sealed record WorkbookChange(string Key, WorkbookChangeKind Kind, string Sheet, string Id, string Field, string Old, string New, int Row, IReadOnlyList<WorkbookCell> Parts);

/// <param name="Field">The column's heading in the workbook's language.</param>
/// <param name="Text">As it stands in the cell.</param>
public sealed record WorkbookCell(string Field, string Text);
