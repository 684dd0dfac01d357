using HanoiAcademy.Content.Exchange.Times;

namespace HanoiAcademy.Content.Exchange.Msel;

/// <summary>Puts a saved mapping onto another file: sheets by name or by their headings, columns by heading, and by letter where there are none.</summary>
internal static class MappingFit
{
    public static ColumnMapping Fit(ColumnMapping template, ColumnMapping found) => new([.. found.Sheets.Select(sheet => Sheet(template, sheet))]);

    /// <summary>In hundredths, how many of the template's headed columns the file has; of templates without headings, whether the file has none either.</summary>
    public static int Score(ColumnMapping template, ColumnMapping found)
    {
        var wanted = template.Sheets.Where(sheet => sheet.Take).SelectMany(Headings).ToHashSet(StringComparer.Ordinal);
        if (wanted.Count == 0)
            return template.Sheets.Any(sheet => sheet.Take) && found.Sheets.Any(sheet => sheet.Take) && found.Sheets.Where(sheet => sheet.Take).All(sheet => sheet.HeadingRow is null) ? 50 : 0;
        return found.Sheets.Select(sheet => 100 * Headings(sheet).Count(wanted.Contains) / wanted.Count).DefaultIfEmpty(0).Max();
    }

    private static SheetMapping Sheet(ColumnMapping template, SheetMapping found)
    {
        var best = template.Sheets.FirstOrDefault(sheet => sheet.Sheet == found.Sheet && Shared(sheet, found) * 2 >= Headings(sheet).Count())
            ?? template.Sheets.Where(sheet => Shared(sheet, found) > 0).MaxBy(sheet => Shared(sheet, found))
            ?? template.Sheets.FirstOrDefault(sheet => sheet.Take && sheet.HeadingRow is null && found.HeadingRow is null && found.Take);
        if (best is null)
            return template.Sheets.FirstOrDefault(sheet => sheet.Sheet == found.Sheet) is { } same ? Own(same, found) : found;
        return Own(best, found);
    }

    private static SheetMapping Own(SheetMapping template, SheetMapping found)
    {
        // The same file again, with no column more or less: what was said of a heading's row and of columns without heading holds too.
        if (template.Sheet == found.Sheet && template.Columns.Count >= found.Columns.Count
            && found.Columns.All(f => template.Columns.Any(column => f.Letter == column.Letter && (column.Heading.Length == 0 || f.Heading.Length == 0 || Fold.Words(f.Heading) == Fold.Words(column.Heading))))
            && (template.HeadingRow == found.HeadingRow || template.HeadingRow is null || found.HeadingRow is null))
            return template;
        var byHeading = template.Columns.Where(column => column.Heading.Length > 0).GroupBy(column => Fold.Words(column.Heading), StringComparer.Ordinal).ToDictionary(group => group.Key, group => new Queue<ColumnMapped>(group), StringComparer.Ordinal);
        var columns = found.Columns.Select(column =>
            column.Heading.Length > 0 && byHeading.TryGetValue(Fold.Words(column.Heading), out var same) && same.Count > 0 ? column with { Is = same.Dequeue().Is }
            : column.Heading.Length == 0 && template.Columns.FirstOrDefault(c => c.Letter == column.Letter && c.Heading.Length == 0) is { } letter ? column with { Is = letter.Is }
            : column).ToList();
        return found with { Take = template.Take, Columns = columns, Dates = template.Dates, Numbers = template.Numbers };
    }

    private static int Shared(SheetMapping a, SheetMapping b) => Headings(a).Intersect(Headings(b), StringComparer.Ordinal).Count();

    private static IEnumerable<string> Headings(SheetMapping sheet) => sheet.Columns.Where(column => column.Heading.Length > 0).Select(column => Fold.Words(column.Heading));
}
