namespace HanoiAcademy.Content.Exchange.Sheets;

/// <summary>A spreadsheet file as cells, whatever kind of file it was. Nothing in it is live: a formula is the value that was saved with it.</summary>
/// <param name="FileName">As uploaded; only for people to read.</param>
/// <param name="Sheets">In the file's order; a CSV file has one.</param>
/// <param name="Notes">What was left behind while reading: macros, links to other files, pictures, comments; each once, with its number.</param>
public sealed record SheetBook(string FileName, IReadOnlyList<Sheet> Sheets, IReadOnlyList<LossLine> Notes);

/// <param name="Name">As on its tab.</param>
/// <param name="IsHidden">Whether its owner had hidden it: it is read, and nothing of it is taken unasked.</param>
/// <param name="Rows">Those that hold something, in order.</param>
public sealed record Sheet(string Name, bool IsHidden, IReadOnlyList<SheetRow> Rows);

/// <param name="Number">From 1, as beside the row in the program it was written with.</param>
/// <param name="Cells">From column A on, up to the last that holds something; of merged cells the first holds it all, and so do those below it in its column.</param>
/// <param name="IsHidden">Whether its owner had hidden or filtered it away.</param>
public sealed record SheetRow(int Number, IReadOnlyList<SheetCell> Cells, bool IsHidden = false)
{
    /// <summary>The cell of a column from 0 on; an empty one where the row has ended.</summary>
    public SheetCell this[int column] => column >= 0 && column < Cells.Count ? Cells[column] : SheetCell.Empty;
}

/// <param name="Text">What its reader saw, without gaps around it; line breaks as \n.</param>
/// <param name="Number">Its value, where it is a number.</param>
/// <param name="Moment">Its value, where it is a date or a time by its format: on the calendar of whoever wrote it, without a zone. A time of day alone or a span
/// has the date 0001-01-01 and may run over a day (25:30 is 0001-01-02 01:30).</param>
public sealed record SheetCell(string Text, decimal? Number = null, DateTime? Moment = null)
{
    public static SheetCell Empty { get; } = new("");

    public bool IsEmpty => Text.Length == 0;
}
