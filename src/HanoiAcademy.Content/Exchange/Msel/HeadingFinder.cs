using HanoiAcademy.Content.Exchange.Sheets;
using HanoiAcademy.Content.Exchange.Times;

namespace HanoiAcademy.Content.Exchange.Msel;

/// <param name="Row">The number of the row with the headings, of two-line headings the lower; null: none was found.</param>
/// <param name="Headings">By column from 0; empty where there is none.</param>
internal sealed record FoundHeadings(int? Row, IReadOnlyList<string> Headings);

/// <summary>Looks for the row that names the columns: the first among those at the top in which the most cells say something known.</summary>
internal static class HeadingFinder
{
    private const int Top = 40;
    private const int LongestHeading = 80;

    public static FoundHeadings Find(Sheet sheet)
    {
        var (best, points) = (-1, 0);
        var rows = sheet.Rows;
        for (var at = 0; at < rows.Count && at < Top; at++)
            if (Points(rows[at]) is var here && here > points)
                (best, points) = (at, here);
        if (best < 0)
            return new(null, []);
        // Two lines: a line above that spans several columns, or a line below that divides them.
        if (best > 0 && rows[best - 1].Number == rows[best].Number - 1 && IsUpper(rows[best - 1], rows[best]))
            return new(rows[best].Number, Joined(rows[best - 1], rows[best]));
        if (best + 1 < rows.Count && rows[best + 1].Number == rows[best].Number + 1 && IsLower(rows[best], rows[best + 1]))
            return new(rows[best + 1].Number, Joined(rows[best], rows[best + 1]));
        return new(rows[best].Number, [.. rows[best].Cells.Select(cell => cell.Text)]);
    }

    /// <summary>The row that a mapping of this very sheet names: its cells are the mapping's headings, letter by letter.</summary>
    public static FoundHeadings? Said(Sheet sheet, ColumnMapping mapping)
    {
        if (mapping.Sheets.FirstOrDefault(s => s.Sheet == sheet.Name) is not { HeadingRow: { } number } own || sheet.Rows.FirstOrDefault(row => row.Number == number) is not { } row || Find(sheet).Row == number)
            return null;
        var same = own.Columns.Where(column => column.Heading.Length > 0).ToList();
        return same.Count > 0 && same.All(column => CellName.TryRead(column.Letter + "1", out var at, out _) && Fold.Words(row[at].Text) == Fold.Words(column.Heading)) ? new(number, [.. row.Cells.Select(cell => cell.Text)]) : null;
    }

    /// <summary>The row at the top that holds most of a template's headings, at least half of them; null where none does.</summary>
    public static FoundHeadings? Known(Sheet sheet, ColumnMapping template)
    {
        foreach (var known in template.Sheets.Where(s => s.HeadingRow is not null))
        {
            var wanted = known.Columns.Select(column => Fold.Words(column.Heading)).Where(words => words.Length > 0).ToHashSet(StringComparer.Ordinal);
            var best = sheet.Rows.Take(Top).Select(row => (Row: row, Found: row.Cells.Select(cell => Fold.Words(cell.Text)).Distinct(StringComparer.Ordinal).Count(wanted.Contains))).DefaultIfEmpty().MaxBy(row => row.Found);
            if (best.Found >= 2 && best.Found * 2 >= wanted.Count && Find(sheet).Row is null)
                return new(best.Row.Number, [.. best.Row.Cells.Select(cell => cell.Text)]);
        }

        return null;
    }

    /// <summary>Meanings that are named; 0 where it is too little to be a heading, or looks like an inject.</summary>
    private static int Points(SheetRow row)
    {
        var cells = row.Cells.Where(cell => !cell.IsEmpty).ToList();
        if (cells.Count < 2 || cells.Any(cell => cell.Moment is not null || cell.Number is not null || (cell.Text.Any(char.IsAsciiDigit) && TimeText.Read(cell) is not TimeReading.None)))
            return 0;
        var meanings = cells.Where(cell => cell.Text.Length <= LongestHeading && cell.Number is null).Select(cell => HeadingWords.Of(cell.Text)).OfType<ColumnMeaning>().ToList();
        var kinds = meanings.Distinct().Count();
        var tells = meanings.Any(m => m is ColumnMeaning.Subject or ColumnMeaning.Message or ColumnMeaning.Description or ColumnMeaning.Title or ColumnMeaning.Expected);
        return kinds >= 2 && tells && meanings.Count * 5 >= cells.Count * 2 ? kinds : 0;
    }

    private static bool IsUpper(SheetRow upper, SheetRow lower) =>
        upper.Cells.Count(cell => !cell.IsEmpty) >= 2 && upper.Cells.All(cell => cell.Text.Length <= LongestHeading && cell.Moment is null && cell.Number is null)
        && upper.Cells.Select((cell, at) => (cell, at)).Any(c => HeadingWords.Of(c.cell.Text) is not null && (lower[c.at].IsEmpty || lower[c.at].Text == c.cell.Text || HeadingWords.Of(lower[c.at].Text) is null));

    private static bool IsLower(SheetRow upper, SheetRow lower)
    {
        var own = lower.Cells.Select((cell, at) => (cell, at)).Where(c => !c.cell.IsEmpty && c.cell.Text != upper[c.at].Text).ToList();
        return lower.Cells.Any(cell => !cell.IsEmpty)
            && lower.Cells.Select((cell, at) => (cell, at)).Any(c => c.cell.Text.Length > 0 && (c.cell.Text == upper[c.at].Text || (upper[c.at].IsEmpty && c.at > 0)))
            && own.All(c => c.cell.Text.Length <= 40 && c.cell.Moment is null && c.cell.Number is null && TimeText.Read(c.cell) is TimeReading.None)
            && own.Count * 2 <= upper.Cells.Count(cell => !cell.IsEmpty) + 1
            && own.All(c => upper[c.at].IsEmpty || HeadingWords.Of(upper[c.at].Text) is not null);
    }

    /// <summary>A name over several columns is said of each that has one of its own below.</summary>
    private static List<string> Joined(SheetRow upper, SheetRow lower)
    {
        var headings = new List<string>();
        var above = "";
        for (var at = 0; at < Math.Max(upper.Cells.Count, lower.Cells.Count); at++)
        {
            var (top, below) = (upper[at].Text, lower[at].Text);
            if (top.Length > 0)
                above = top;
            headings.Add(below.Length == 0 || below == top ? top : (top.Length > 0 || HeadingWords.Of(below) is null) && above.Length > 0 ? $"{above} {below}" : below);
        }

        return headings;
    }
}
