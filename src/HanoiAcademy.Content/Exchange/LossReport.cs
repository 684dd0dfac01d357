namespace HanoiAcademy.Content.Exchange;

/// <summary>
/// What an import says of itself at its end, so that nobody finds out in a drill what was lost. What is told of many rows alike is one line with their number;
/// <see cref="Most"/> lines are kept, and the last says how many more there were.
/// </summary>
/// <param name="Source">The file's name, and what it was taken for: <c>msel.xlsx, an MSEL spreadsheet</c>.</param>
/// <param name="Lines">By kind, then in the order of the file.</param>
public sealed record LossReport(string Source, IReadOnlyList<LossLine> Lines)
{
    public const int Most = 2_000;

    public IEnumerable<LossLine> Of(LossKind kind) => Lines.Where(line => line.Kind == kind);
}
