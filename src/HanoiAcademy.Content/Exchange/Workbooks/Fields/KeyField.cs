using HanoiAcademy.Content.Exchange.Edits;
using HanoiAcademy.Content.Exchange.Sheets;
using HanoiAcademy.Content.Exchange.Workbooks.Cells;

namespace HanoiAcademy.Content.Exchange.Workbooks.Fields;

/// <summary>A key of the thing's own map, or of a map in it.</summary>
internal sealed class KeyField(ThingKind kind, string name, Cell cell, params string[] path) : Field(kind, name)
{
    private readonly string[] _path = path.Length == 0 ? [name] : path;

    /// <summary>Another key that says the same once more, and is changed along where it did so before: a model's scope and what is needed.</summary>
    public string[]? Twin { get; init; }

    public override IReadOnlyList<string> Keys { get; } = [path.Length == 0 ? name : path[0]];

    public override string? List => cell.List;

    public override string Say(FolderDraft folder, Place place, YamlKeys map) => YamlPath.Root.Keys(_path).In(map) is { } value ? cell.Say(value) : "";

    public override void Write(Pen pen, string said)
    {
        var value = said.Length == 0 ? null : cell.Value(said);
        var follows = Twin is not null && (pen is NewThing || YamlValue.Same(pen.Get(Twin), pen.Get(_path)));
        pen.Set(_path, value);
        if (follows)
            pen.Set(Twin!, value);
    }

    public override string Parse(SheetCell own, CellContext context) => cell.Parse(own, context);

    public override string Show(string said, CellContext context) => said.Length == 0 ? "" : cell.Show(said, context);
}
