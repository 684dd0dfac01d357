using HanoiAcademy.Content.Exchange.Edits;
using HanoiAcademy.Content.Exchange.Sheets;

namespace HanoiAcademy.Content.Exchange.Workbooks.Cells;

/// <summary>
/// How one kind of value stands in a file and in a cell. Between the two it is a text that means the same in every language of a workbook and however an
/// author wrote it, so that only a change of meaning is a change. Empty: not said.
/// </summary>
internal abstract class Cell
{
    /// <summary>What the file says.</summary>
    public abstract string Say(YamlValue value);

    /// <summary>What to write into the file.</summary>
    public abstract YamlValue Value(string said);

    /// <summary>What somebody wrote into a cell that is not empty.</summary>
    /// <exception cref="CellRefused">It says nothing that can be taken.</exception>
    public abstract string Parse(SheetCell cell, CellContext context);

    /// <summary>What stands in the cell.</summary>
    public virtual string Show(string said, CellContext context) => said;

    /// <summary>The closed list of words behind the cell's drop-down; null for none.</summary>
    public virtual string? List => null;

    /// <summary>Line ends and gaps around a text are no change.</summary>
    public static string Plain(string text) => text.ReplaceLineEndings("\n").Trim();
}
