namespace HanoiAcademy.Content.Exchange.Msel;

/// <summary>
/// What each column of each sheet is. Saved, it is a template for the next file: there it is matched by the headings, wherever they stand, and by the
/// letters only where a sheet has no headings.
/// </summary>
public sealed record ColumnMapping(IReadOnlyList<SheetMapping> Sheets)
{
    public const int MostSheets = 60;
    public const int MostColumns = 256;
}

/// <param name="Sheet">The name on its tab.</param>
/// <param name="Take">Whether its rows are imported.</param>
/// <param name="HeadingRow">The number of the row with the headings; null when it has none.</param>
/// <param name="Columns">From left to right; what is not named here is not taken.</param>
/// <param name="Dates">How dates such as 03/04/2027 are meant; null: as the column itself shows, and refused where it does not.</param>
/// <param name="Numbers">The unit of times that are bare numbers; null: such times cannot be read.</param>
public sealed record SheetMapping(string Sheet, bool Take, int? HeadingRow, IReadOnlyList<ColumnMapped> Columns, DateOrder? Dates = null, TimeUnit? Numbers = null);

/// <param name="Letter">A, B …</param>
/// <param name="Heading">As in the file; empty where there is none.</param>
/// <param name="Is">What it is.</param>
public sealed record ColumnMapped(string Letter, string Heading, ColumnMeaning Is);

/// <summary>Which of two small numbers of a date is the day.</summary>
public enum DateOrder
{
    DayFirst,
    MonthFirst,
}

/// <summary>What a bare number in a time column counts.</summary>
public enum TimeUnit
{
    Minutes,
    Hours,
    Days,
    Seconds,
}
