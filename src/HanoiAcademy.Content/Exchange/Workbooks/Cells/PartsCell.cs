using HanoiAcademy.Content.Exchange.Edits;
using HanoiAcademy.Content.Exchange.Sheets;

namespace HanoiAcademy.Content.Exchange.Workbooks.Cells;

/// <summary>Effects, one a line in the language's own form: <c>{ flag: gate-known }</c>.</summary>
internal sealed class PartsCell : Cell
{
    public override string Say(YamlValue value) => value is YamlItems list ? string.Join('\n', list.Items.Select(YamlWriter.Flow)) : "";

    public override YamlValue Value(string said) => new YamlItems([.. Lines(said).Select(PartCell.Read)]);

    public override string Parse(SheetCell cell, CellContext context) => Say(Value(cell.Text));

    private static IEnumerable<string> Lines(string text) => text.Split('\n', StringSplitOptions.TrimEntries | StringSplitOptions.RemoveEmptyEntries);
}
