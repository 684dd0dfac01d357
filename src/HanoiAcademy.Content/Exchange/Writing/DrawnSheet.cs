namespace HanoiAcademy.Content.Exchange.Writing;

/// <summary>One sheet of a spreadsheet to be written: texts only, so that nothing in it can be taken for a formula or a date.</summary>
/// <param name="Name">On its tab.</param>
/// <param name="Widths">Of its columns, in characters.</param>
/// <param name="Rows">From the first on.</param>
public sealed record DrawnSheet(string Name, IReadOnlyList<int> Widths, IReadOnlyList<DrawnRow> Rows)
{
    /// <summary>So many rows stay in sight, and on every printed page.</summary>
    public int Frozen { get; init; }

    /// <summary>Drop-downs and words beside cells.</summary>
    public IReadOnlyList<DrawnChoice> Choices { get; init; } = [];

    /// <summary>Out of sight until somebody asks for it.</summary>
    public bool IsHidden { get; init; }

    /// <summary>Not even the menu of the program offers to show it.</summary>
    public bool IsVeryHidden { get; init; }

    /// <summary>Columns go from right to left.</summary>
    public bool IsRightToLeft { get; init; }

    /// <summary>Letter instead of A4.</summary>
    public bool IsLetter { get; init; }

    /// <summary>Above and below each printed page.</summary>
    public string Marking { get; init; } = "";
}

/// <summary>One row.</summary>
/// <param name="Cells">From column A on.</param>
public sealed record DrawnRow(IReadOnlyList<DrawnCell> Cells)
{
    /// <summary>Points; as high as its texts need where nothing is said.</summary>
    public int? Height { get; init; }
}

/// <summary>One cell.</summary>
/// <param name="Text">What stands there.</param>
/// <param name="Look">How it looks.</param>
/// <param name="Formula">What it is made of, where it follows other cells; <paramref name="Text"/> is then what it gave when it was written.</param>
public readonly record struct DrawnCell(string Text, CellLook Look = CellLook.Text, string? Formula = null);

/// <summary>How a cell looks; each but <see cref="Number"/> holds a text.</summary>
public enum CellLook
{
    Text,
    Heading,
    Help,
    Title,
    Prose,
    Example,

    /// <summary>Its text is a number in invariant digits, with which the sheet may reckon.</summary>
    Number,
}

/// <summary>A drop-down and the words that appear beside a chosen cell.</summary>
/// <param name="Column">From 0 on.</param>
/// <param name="FirstRow">From 1 on.</param>
/// <param name="LastRow">The last it holds for.</param>
/// <param name="Source">The range that it offers; null for none.</param>
/// <param name="IsStrict">Whether nothing else may be written.</param>
/// <param name="Title">Above the words.</param>
/// <param name="Words">What goes into the cell.</param>
public sealed record DrawnChoice(int Column, int FirstRow, int LastRow, string? Source, bool IsStrict, string Title, string Words);
