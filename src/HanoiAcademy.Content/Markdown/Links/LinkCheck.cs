using Markdig.Syntax;
using Markdig.Syntax.Inlines;

namespace HanoiAcademy.Content.Markdown.Links;

internal static class LinkCheck
{
    public static void Run(MarkdownDocument document, MarkdownProblems problems)
    {
        foreach (var link in document.Descendants<LinkInline>())
        {
            var kind = LinkPolicy.Judge(link.Url);
            if (kind == LinkKind.Refused)
                problems.Add(link, "link-not-allowed", $"‘{link.Url}’ is not taken; a link leads to http, https, or a page or file of this site.");
            else if (link.IsImage && kind != LinkKind.Local)
                problems.Add(link, "image-outside", $"‘{link.Url}’ lies elsewhere; put the picture into this folder and name it.");
            else if (link.IsImage && !link.Descendants<LiteralInline>().Any(t => !t.Content.IsEmptyOrWhitespace()))
                problems.Add(link, "image-alt", "Say in the brackets what the picture shows, for those who cannot see it.");
        }

        foreach (var link in document.Descendants<AutolinkInline>().Where(l => !l.IsEmail && LinkPolicy.Judge(l.Url) == LinkKind.Refused))
            problems.Add(link, "link-not-allowed", $"‘{link.Url}’ is not taken; a link leads to http or https.");
    }
}
