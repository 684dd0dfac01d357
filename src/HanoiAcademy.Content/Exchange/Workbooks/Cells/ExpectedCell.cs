using HanoiAcademy.Content.Exchange.Edits;
using HanoiAcademy.Content.Exchange.Sheets;

namespace HanoiAcademy.Content.Exchange.Workbooks.Cells;

/// <summary>
/// What a good team does, one a line: <c>team.role: what evaluators should see</c>, or <c>team.role: { action: close-gate }</c> for what the rules see by themselves.
/// </summary>
internal sealed class ExpectedCell : Cell
{
    public override string Say(YamlValue value) => value is YamlItems list ? string.Join('\n', list.Items.Select(Line)) : "";

    public override YamlValue Value(string said) => new YamlItems([.. said.Split('\n', StringSplitOptions.TrimEntries | StringSplitOptions.RemoveEmptyEntries).Select(Read)]);

    public override string Parse(SheetCell cell, CellContext context) => Say(Value(cell.Text));

    private static string Line(YamlValue item)
    {
        if (item is not YamlKeys map)
            return YamlWriter.Flow(item);
        var by = map.TextOf("by");
        var rest = map.Set("by", null);
        return by.Length == 0 || by.Contains(':', StringComparison.Ordinal) ? YamlWriter.Flow(map)
            : rest is { Entries: [{ Key: "observe", Value: YamlText { Text: var text } }] } && text.Trim() == text && text.Length > 0 && !text.StartsWith('{') && !text.Any(char.IsControl) && map.IndexOf("by") == 0 ? $"{by}: {text}"
            : map.IndexOf("by") == 0 ? $"{by}: {YamlWriter.Flow(rest)}" : YamlWriter.Flow(map);
    }

    private static YamlKeys Read(string line)
    {
        if (line.StartsWith('{'))
            return PartCell.Read(line);
        var colon = line.IndexOf(':', StringComparison.Ordinal);
        var by = colon < 0 ? "" : line[..colon].Trim();
        if (colon < 0 || by.Length == 0 || by.Contains(' ', StringComparison.Ordinal) || line[(colon + 1)..].Trim() is not { Length: > 0 } what)
            throw new CellRefused($"‘{(line.Length > 80 ? line[..80] + "…" : line)}’ does not say who is expected to do it; write team.role: what evaluators should see, one a line.");
        var who = new KeyValuePair<string, YamlValue>("by", YamlValue.Of(by));
        return what.StartsWith('{') ? new YamlKeys([who, .. PartCell.Read(what).Entries]) : new YamlKeys([who, new("observe", YamlValue.Of(what))]);
    }
}
