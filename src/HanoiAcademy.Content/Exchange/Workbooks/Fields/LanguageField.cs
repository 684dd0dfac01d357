using HanoiAcademy.Content.Exchange.Edits;
using HanoiAcademy.Content.Exchange.Sheets;
using HanoiAcademy.Content.Exchange.Workbooks.Cells;

namespace HanoiAcademy.Content.Exchange.Workbooks.Fields;

/// <summary>The language of the scenario's texts, the first of ‘languages’.</summary>
internal sealed class LanguageField() : Field(ThingKind.Drill, "language")
{
    public override string? List => "language";

    public override IReadOnlyList<string> Keys { get; } = ["languages"];

    public override string Say(FolderDraft folder, Place place, YamlKeys map) => map["languages"] is YamlItems { Items: [YamlText first, ..] } ? first.Text : "en";

    public override void Write(Pen pen, string said)
    {
        if (said.Length > 0)
            pen.Set(["languages"], new YamlItems([YamlValue.Of(said)]));
    }

    public override string Show(string said, CellContext context) => context.Words.Word("language", said);

    public override string Parse(SheetCell cell, CellContext context) => WorkbookWords.FindWord("language", cell.Text) ?? cell.Text.Trim();
}
