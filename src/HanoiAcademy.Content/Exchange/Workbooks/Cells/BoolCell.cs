using HanoiAcademy.Content.Exchange.Edits;
using HanoiAcademy.Content.Exchange.Sheets;

namespace HanoiAcademy.Content.Exchange.Workbooks.Cells;

/// <summary>Yes, or nothing.</summary>
internal sealed class BoolCell : Cell
{
    public override string? List => "yes";

    public override string Say(YamlValue value) => value is YamlText { Text: "true" } ? "true" : "";

    public override YamlValue Value(string said) => new YamlText(said);

    public override string Show(string said, CellContext context) => said.Length == 0 ? "" : context.Words.Word("yes", said);

    public override string Parse(SheetCell cell, CellContext context) => WorkbookWords.FindWord("yes", cell.Text) is { } word ? word == "true" ? word : ""
        : throw new CellRefused($"‘{cell.Text}’ must be {context.Words.Word("yes", "true")}, or leave the cell empty.");
}
