using System.Globalization;

namespace HanoiAcademy.Content.Exchange.Sheets;

/// <summary>The limits in sentences, the same for every kind of file.</summary>
internal static class SheetLimitsWords
{
    public static string Rows(SheetLimits limits) => $"The file holds more than {N(limits.Rows)} rows with something in them; a drill has 500 injects. Keep the rows of one drill and save it again.";

    public static string Columns(SheetLimits limits, int row) => $"Row {row} holds something to the right of column {CellName.Letter(limits.Columns - 1)}; a table may be {limits.Columns} columns wide. Take it out and save it again.";

    public static string Cells(SheetLimits limits) => $"The file holds more than {N(limits.Cells)} cells with something in them; keep the rows of one drill and save it again.";

    public static string Text(SheetLimits limits, int row) => $"There is too much text in row {row}: a cell may have {N(limits.CellCharacters)} characters, all together {N(limits.Characters)}. Make it shorter and save it again.";

    private static string N(int number) => number.ToString("N0", CultureInfo.InvariantCulture);
}
