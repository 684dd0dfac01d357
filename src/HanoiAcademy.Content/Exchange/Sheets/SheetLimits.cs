namespace HanoiAcademy.Content.Exchange.Sheets;

/// <summary>What one spreadsheet file may be. Counted while reading, never believed from a header; what is more is refused whole.</summary>
/// <param name="Bytes">Of the file itself.</param>
/// <param name="UnpackedBytes">Of all its XML together, counted while unpacking.</param>
/// <param name="PartCharacters">Of a part that becomes objects: the list of sheets, formats, what belongs to what. Cells and shared texts are streamed.</param>
/// <param name="Entries">Parts in the file.</param>
/// <param name="Sheets">Tabs.</param>
/// <param name="Rows">Rows that hold something, in all sheets.</param>
/// <param name="Columns">How far to the right something may stand.</param>
/// <param name="Cells">Cells that hold something, in all sheets.</param>
/// <param name="CellCharacters">Of one cell; spreadsheet programs end at 32,767.</param>
/// <param name="Characters">Of all cells: one text may be shared by thousands of them.</param>
/// <param name="CsvCellCharacters">Of one field of a CSV file, where nothing else bounds it.</param>
public sealed record SheetLimits(
    int Bytes = 20_000_000,
    long UnpackedBytes = 64_000_000,
    int PartCharacters = 2_000_000,
    int Entries = 2_000,
    int Sheets = 60,
    int Rows = 10_000,
    int Columns = 256,
    int Cells = 200_000,
    int CellCharacters = 40_000,
    int Characters = 10_000_000,
    int CsvCellCharacters = 1_000_000)
{
    public static SheetLimits Default { get; } = new();
}
