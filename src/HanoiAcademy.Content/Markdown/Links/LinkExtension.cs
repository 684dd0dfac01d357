using Markdig;
using Markdig.Renderers;

namespace HanoiAcademy.Content.Markdown.Links;

internal sealed class LinkExtension : IMarkdownExtension
{
    public void Setup(MarkdownPipelineBuilder pipeline)
    {
    }

    public void Setup(MarkdownPipeline pipeline, IMarkdownRenderer renderer) => LinkRenderers.Replace(renderer);
}
