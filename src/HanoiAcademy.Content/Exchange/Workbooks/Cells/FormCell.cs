using HanoiAcademy.Content.Exchange.Edits;
using HanoiAcademy.Content.Exchange.Sheets;

namespace HanoiAcademy.Content.Exchange.Workbooks.Cells;

/// <summary>Fields of a request's form, one a line: <c>offence: Fraud by deception …</c>.</summary>
internal sealed class FormCell : Cell
{
    public override string Say(YamlValue value) => value is YamlKeys map ? string.Join('\n', map.Entries.Where(e => e.Value is YamlText { IsNull: false }).Select(e => $"{e.Key}: {Written(Plain(((YamlText)e.Value).Text))}")) : "";

    public override YamlValue Value(string said)
    {
        var fields = YamlKeys.None;
        foreach (var line in said.Split('\n', StringSplitOptions.TrimEntries | StringSplitOptions.RemoveEmptyEntries))
        {
            var colon = line.IndexOf(':', StringComparison.Ordinal);
            if (colon <= 0 || line[..colon].Trim().Contains(' ', StringComparison.Ordinal) || line[(colon + 1)..].Trim() is not { Length: > 0 } text)
                throw new CellRefused($"‘{(line.Length > 80 ? line[..80] + "…" : line)}’ is no field of a form; write its id, a colon and the text in one line, such as offence: Fraud by deception.");
            fields = fields.IndexOf(line[..colon].Trim()) < 0 ? fields.Set(line[..colon].Trim(), YamlValue.Of(text.StartsWith('"') ? PartCell.Read($"{{ text: {text} }}").TextOf("text") : text))
                : throw new CellRefused($"‘{line[..colon].Trim()}’ stands twice; keep one of the two.");
        }

        return fields;
    }

    public override string Parse(SheetCell cell, CellContext context) => Say(Value(cell.Text));

    private static string Written(string text) => text.Contains('\n', StringComparison.Ordinal) || text.StartsWith('"') || text.Any(char.IsControl) ? Quoted(text) : text;

    private static string Quoted(string text) => YamlWriter.Scalar(text, inFlow: true, YamlDotNet.Core.ScalarStyle.DoubleQuoted);
}
