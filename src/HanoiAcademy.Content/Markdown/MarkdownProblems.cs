using HanoiAcademy.Content.Problems;
using HanoiAcademy.Content.Yaml;
using Markdig.Syntax;

namespace HanoiAcademy.Content.Markdown;

/// <summary>Problems of one Markdown text, placed by the part of the tree they are about.</summary>
/// <param name="file">Shown in problems.</param>
/// <param name="problems">Receives them.</param>
/// <param name="firstLine">Line of the file on which the text begins.</param>
internal sealed class MarkdownProblems(string file, ProblemList problems, int firstLine = 1)
{
    public void Add(MarkdownObject part, string code, string message, Severity severity = Severity.Error) =>
        problems.Add(At(part), code, message, severity);

    /// <param name="part">The part of the tree.</param>
    /// <param name="below">So many lines below where it begins.</param>
    /// <param name="code">Stable.</param>
    /// <param name="message">How to mend it.</param>
    public void Add(MarkdownObject part, int below, string code, string message) =>
        problems.Add(At(part) with { Line = At(part).Line + below }, code, message);

    public Position At(MarkdownObject part) => new(file, Math.Max(0, part.Line) + firstLine, Math.Max(0, part.Column) + 1);
}
