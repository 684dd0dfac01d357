using Markdig;
using Markdig.Extensions.Alerts;
using Markdig.Renderers;
using Markdig.Renderers.Html;

namespace HanoiAcademy.Content.Markdown.Alerts;

/// <summary><c>&gt; [!HINT]</c> and its kin, also inside boxes and lists.</summary>
internal sealed class AlertExtension : IMarkdownExtension
{
    public const string Hint = "HINT";

    public static readonly string[] Kinds = [Hint, "NOTE", "TIP", "IMPORTANT", "WARNING", "CAUTION"];

    public void Setup(MarkdownPipelineBuilder pipeline) =>
        new Markdig.Extensions.Alerts.AlertExtension { AllowNestedAlerts = true }.Setup(pipeline);

    public void Setup(MarkdownPipeline pipeline, IMarkdownRenderer renderer) =>
        renderer.ObjectRenderers.Insert(0, new Renderer());

    private sealed class Renderer : HtmlObjectRenderer<AlertBlock>
    {
        protected override void Write(HtmlRenderer renderer, AlertBlock alert)
        {
            var kind = alert.Kind.ToString().ToUpperInvariant();
            renderer.EnsureLine();
            renderer.Write("<div class=\"markdown-alert markdown-alert-").Write(Array.IndexOf(Kinds, kind) < 0 ? "note" : kind.ToLowerInvariant()).WriteLine("\" role=\"note\">");
            renderer.Write("<p class=\"box-title\">").Write(MarkdownWords.Alert(kind)).WriteLine("</p>");
            renderer.WriteChildren(alert);
            renderer.EnsureLine();
            renderer.WriteLine("</div>");
        }
    }
}
