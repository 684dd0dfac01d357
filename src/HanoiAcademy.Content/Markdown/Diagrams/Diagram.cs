namespace HanoiAcademy.Content.Markdown.Diagrams;

public enum DiagramKind
{
    Sequence,
    Flow,
    Timeline,
}

internal sealed record Diagram(DiagramKind Kind, IReadOnlyList<DiagramLine> Lines)
{
    /// <summary>Who or what is connected, in order of first mention.</summary>
    public IReadOnlyList<string> Names => [.. Lines.SelectMany(l => l.To is null ? [l.From] : new[] { l.From, l.To }).Distinct(StringComparer.Ordinal)];
}
