using Markdig;
using Markdig.Renderers;

namespace HanoiAcademy.Content.Markdown.Containers;

internal sealed class ContainerExtension : IMarkdownExtension
{
    public void Setup(MarkdownPipelineBuilder pipeline) => pipeline.BlockParsers.Insert(0, new ContainerParser());

    public void Setup(MarkdownPipeline pipeline, IMarkdownRenderer renderer)
    {
        renderer.ObjectRenderers.Insert(0, new ContainerRenderer());
        renderer.ObjectRenderers.Insert(0, new StrayEndRenderer());
    }
}
