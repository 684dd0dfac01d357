using Markdig;
using Markdig.Renderers;

namespace HanoiAcademy.Content.Markdown.Diagrams;

internal sealed class DiagramExtension : IMarkdownExtension
{
    public void Setup(MarkdownPipelineBuilder pipeline)
    {
    }

    public void Setup(MarkdownPipeline pipeline, IMarkdownRenderer renderer) => renderer.ObjectRenderers.Insert(0, new DiagramRenderer());
}
