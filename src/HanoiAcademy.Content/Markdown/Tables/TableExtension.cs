using Markdig;
using Markdig.Extensions.Tables;
using Markdig.Renderers;

namespace HanoiAcademy.Content.Markdown.Tables;

/// <summary>Pipe tables; Markdig's own renderer would write style attributes, which our Content-Security-Policy forbids.</summary>
internal sealed class TableExtension : IMarkdownExtension
{
    public void Setup(MarkdownPipelineBuilder pipeline) =>
        new PipeTableExtension(new PipeTableOptions { RequireHeaderSeparator = true }).Setup(pipeline);

    public void Setup(MarkdownPipeline pipeline, IMarkdownRenderer renderer) =>
        renderer.ObjectRenderers.Insert(0, new TableRenderer());
}
