namespace HanoiAcademy.Server.Drills.AfterAction.Papers;

/// <summary>A sheet of paper, upright; sizes in twentieths of a point, as Word counts them. In inches: what a browser prints with.</summary>
internal sealed record Paper(string Name, int Width, int Height)
{
    public const int Margin = 1_134;

    public static Paper A4 { get; } = new("a4", 11_906, 16_838);
    public static Paper Letter { get; } = new("letter", 12_240, 15_840);

    /// <summary>Between the margins.</summary>
    public int TextWidth => Width - (2 * Margin);

    /// <summary>A4 unless Letter is named.</summary>
    public static Paper Of(string? name) => string.Equals(name, Letter.Name, StringComparison.OrdinalIgnoreCase) ? Letter : A4;
}
