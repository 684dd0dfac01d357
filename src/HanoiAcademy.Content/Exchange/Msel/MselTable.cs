using HanoiAcademy.Content.Exchange.Sheets;
using HanoiAcademy.Content.Exchange.Writing;

namespace HanoiAcademy.Content.Exchange.Msel;

/// <summary>The rows of all sheets that are taken, and what is said of sheets and columns that are not.</summary>
internal static class MselTable
{
    public static List<MselRow> Rows(SheetBook book, ColumnMapping mapping, IReadOnlyList<string>? only, LossBook loss)
    {
        var rows = new List<MselRow>();
        foreach (var sheet in book.Sheets)
        {
            var map = mapping.Sheets.FirstOrDefault(m => m.Sheet == sheet.Name);
            if (only is null ? map is not { Take: true } : !only.Contains(sheet.Name, StringComparer.OrdinalIgnoreCase))
            {
                if (sheet.Rows.Count > 0)
                    loss.Dropped($"sheet ‘{sheet.Name}’", sheet.IsHidden ? "It is hidden, so nothing of it was taken; name it under the sheets to take if it belongs to the drill."
                        : "It holds no table of injects, or was not to be taken; name it under the sheets to take if it belongs to the drill.");
                continue;
            }

            if (map is null)
                continue;
            Columns(sheet, map, loss);
            var columns = map.Columns.Where(column => column.Is != ColumnMeaning.Ignore && CellName.TryRead(column.Letter + "1", out _, out _)).ToList();
            var headings = map.HeadingRow is null ? [] : map.Columns.Where(c => c.Heading.Length > 0).Select(c => c.Heading).ToHashSet(StringComparer.OrdinalIgnoreCase);
            foreach (var row in sheet.Rows.Where(row => map.HeadingRow is not { } heading || row.Number > heading))
            {
                var cells = columns.Select(column => (column, Cell(row, column.Letter))).Where(c => !c.Item2.IsEmpty).ToList();
                if (cells.Count == 0)
                    continue;
                if (headings.Count > 1 && cells.Count > 1 && cells.All(c => headings.Contains(c.Item2.Text)))
                {
                    loss.Dropped($"{sheet.Name}, row {row.Number}", "It repeats the headings.");
                    continue;
                }

                rows.Add(new(sheet.Name, row.Number, row.IsHidden, cells));
            }
        }

        return rows;
    }

    private static SheetCell Cell(SheetRow row, string letter) => CellName.TryRead(letter + "1", out var column, out _) ? row[column] : SheetCell.Empty;

    private static void Columns(Sheet sheet, SheetMapping map, LossBook loss)
    {
        if (map.HeadingRow is { } heading && sheet.Rows.Where(row => row.Number < heading).SelectMany(row => row.Cells).Where(cell => !cell.IsEmpty).ToList() is { Count: > 0 } above
            && above.Select(cell => cell.Text).Distinct(StringComparer.Ordinal).Where(text => map.Columns.All(c => !c.Heading.StartsWith(text, StringComparison.Ordinal))).ToList() is { Count: > 0 } texts)
            loss.Dropped($"{sheet.Name}, above row {heading}", $"What stands above the headings: {Quoted(string.Join(" · ", texts))}.");
        foreach (var again in map.Columns.Where(c => MappingProposal.Once.Contains(c.Is)).GroupBy(c => c.Is).SelectMany(same => same.Skip(1)))
            loss.Dropped($"{sheet.Name}, column {again.Letter}", "Another column of the same meaning stands before it, and only the first is taken; say that it is notes to keep it.");
        foreach (var column in map.Columns.Where(c => c.Is == ColumnMeaning.Notes && c.Heading.Length > 0 && HeadingWords.Of(c.Heading) != ColumnMeaning.Notes))
            loss.Kept($"{sheet.Name}, column {column.Letter}", $"‘{column.Heading}’ stands among the notes for control.");
        foreach (var column in map.Columns.Where(c => c.Is == ColumnMeaning.Ignore && (c.Heading.Length > 0 || sheet.Rows.Any(row => !Cell(row, c.Letter).IsEmpty))))
            loss.Dropped($"{sheet.Name}, column {column.Letter}", column.Heading.Length > 0 ? $"‘{column.Heading}’ is not taken." : "It has no heading, and is not taken.");
    }

    public static string Quoted(string text)
    {
        var line = YamlText.OneLine(text);
        return $"‘{(line.Length > 80 ? line[..77] + "…" : line)}’";
    }
}
