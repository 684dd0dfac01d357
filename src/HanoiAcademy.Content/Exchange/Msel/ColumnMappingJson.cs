using System.Text.Encodings.Web;
using System.Text.Json;
using System.Text.Json.Nodes;
using HanoiAcademy.Content.Problems;
using HanoiAcademy.Content.Yaml;

namespace HanoiAcademy.Content.Exchange.Msel;

/// <summary>
/// A mapping on disk and on the wire: the template for the next file. Version 1:
/// <c>{ "schema": 1, "sheets": [ { "sheet": "MSEL", "take": true, "headingRow": 3, "dates": "day-first", "numbers": "minutes", "columns": [ { "letter": "B", "heading": "Time", "is": "time" } ] } ] }</c>.
/// What a stranger changed in it is checked when it is read.
/// </summary>
public static class ColumnMappingJson
{
    public const int MostBytes = 200_000;
    private const int LongestText = 300;
    private static readonly JsonSerializerOptions Written = new() { WriteIndented = true, Encoder = JavaScriptEncoder.UnsafeRelaxedJsonEscaping };

    public static string Write(ColumnMapping mapping) => new JsonObject
    {
        ["schema"] = 1,
        ["sheets"] = new JsonArray([.. mapping.Sheets.Select(Sheet)]),
    }.ToJsonString(Written).ReplaceLineEndings("\n") + "\n";

    private static JsonObject Sheet(SheetMapping sheet)
    {
        var json = new JsonObject { ["sheet"] = sheet.Sheet, ["take"] = sheet.Take };
        if (sheet.HeadingRow is { } heading)
            json["headingRow"] = heading;
        if (sheet.Dates is { } dates)
            json["dates"] = WireNames<DateOrder>.Of(dates);
        if (sheet.Numbers is { } numbers)
            json["numbers"] = WireNames<TimeUnit>.Of(numbers);
        json["columns"] = new JsonArray([.. sheet.Columns.Select(column =>
        {
            var one = new JsonObject { ["letter"] = column.Letter };
            if (column.Heading.Length > 0)
                one["heading"] = column.Heading;
            one["is"] = WireNames<ColumnMeaning>.Of(column.Is);
            return (JsonNode)one;
        })]);
        return json;
    }

    /// <param name="text">The JSON.</param>
    /// <param name="problems">Receives what is wrong, each with the way to it: <c>sheets[0].columns[2].is</c>.</param>
    /// <param name="file">Its name in problems.</param>
    /// <returns>Null when something is wrong.</returns>
    public static ColumnMapping? Read(string text, ProblemList problems, string file = "mapping")
    {
        var before = problems.Count;
        void Wrong(string at, string sentence) => problems.Add(new(file, 1, 1, "mapping-form", $"{(at.Length == 0 ? "" : $"‘{at}’: ")}{sentence}"));
        if (text.Length > MostBytes)
        {
            Wrong("", $"A mapping has up to {MostBytes / 1000} kB; this is none.");
            return null;
        }

        try
        {
            using var json = JsonDocument.Parse(text, new JsonDocumentOptions { MaxDepth = 8 });
            var root = json.RootElement;
            if (root.ValueKind != JsonValueKind.Object || !root.TryGetProperty("schema", out var schema) || schema.ValueKind != JsonValueKind.Number || !schema.TryGetInt32(out var version))
                Wrong("schema", "It is no saved mapping of columns: the version is missing.");
            else if (version != 1)
                Wrong("schema", $"It is of version {version}, and this academy reads version 1; save the mapping again here.");
            else if (!root.TryGetProperty("sheets", out var sheets) || sheets.ValueKind != JsonValueKind.Array || sheets.GetArrayLength() is 0 or > ColumnMapping.MostSheets)
                Wrong("sheets", $"Here a list of 1 to {ColumnMapping.MostSheets} sheets is expected.");
            else
            {
                var mapping = new ColumnMapping([.. sheets.EnumerateArray().Select((sheet, at) => Sheet(sheet, $"sheets[{at}]", Wrong)).OfType<SheetMapping>()]);
                return problems.Count == before ? mapping : null;
            }
        }
        catch (JsonException)
        {
            Wrong("", "It is no JSON that can be read; save the mapping again.");
        }

        return null;
    }

    private static SheetMapping? Sheet(JsonElement json, string at, Action<string, string> wrong)
    {
        if (json.ValueKind != JsonValueKind.Object)
        {
            wrong(at, "Here a sheet is expected, in braces.");
            return null;
        }

        foreach (var other in json.EnumerateObject().Where(p => p.Name is not ("sheet" or "take" or "headingRow" or "dates" or "numbers" or "columns")).Take(5))
            wrong($"{at}.{Short(other.Name)}", "A sheet has no such key.");
        var columns = new List<ColumnMapped>();
        if (!json.TryGetProperty("columns", out var list) || list.ValueKind != JsonValueKind.Array || list.GetArrayLength() > ColumnMapping.MostColumns)
            wrong($"{at}.columns", $"Here a list of up to {ColumnMapping.MostColumns} columns is expected.");
        else
            foreach (var (column, n) in list.EnumerateArray().Select((column, n) => (column, n)))
                if (Column(column, $"{at}.columns[{n}]", wrong) is { } read)
                    columns.Add(read);
        foreach (var twice in columns.GroupBy(column => column.Letter, StringComparer.Ordinal).Where(group => group.Count() > 1))
            wrong($"{at}.columns", $"Column {twice.Key} stands there twice.");
        int? heading = null;
        if (json.TryGetProperty("headingRow", out var row) && row.ValueKind != JsonValueKind.Null)
        {
            if (row.ValueKind == JsonValueKind.Number && row.TryGetInt32(out var number) && number is > 0 and < 1_100_000)
                heading = number;
            else
                wrong($"{at}.headingRow", "It is the number of a row, from 1.");
        }

        return new(Text(json, "sheet", at, wrong), Take(json, at, wrong), heading, columns, Word<DateOrder>(json, "dates", at, wrong), Word<TimeUnit>(json, "numbers", at, wrong));
    }

    private static ColumnMapped? Column(JsonElement json, string at, Action<string, string> wrong)
    {
        if (json.ValueKind != JsonValueKind.Object)
        {
            wrong(at, "Here a column is expected, in braces.");
            return null;
        }

        foreach (var other in json.EnumerateObject().Where(p => p.Name is not ("letter" or "heading" or "is")).Take(5))
            wrong($"{at}.{Short(other.Name)}", "A column has no such key.");
        var letter = Text(json, "letter", at, wrong).ToUpperInvariant();
        if (letter.Length is 0 or > 3 || !letter.All(char.IsAsciiLetter))
            wrong($"{at}.letter", "It is the letter of a column, such as B.");
        var heading = json.TryGetProperty("heading", out _) ? Text(json, "heading", at, wrong) : "";
        if (Word<ColumnMeaning>(json, "is", at, wrong) is { } meaning)
            return new(letter, heading, meaning);
        if (!json.TryGetProperty("is", out _))
            wrong($"{at}.is", "It says what the column is.");
        return null;
    }

    private static bool Take(JsonElement json, string at, Action<string, string> wrong)
    {
        if (json.TryGetProperty("take", out var take) && take.ValueKind is JsonValueKind.True or JsonValueKind.False)
            return take.ValueKind == JsonValueKind.True;
        wrong($"{at}.take", "It is true or false.");
        return false;
    }

    private static string Text(JsonElement json, string key, string at, Action<string, string> wrong)
    {
        if (json.TryGetProperty(key, out var value) && value.ValueKind == JsonValueKind.String && value.GetString() is { Length: <= LongestText } text)
            return text;
        wrong($"{at}.{key}", $"It is a text of up to {LongestText} characters.");
        return "";
    }

    private static T? Word<T>(JsonElement json, string key, string at, Action<string, string> wrong) where T : struct, Enum
    {
        if (!json.TryGetProperty(key, out var value) || value.ValueKind == JsonValueKind.Null)
            return null;
        if (value.ValueKind == JsonValueKind.String && WireNames<T>.All.TryGetValue(value.GetString()!, out var known))
            return known;
        wrong($"{at}.{key}", $"It is one of {string.Join(", ", WireNames<T>.All.Keys)}.");
        return null;
    }

    private static string Short(string name) => name.Length > 40 ? name[..40] : name;
}
