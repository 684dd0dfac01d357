using HanoiAcademy.Content.Reference;
using Markdig;
using Markdig.Parsers.Inlines;
using Markdig.Renderers;

namespace HanoiAcademy.Content.Markdown.Treaties;

internal sealed class TreatyExtension(ConventionReference convention) : IMarkdownExtension
{
    public void Setup(MarkdownPipelineBuilder pipeline) => pipeline.InlineParsers.InsertBefore<AutolinkInlineParser>(new TreatyReferenceParser());

    public void Setup(MarkdownPipeline pipeline, IMarkdownRenderer renderer) =>
        renderer.ObjectRenderers.Insert(0, new TreatyReferenceRenderer(convention));
}
