using HanoiAcademy.Content.Exchange.Sheets;
using HanoiAcademy.Content.Exchange.Times;

namespace HanoiAcademy.Content.Exchange.Msel;

/// <summary>What each column probably is: by its heading, and where there are none, by what its cells look like.</summary>
internal static class MappingProposal
{
    /// <summary>Of these one column each is taken; a second of the same name is kept as a note.</summary>
    internal static readonly HashSet<ColumnMeaning> Once =
    [
        ColumnMeaning.Number, ColumnMeaning.Time, ColumnMeaning.Date, ColumnMeaning.StoryTime, ColumnMeaning.Subject, ColumnMeaning.Title, ColumnMeaning.Mode, ColumnMeaning.From, ColumnMeaning.To, ColumnMeaning.Phase, ColumnMeaning.Status,
    ];

    /// <param name="sheet">The cells.</param>
    /// <param name="template">A saved mapping: a row that holds its headings is the headings’ row, also in words that nobody else knows.</param>
    public static (SheetMapping Mapping, SheetLook Look) Of(Sheet sheet, ColumnMapping? template = null)
    {
        var found = (template is null ? null : HeadingFinder.Said(sheet, template) ?? HeadingFinder.Known(sheet, template)) ?? HeadingFinder.Find(sheet);
        var data = sheet.Rows.Where(row => found.Row is not { } heading || row.Number > heading).ToList();
        var width = sheet.Rows.Select(row => row.Cells.Count).DefaultIfEmpty(0).Max();
        var meanings = found.Row is null ? Chronogram.Guess(data, width) : ByHeading(found.Headings, data, width);
        var columns = new List<ColumnMapped>();
        var looks = new List<ColumnLook>();
        for (var column = 0; column < width; column++)
        {
            var heading = column < found.Headings.Count ? YamlLine(found.Headings[column]) : "";
            var samples = data.Select(row => row[column].Text).Where(text => text.Length > 0).Distinct(StringComparer.Ordinal).Take(3).Select(Short).ToList();
            if (heading.Length == 0 && samples.Count == 0)
                continue;
            columns.Add(new(CellName.Letter(column), heading, meanings[column]));
            looks.Add(new(column, CellName.Letter(column), heading, samples, meanings[column]));
        }

        var times = meanings.Select((meaning, column) => (meaning, column)).Where(m => m.meaning == ColumnMeaning.Time).Select(m => m.column).ToList();
        var tells = meanings.Any(m => m is ColumnMeaning.Subject or ColumnMeaning.Message or ColumnMeaning.Description or ColumnMeaning.Title);
        var take = tells && !sheet.IsHidden && (found.Row is not null || times.Count > 0) && data.Count > 0;
        var unit = times.Count == 1 && times[0] < found.Headings.Count ? UnitOf(found.Headings[times[0]]) : null;
        return (new(sheet.Name, take, found.Row, columns, Numbers: unit), new(sheet.Name, sheet.IsHidden, sheet.Rows.Count, found.Row, looks));
    }

    private static ColumnMeaning[] ByHeading(IReadOnlyList<string> headings, List<SheetRow> data, int width)
    {
        var meanings = new ColumnMeaning[width];
        for (var column = 0; column < width; column++)
            meanings[column] = column >= headings.Count || headings[column].Length == 0 ? ColumnMeaning.Ignore : HeadingWords.Of(headings[column]) ?? ColumnMeaning.Notes;
        // ‘Inject’ and ‘Event’ head numbers in one file and texts in the next.
        for (var column = 0; column < width; column++)
            if (meanings[column] == ColumnMeaning.Number && !meanings.Contains(ColumnMeaning.Subject) && !meanings.Contains(ColumnMeaning.Title) && IsProse(data, column))
                meanings[column] = ColumnMeaning.Subject;
            else if (meanings[column] == ColumnMeaning.Subject && AllShortNumbers(data, column))
                meanings[column] = ColumnMeaning.Number;
        // ‘Type’ is the means only where no other column is.
        for (var column = 0; column < width; column++)
            if (meanings[column] == ColumnMeaning.Mode && Fold.Words(headings[column]) == "type" && meanings.Count(meaning => meaning == ColumnMeaning.Mode) > 1)
                meanings[column] = ColumnMeaning.Notes;
        // A date column that holds the times of day too is the time, where no column is.
        if (!meanings.Contains(ColumnMeaning.Time) && Array.IndexOf(meanings, ColumnMeaning.Date) is var date and >= 0)
            meanings[date] = ColumnMeaning.Time;
        foreach (var meaning in Once)
            for (var (column, seen) = (0, false); column < width; column++)
                if (meanings[column] == meaning)
                {
                    meanings[column] = seen ? ColumnMeaning.Notes : meaning;
                    seen = true;
                }

        return meanings;
    }

    private static bool IsProse(List<SheetRow> data, int column) => data.Select(row => row[column].Text).Where(text => text.Length > 0).DefaultIfEmpty("").Average(text => text.Length) > 14;

    private static bool AllShortNumbers(List<SheetRow> data, int column)
    {
        var texts = data.Select(row => row[column].Text).Where(text => text.Length > 0).ToList();
        return texts.Count > 0 && texts.All(text => text.Length <= 8 && text.Any(char.IsDigit) && text.Count(char.IsLetter) <= 3);
    }

    /// <summary>‘T+ (minutes)’ says what its numbers are.</summary>
    private static TimeUnit? UnitOf(string heading)
    {
        var words = $" {Fold.Words(heading)} ";
        bool Says(params string[] any) => any.Any(word => words.Contains(word[0] > 'ÿ' ? word : $" {word} ", StringComparison.Ordinal));
        return Says("min", "mins", "minutes", "minuten", "minutos", "phut", "мин", "минуты", "分钟", "دقيقه", "دقائق", "menit", "mn") ? TimeUnit.Minutes
            : Says("elapsed hours", "hours after", "hours from", "in hours", "en heures", "in stunden") ? TimeUnit.Hours
            : null;
    }

    private static string Short(string text) => YamlLine(text.Length > 60 ? text[..57] + "…" : text);

    private static string YamlLine(string text) => Writing.YamlText.OneLine(text);
}
