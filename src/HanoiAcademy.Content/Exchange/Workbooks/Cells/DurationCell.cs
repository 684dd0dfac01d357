using HanoiAcademy.Content.Exchange.Edits;
using HanoiAcademy.Content.Exchange.Sheets;

namespace HanoiAcademy.Content.Exchange.Workbooks.Cells;

/// <summary>A length of time, <c>1h30m</c>; <c>90m</c> and <c>1:30</c> are the same.</summary>
internal sealed class DurationCell : Cell
{
    public override string Say(YamlValue value) => value is YamlText text ? DrillTime.Duration(text.Text) is { } time ? DrillTime.Written(time) : text.Text.Trim() : "";

    public override YamlValue Value(string said) => new YamlText(said);

    public override string Parse(SheetCell cell, CellContext context) => DrillTime.Written(DrillTime.Of(cell, context));
}
