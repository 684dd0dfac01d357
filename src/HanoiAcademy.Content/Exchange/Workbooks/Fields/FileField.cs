using HanoiAcademy.Content.Exchange.Edits;
using HanoiAcademy.Content.Exchange.Sheets;
using HanoiAcademy.Content.Exchange.Workbooks.Cells;

namespace HanoiAcademy.Content.Exchange.Workbooks.Fields;

/// <summary>A Markdown file of the thing's own: a brief, the text of a decision.</summary>
internal sealed class FileField(ThingKind kind, string name, string folder) : Field(kind, name)
{
    public string PathOf(string id) => $"{folder}/{id}.md";

    public override string Say(FolderDraft draft, Place place, YamlKeys map) => draft.Has(PathOf(place.Key.Id)) ? Cell.Plain(draft.Text(PathOf(place.Key.Id))) : "";

    public override void Write(Pen pen, string said)
    {
        var path = PathOf(pen.Key.Id);
        if (said.Length == 0)
            pen.Folder.Delete(path);
        else if (!pen.Folder.Has(path))
            pen.Folder.Write(path, said + "\n");
        else
        {
            var old = pen.Folder.Text(path);
            var trimmed = old.Trim();
            var lead = trimmed.Length == 0 ? 0 : old.IndexOf(trimmed, StringComparison.Ordinal);
            pen.Folder.Write(path, old[..lead] + said + (trimmed.Length == 0 ? "\n" : old[(lead + trimmed.Length)..]));
        }
    }

    public override string Parse(SheetCell cell, CellContext context) => Cell.Plain(cell.Text);
}
