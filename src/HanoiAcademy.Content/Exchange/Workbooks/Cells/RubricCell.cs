using System.Text.RegularExpressions;
using HanoiAcademy.Content.Exchange.Edits;
using HanoiAcademy.Content.Exchange.Sheets;
using HanoiAcademy.Content.Exchange.Workbooks.Fields;

namespace HanoiAcademy.Content.Exchange.Workbooks.Cells;

/// <summary>Levels from which an evaluator picks, one a line: <c>partly (3): True, but without times</c>; the word before the brackets may be left out.</summary>
internal sealed partial class RubricCell : Cell
{
    public override string Say(YamlValue value) => value is YamlItems list ? string.Join('\n', list.Items.Select(Line)) : "";

    public override YamlValue Value(string said)
    {
        var ids = new HashSet<string>(StringComparer.Ordinal);
        return new YamlItems([.. said.Split('\n', StringSplitOptions.TrimEntries | StringSplitOptions.RemoveEmptyEntries).Select(line => Read(line, ids))]);
    }

    public override string Parse(SheetCell cell, CellContext context) => Say(Value(cell.Text));

    private static string Line(YamlValue item) => item is YamlKeys { Entries: [{ Key: "id" }, { Key: "words", Value: YamlText { Text: var words } }, { Key: "points" }] } map && words.Trim() == words && words.Length > 0 && !words.Any(char.IsControl)
        ? $"{map.TextOf("id")} ({map.TextOf("points")}): {words}"
        : YamlWriter.Flow(item);

    private static YamlKeys Read(string line, HashSet<string> ids)
    {
        if (line.StartsWith('{'))
            return PartCell.Read(line);
        if (Pattern.Match(line) is not { Success: true } level)
            throw new CellRefused($"‘{(line.Length > 80 ? line[..80] + "…" : line)}’ is no level of a rubric; write partly (3): what the evaluator sees, one a line, with its points in brackets.");
        var id = level.Groups[1].Value is { Length: > 0 } own ? own : Ids.Unique(Ids.From(level.Groups[3].Value, "level"), ids.Contains);
        ids.Add(id);
        return new([new("id", YamlValue.Of(id)), new("words", YamlValue.Of(level.Groups[3].Value)), new("points", YamlValue.Of(level.Groups[2].Value))]);
    }

    [GeneratedRegex(@"^([a-z0-9-]*)\s*\(\s*([0-9]{1,4})\s*\)\s*:\s*(.+)$")]
    private static partial Regex Pattern { get; }
}
