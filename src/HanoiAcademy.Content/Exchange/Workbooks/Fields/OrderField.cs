using System.Globalization;
using HanoiAcademy.Content.Exchange.Edits;
using HanoiAcademy.Content.Exchange.Sheets;
using HanoiAcademy.Content.Exchange.Workbooks.Cells;

namespace HanoiAcademy.Content.Exchange.Workbooks.Fields;

/// <summary>The number before an inject's file name. Another number is another name, of its variants and translations too.</summary>
internal sealed class OrderField() : Field(ThingKind.Inject, "order")
{
    private static readonly NumberCell Number = new(0, 999_999);

    public override string Say(FolderDraft folder, Place place, YamlKeys map) => InjectFiles.NumberOf(place.File).ToString(CultureInfo.InvariantCulture);

    public override void Write(Pen pen, string said)
    {
        if (said.Length > 0)
            InjectFiles.Renumber(pen.Folder, pen.Key.Id, int.Parse(said, CultureInfo.InvariantCulture));
    }

    public override string Parse(SheetCell cell, CellContext context) => Number.Parse(cell, context);
}
