using Markdig;
using Markdig.Parsers.Inlines;
using Markdig.Renderers;
using Markdig.Renderers.Html;

namespace HanoiAcademy.Content.Markdown.Quizzes;

internal sealed class QuizExtension : IMarkdownExtension
{
    public void Setup(MarkdownPipelineBuilder pipeline) => pipeline.InlineParsers.InsertBefore<LinkInlineParser>(new ChoiceMarkParser());

    public void Setup(MarkdownPipeline pipeline, IMarkdownRenderer renderer) => renderer.ObjectRenderers.Insert(0, new Nothing());

    private sealed class Nothing : HtmlObjectRenderer<ChoiceMark>
    {
        protected override void Write(HtmlRenderer renderer, ChoiceMark obj)
        {
        }
    }
}
