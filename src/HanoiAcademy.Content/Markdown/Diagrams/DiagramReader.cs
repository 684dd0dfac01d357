using HanoiAcademy.Content.Yaml;
using Markdig.Syntax;

namespace HanoiAcademy.Content.Markdown.Diagrams;

/// <summary>Reads what stands in a <c>```diagram kind</c> block; says what is wrong instead of guessing.</summary>
internal static class DiagramReader
{
    public const int MostLines = 40;
    public const int MostNames = 16;
    public const int LongestText = 160;

    public static bool IsDiagram(CodeBlock block) => block is FencedCodeBlock { Info: "diagram" };

    /// <returns>The diagram, and a list of (line in block from 0, code, message); with problems the diagram is null.</returns>
    public static (Diagram? Diagram, IReadOnlyList<(int Line, string Code, string Message)> Problems) Read(FencedCodeBlock block)
    {
        var problems = new List<(int, string, string)>();
        if (!WireNames<DiagramKind>.All.TryGetValue(block.Arguments?.Trim() ?? "", out var kind))
        {
            problems.Add((0, "diagram-kind", $"Write the kind behind ‘diagram’: {string.Join(", ", WireNames<DiagramKind>.All.Keys)}."));
            return (null, problems);
        }

        var lines = new List<DiagramLine>();
        for (var i = 0; i < block.Lines.Count; i++)
        {
            var text = block.Lines.Lines[i].Slice.ToString().Trim();
            if (text.Length == 0)
                continue;
            if (text.Length > LongestText)
                problems.Add((i + 1, "diagram-line", $"A line of a diagram may have {LongestText} letters; say it more briefly."));
            else if (Line(kind, text) is { } line)
                lines.Add(line);
            else
                problems.Add((i + 1, "diagram-line", kind == DiagramKind.Timeline ? "Write ‘when: what’, such as ‘09:10: the call’." : "Write ‘from -> to: label’."));
        }

        var diagram = new Diagram(kind, lines);
        if (lines.Count == 0 && problems.Count == 0)
            problems.Add((0, "diagram-empty", "Nothing stands in this diagram; add lines or remove it."));
        if (lines.Count > MostLines)
            problems.Add((0, "diagram-big", $"A diagram may have {MostLines} lines; split it."));
        if (kind != DiagramKind.Timeline && diagram.Names.Count > MostNames)
            problems.Add((0, "diagram-big", $"A diagram may name {MostNames} things; split it."));
        return (problems.Count == 0 ? diagram : null, problems);
    }

    private static DiagramLine? Line(DiagramKind kind, string text)
    {
        if (kind == DiagramKind.Timeline)
            return Split(text, ": ") is ({ Length: > 0 } when, { Length: > 0 } what) ? new(when, null, what) : null;
        var (from, rest) = Split(text, "->");
        var (to, label) = Split(rest, ": ");
        return from.Length > 0 && to.TrimEnd(':').Length > 0 ? new(from, to.TrimEnd(':'), label) : null;
    }

    private static (string, string) Split(string text, string by)
    {
        var at = text.IndexOf(by, StringComparison.Ordinal);
        return at < 0 ? (text.Trim(), "") : (text[..at].Trim(), text[(at + by.Length)..].Trim());
    }
}
