using System.Globalization;
using HanoiAcademy.Content.Reference;
using Markdig.Renderers;
using Markdig.Renderers.Html;

namespace HanoiAcademy.Content.Markdown.Treaties;

/// <summary>An article of the Convention is a link with its level; another treaty's is a citation.</summary>
internal sealed class TreatyReferenceRenderer(ConventionReference convention) : HtmlObjectRenderer<TreatyReference>
{
    protected override void Write(HtmlRenderer renderer, TreatyReference reference)
    {
        if (reference.Article is not { } number)
        {
            renderer.WriteEscape(reference.Written);
            return;
        }

        var text = string.Create(CultureInfo.InvariantCulture, $"{reference.Name} art.\u00a0{number}{reference.Paragraph}");
        if (!renderer.EnableHtmlForInline)
        {
            renderer.Write(text);
            return;
        }

        if (reference.Treaty != Treaty.Uncc || convention.Article(number) is not { } article)
        {
            renderer.Write("<cite class=\"treaty-ref\">").WriteEscape(text).Write("</cite>");
            return;
        }

        // The number and its level stay on one line; the words before them may break.
        var level = article.Letter.ToString();
        renderer.Write("<a class=\"treaty-ref\" href=\"/articles/").Write(number.ToString(CultureInfo.InvariantCulture)).Write("\">").WriteEscape(reference.Name)
            .Write(" <span class=\"nowrap\">art. ").Write(number.ToString(CultureInfo.InvariantCulture)).Write(reference.Paragraph)
            .Write("<span class=\"level level-").Write(level.ToLowerInvariant()).Write("\"><span class=\"visually-hidden\"> ")
            .Write(MarkdownWords.Level).Write(" </span>").Write(level).Write("</span></span></a>");
    }
}
