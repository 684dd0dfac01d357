using Markdig.Renderers;
using Markdig.Renderers.Html;
using Markdig.Syntax;

namespace HanoiAcademy.Content.Markdown.Diagrams;

/// <summary>The drawing for the eye, and the same as a list for everyone else; a diagram that cannot be read stays code.</summary>
internal sealed class DiagramRenderer : HtmlObjectRenderer<FencedCodeBlock>
{
    private readonly CodeBlockRenderer _code = new();

    protected override void Write(HtmlRenderer renderer, FencedCodeBlock block)
    {
        if (!DiagramReader.IsDiagram(block) || DiagramReader.Read(block).Diagram is not { } diagram)
        {
            _code.Write(renderer, block);
            return;
        }

        renderer.EnsureLine();
        renderer.Write("<figure class=\"diagram\"><div class=\"diagram-box\" dir=\"ltr\" tabindex=\"0\">").Write(diagram.Kind switch
        {
            DiagramKind.Sequence => SequenceDrawing.Draw(diagram),
            DiagramKind.Flow => FlowDrawing.Draw(diagram),
            _ => TimelineDrawing.Draw(diagram),
        }).WriteLine("</div>");
        renderer.Write("<details><summary>").Write(MarkdownWords.DiagramAsText).Write("</summary><ol>");
        foreach (var line in diagram.Lines)
        {
            renderer.Write("<li>").WriteEscape(line.From);
            if (line.To is not null)
                renderer.Write(" → ").WriteEscape(line.To);
            if (line.Label.Length > 0)
                renderer.Write(": ").WriteEscape(line.Label);
            renderer.Write("</li>");
        }

        renderer.WriteLine("</ol></details></figure>");
    }
}
