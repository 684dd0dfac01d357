using Markdig.Renderers;
using Markdig.Renderers.Html;
using Markdig.Renderers.Html.Inlines;
using Markdig.Syntax.Inlines;

namespace HanoiAcademy.Content.Markdown.Links;

/// <summary>
/// Writes a link only when the policy allows its address; otherwise its words alone. Safe by construction: a link
/// that no check has seen is still not drawn.
/// </summary>
internal sealed class SafeLinkRenderer : HtmlObjectRenderer<LinkInline>
{
    protected override void Write(HtmlRenderer renderer, LinkInline link)
    {
        var url = link.GetDynamicUrl?.Invoke() ?? link.Url;
        var kind = LinkPolicy.Judge(url);
        if (link.IsImage)
            WriteImage(renderer, link, url, kind);
        else if (!renderer.EnableHtmlForInline)
            renderer.WriteChildren(link);
        else
            WriteLink(renderer, kind, url, () => renderer.WriteChildren(link), link);
    }

    internal static void WriteLink(HtmlRenderer renderer, LinkKind kind, string? url, Action text, LinkInline? attributes = null)
    {
        switch (kind)
        {
            case LinkKind.Local or LinkKind.Outside:
                renderer.Write("<a href=\"").WriteEscapeUrl(url).Write(kind == LinkKind.Outside ? "\" rel=\"noopener noreferrer\"" : "\"");
                if (attributes is not null)
                    renderer.WriteAttributes(attributes); // lang and dir; the filter left nothing else
                renderer.Write('>');
                text();
                renderer.Write("</a>");
                break;
            case LinkKind.Fictional:
                // It looks like a link and says where it would lead, as in a real mail, but leads nowhere.
                renderer.Write("<span class=\"fictional-link\" title=\"").WriteEscape(url).Write("\">");
                text();
                renderer.Write("</span>");
                break;
            default:
                text();
                break;
        }
    }

    // Only images that lie in the content folder: a picture from elsewhere tells its owner who reads.
    private static void WriteImage(HtmlRenderer renderer, LinkInline image, string? url, LinkKind kind)
    {
        if (!renderer.EnableHtmlForInline || kind != LinkKind.Local || renderer.LinkRewriter is null)
        {
            WriteAlt(renderer, image);
            return;
        }

        renderer.Write("<img src=\"").WriteEscapeUrl(url).Write("\" alt=\"");
        WriteAlt(renderer, image);
        renderer.Write("\" loading=\"lazy\">");
    }

    private static void WriteAlt(HtmlRenderer renderer, LinkInline image)
    {
        var html = renderer.EnableHtmlForInline;
        renderer.EnableHtmlForInline = false;
        renderer.WriteChildren(image);
        renderer.EnableHtmlForInline = html;
    }
}

internal sealed class SafeAutolinkRenderer : HtmlObjectRenderer<AutolinkInline>
{
    protected override void Write(HtmlRenderer renderer, AutolinkInline link)
    {
        if (renderer.EnableHtmlForInline)
            SafeLinkRenderer.WriteLink(renderer, link.IsEmail ? LinkKind.Refused : LinkPolicy.Judge(link.Url), link.Url, () => renderer.WriteEscape(link.Url));
        else
            renderer.WriteEscape(link.Url);
    }
}

internal static class LinkRenderers
{
    public static void Replace(IMarkdownRenderer renderer)
    {
        renderer.ObjectRenderers.ReplaceOrAdd<LinkInlineRenderer>(new SafeLinkRenderer());
        renderer.ObjectRenderers.ReplaceOrAdd<AutolinkInlineRenderer>(new SafeAutolinkRenderer());
    }
}
