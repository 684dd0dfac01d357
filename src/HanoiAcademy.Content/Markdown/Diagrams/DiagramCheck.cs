using Markdig.Syntax;

namespace HanoiAcademy.Content.Markdown.Diagrams;

internal static class DiagramCheck
{
    public static void Run(MarkdownDocument document, MarkdownProblems problems)
    {
        foreach (var block in document.Descendants<FencedCodeBlock>().Where(DiagramReader.IsDiagram))
        {
            foreach (var (line, code, message) in DiagramReader.Read(block).Problems)
                problems.Add(block, line, code, message);
        }
    }
}
