using HanoiAcademy.Content.Exchange.Edits;
using HanoiAcademy.Content.Exchange.Sheets;
using HanoiAcademy.Content.Exchange.Workbooks.Cells;

namespace HanoiAcademy.Content.Exchange.Workbooks.Fields;

/// <summary>One thing that is said of a team, an inject …: a column of a sheet on one side, a key of a file on the other.</summary>
internal abstract class Field(ThingKind kind, string name)
{
    public ThingKind Kind => kind;

    /// <summary>Unique among the fields of its kind; in keys of changes.</summary>
    public string Name => name;

    /// <summary>Key of its heading and help.</summary>
    public string Key { get; } = $"{kind.ToString().ToLowerInvariant()}.{name}";

    /// <summary>Keys of the thing's map that it is written in.</summary>
    public virtual IReadOnlyList<string> Keys => [];

    /// <summary>In characters.</summary>
    public int Width { get; init; } = 14;

    /// <summary>A row without it is no row.</summary>
    public bool IsRequired { get; init; }

    /// <summary>Shown, never merged: a scenario keeps its id and its language.</summary>
    public bool IsFixed { get; init; }

    /// <summary>The sheet's range that the drop-down offers: teams, or teams and roles.</summary>
    public Offer Offer { get; init; }

    /// <summary>The closed list of words of its drop-down; null for none.</summary>
    public virtual string? List => null;

    /// <summary>What the files say; empty when nothing.</summary>
    public abstract string Say(FolderDraft folder, Place place, YamlKeys map);

    /// <summary>Writes what is said; empty takes it away.</summary>
    public abstract void Write(Pen pen, string said);

    public abstract string Parse(SheetCell cell, CellContext context);

    public virtual string Show(string said, CellContext context) => said;
}

internal enum Offer
{
    None,
    Teams,
    Readers,
    Roles,
}
