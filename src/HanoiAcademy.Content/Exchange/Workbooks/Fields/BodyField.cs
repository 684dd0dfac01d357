using HanoiAcademy.Content.Exchange.Edits;
using HanoiAcademy.Content.Exchange.Sheets;
using HanoiAcademy.Content.Exchange.Workbooks.Cells;

namespace HanoiAcademy.Content.Exchange.Workbooks.Fields;

/// <summary>What players read of an inject: the text below the head of its file.</summary>
internal sealed class BodyField() : Field(ThingKind.Inject, "text")
{
    public override string Say(FolderDraft folder, Place place, YamlKeys map) => Cell.Plain(folder.Body(place.File));

    public override void Write(Pen pen, string said) => pen.Folder.SetBody(InjectFiles.Find(pen.Folder, pen.Key.Id) ?? throw new EditRefused("The inject has no file."), said);

    public override string Parse(SheetCell cell, CellContext context) => Cell.Plain(cell.Text);
}
