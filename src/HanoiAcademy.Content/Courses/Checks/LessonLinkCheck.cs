using HanoiAcademy.Content.Markdown;
using HanoiAcademy.Content.Markdown.Links;
using Markdig.Syntax;
using Markdig.Syntax.Inlines;

namespace HanoiAcademy.Content.Courses.Checks;

internal static class LessonLinkCheck
{
    /// <returns>The files that the lesson uses, relative to the course.</returns>
    public static IReadOnlyList<string> Run(MarkdownDocument document, LessonLinks links, MarkdownProblems problems)
    {
        var used = new List<string>();
        foreach (var link in document.Descendants<LinkInline>().Where(l => LinkPolicy.Judge(l.Url) == LinkKind.Local))
        {
            var url = link.Url!;
            if (link.IsImage && !LessonLinks.IsPicture(url))
                problems.Add(link, "image-kind", $"‘{url}’ is no picture we show; use png, jpg, gif, webp or svg.");
            else if (links.Resolve(url) is null)
                problems.Add(link, "link-broken", link.IsImage
                    ? $"There is no file ‘{url}’ beside this lesson; add it or mend the name."
                    : $"‘{url}’ leads nowhere; a lesson is linked as ../010-name/lesson.md, an article as /articles/42.");
            else if (!url.StartsWith('/') && links.Inside(url.Split('#')[0]) is { } file)
                used.Add(file);
        }

        return used;
    }
}
