namespace HanoiAcademy.Content.Exchange.Sheets;

/// <summary>Counts over all sheets of a file, and refuses at the first that is too much.</summary>
internal sealed class SheetCounts(SheetLimits limits)
{
    private int _rows;
    private int _cells;
    private long _characters;

    public SheetLimits Limits => limits;

    public void Row()
    {
        if (++_rows > limits.Rows)
            throw new SheetRefused("sheet-too-long", SheetLimitsWords.Rows(limits));
    }

    public void Cell(int row, int column, int length)
    {
        if (column >= limits.Columns)
            throw new SheetRefused("sheet-too-wide", SheetLimitsWords.Columns(limits, row), row);
        if (++_cells > limits.Cells)
            throw new SheetRefused("sheet-too-many-cells", SheetLimitsWords.Cells(limits), row);
        if (length > limits.CellCharacters || (_characters += length) > limits.Characters)
            throw new SheetRefused("sheet-too-much-text", SheetLimitsWords.Text(limits, row), row);
    }
}
