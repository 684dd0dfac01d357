using System.Globalization;
using System.Text.Json;
using HanoiAcademy.Content.Exchange.Json;
using HanoiAcademy.Content.Exchange.Msel;
using HanoiAcademy.Content.Exchange.Sheets;

namespace HanoiAcademy.Content.Exchange.Blueprint;

/// <summary>The scenario events of a Blueprint MSEL as the table that its users see: a column a data field, a row an event.</summary>
internal static class BlueprintTable
{
    public const string SheetName = "Scenario events";

    /// <summary>A value may be a picture as text; only so much of it is looked at before the markup is taken off.</summary>
    private const int MostLetters = 5_000_000;

    public static SheetBook Read(JsonIn json, string fileName)
    {
        var fields = json.Each(json.Root, "DataFields").Select(field => (Id: json.Text(field, "Id"), Name: json.Text(field, "Name").Trim(), Order: json.Whole(field, "DisplayOrder") ?? 0))
            .Where(field => field.Id.Length > 0).OrderBy(field => field.Order).ThenBy(field => field.Name, StringComparer.Ordinal).Take(200).ToList();
        var events = json.Each(json.Root, "ScenarioEvents").ToList();
        // Nought everywhere is what Blueprint writes when nobody said a time.
        var timed = events.Any(e => json.Whole(e, "DeltaSeconds") is not (null or 0));
        var headings = new List<string>();
        if (timed)
            headings.Add("Exercise time");
        headings.AddRange(fields.Select(field => field.Name));
        if (events.Any(e => json.Text(e, "Information").Length > 0))
            headings.Add("Information");
        var rows = new List<SheetRow> { new(1, [.. headings.Select(Cell)]) };
        var left = MostLetters;
        foreach (var scenarioEvent in events.OrderBy(e => timed ? json.Whole(e, "DeltaSeconds") ?? 0 : 0).ThenBy(e => json.Whole(e, "GroupOrder") ?? 0).ThenBy(e => json.Whole(e, "RowIndex") ?? 0))
        {
            var values = new Dictionary<string, string>(StringComparer.OrdinalIgnoreCase);
            foreach (var value in json.Each(scenarioEvent, "DataValues"))
                values.TryAdd(json.Text(value, "DataFieldId"), Taken(json.Text(value, "Value"), ref left));
            var cells = new List<SheetCell>();
            if (timed)
                cells.Add(json.Whole(scenarioEvent, "DeltaSeconds") is { } seconds ? Cell(Distance(seconds)) : SheetCell.Empty);
            cells.AddRange(fields.Select(field => Cell(values.GetValueOrDefault(field.Id, ""))));
            if (headings[^1] == "Information")
                cells.Add(Cell(Taken(json.Text(scenarioEvent, "Information"), ref left)));
            rows.Add(new(rows.Count + 1, cells, json.Is(scenarioEvent, "IsHidden")));
        }

        return new(fileName, [new(SheetName, IsHidden: false, rows)], []);
    }

    /// <summary>Names decide as in a spreadsheet; the kinds of Blueprint's own fields decide where names do not.</summary>
    public static SheetMapping Mapping(JsonIn json, SheetMapping proposed)
    {
        var types = json.Each(json.Root, "DataFields").GroupBy(field => json.Text(field, "Name").Trim(), StringComparer.OrdinalIgnoreCase).ToDictionary(group => group.Key, group => Type(json, group.First()), StringComparer.OrdinalIgnoreCase);
        var hasTime = proposed.Columns.Any(column => column.Heading == "Exercise time");
        bool Has(ColumnMeaning meaning) => proposed.Columns.Any(column => column.Is == meaning);
        return proposed with
        {
            Take = true,
            HeadingRow = 1,
            Columns = [.. proposed.Columns.Select(column => (types.GetValueOrDefault(column.Heading, ""), column.Is) switch
            {
                _ when column.Heading == "Exercise time" => column with { Is = ColumnMeaning.Time },
                (_, ColumnMeaning.Time or ColumnMeaning.Date) when hasTime => column with { Is = ColumnMeaning.Notes },
                ("Card" or "Checkbox", _) => column with { Is = ColumnMeaning.Ignore },
                ("Html", ColumnMeaning.Notes) when !Has(ColumnMeaning.Message) => column with { Is = ColumnMeaning.Message },
                ("TeamsMultiple", ColumnMeaning.Notes) when !Has(ColumnMeaning.To) => column with { Is = ColumnMeaning.To },
                ("Organization", ColumnMeaning.Notes) when !Has(ColumnMeaning.From) => column with { Is = ColumnMeaning.From },
                ("SourceType" or "User", _) => column with { Is = ColumnMeaning.Notes },
                _ => column,
            })],
        };
    }

    private static string Type(JsonIn json, JsonElement field) => json.Text(field, "DataType") switch
    {
        "50" => "Organization",
        "60" => "Html",
        "70" => "Card",
        "80" => "SourceType",
        "100" => "TeamsMultiple",
        "120" => "User",
        "130" => "Checkbox",
        var named => named,
    };

    /// <summary>What is beyond any drill stays beyond it.</summary>
    public static string Distance(long said) => Written(Math.Clamp(said, -MostSeconds, MostSeconds));

    private const long MostSeconds = 99_999L * 3_600;

    private static string Written(long seconds) => string.Create(CultureInfo.InvariantCulture, $"T{(seconds < 0 ? '-' : '+')}{Math.Abs(seconds) / 3600:00}:{Math.Abs(seconds) / 60 % 60:00}:{Math.Abs(seconds) % 60:00}");

    /// <summary>Two quotes are Blueprint's empty value.</summary>
    private static string Taken(string value, ref int left)
    {
        var taken = value.Trim() is "''" or "\"\"" or "null" ? "" : value.Length > left ? value[..left] : value;
        left -= taken.Length;
        return taken;
    }

    private static SheetCell Cell(string text) => text.Trim() is { Length: > 0 } shown ? new(shown.ReplaceLineEndings("\n")) : SheetCell.Empty;
}
