using HanoiAcademy.Content.Exchange.Edits;
using HanoiAcademy.Content.Exchange.Sheets;
using HanoiAcademy.Content.Yaml;

namespace HanoiAcademy.Content.Exchange.Workbooks.Cells;

/// <summary>One of a few words, which has a name in each language: a drop-down. The word of the files is always taken too.</summary>
internal sealed class WordCell(string list) : Cell
{
    public override string? List => list;

    public override string Say(YamlValue value) => value is YamlText text ? text.Text : "";

    public override YamlValue Value(string said) => new YamlText(said);

    public override string Show(string said, CellContext context) => context.Words.Word(list, said);

    public override string Parse(SheetCell cell, CellContext context)
    {
        if (WorkbookWords.FindWord(list, cell.Text) is { } word)
            return word;
        var all = context.Words.WordsOf(list).Select(w => w.Value).ToList();
        throw new CellRefused(Nearest.To(cell.Text, all) is { } near ? $"‘{cell.Text}’ cannot stand here; ‘{near}’ may be meant." : $"‘{cell.Text}’ cannot stand here; take one of: {string.Join(", ", all)}.");
    }
}
