using HanoiAcademy.Content.Exchange.Edits;
using HanoiAcademy.Content.Exchange.Sheets;

namespace HanoiAcademy.Content.Exchange.Workbooks.Cells;

internal sealed class TextCell : Cell
{
    public static readonly TextCell One = new();

    public override string Say(YamlValue value) => value is YamlText text ? Plain(text.Text) : "";

    public override YamlValue Value(string said) => new YamlText(said);

    public override string Parse(SheetCell cell, CellContext context) => Plain(cell.Text);
}
