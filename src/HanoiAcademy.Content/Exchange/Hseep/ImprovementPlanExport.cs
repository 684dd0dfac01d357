using HanoiAcademy.Content.Exchange.Writing;

namespace HanoiAcademy.Content.Exchange.Hseep;

/// <summary>An improvement plan as a sheet, in the HSEEP columns that the caller names in its reader's language.</summary>
public static class ImprovementPlanExport
{
    private static readonly int[] Widths = [26, 50, 50, 18, 24, 26, 13, 13, 14, 30];

    /// <param name="title">Above the table.</param>
    /// <param name="sheet">The tab's name; at most 31 characters, without the signs that a tab may not have.</param>
    /// <param name="marking">The word EXERCISE, for every printed page.</param>
    /// <param name="columns">Headings, as many as each row has cells.</param>
    /// <param name="rows">Texts as they stand: what looks like a formula stays a text.</param>
    /// <returns>The bytes of an .xlsx.</returns>
    public static byte[] Write(string title, string sheet, string marking, IReadOnlyList<string> columns, IEnumerable<IReadOnlyList<string>> rows)
    {
        var drawn = new List<DrawnRow>
        {
            new([new(Fitting(title), CellLook.Title)]) { Height = 26 },
            new([.. columns.Select(column => new DrawnCell(column, CellLook.Heading))]) { Height = 34 },
        };
        drawn.AddRange(rows.Select(row => new DrawnRow([.. row.Select(text => new DrawnCell(Fitting(text)))])));
        return XlsxWriter.Write([new(sheet, Widths, drawn) { Frozen = 2, Marking = marking }]);
    }

    private static string Fitting(string text) => XlsxText.Escaped(text).Length <= XlsxText.Most ? text : text[..(XlsxText.Most / 2)] + "…";
}
