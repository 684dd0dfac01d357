using HanoiAcademy.Content.Markdown;
using Markdig.Syntax;

namespace HanoiAcademy.Content.Courses.Checks;

/// <summary>The page's only first heading is the lesson's title; levels that are jumped lose who listens to the page.</summary>
internal static class HeadingCheck
{
    public static void Run(MarkdownDocument document, MarkdownProblems problems)
    {
        var last = 1;
        foreach (var heading in document.Descendants<HeadingBlock>())
        {
            if (heading.Level == 1)
                problems.Add(heading, "heading-first", "The title stands in the front matter; begin headings with ‘##’.");
            else if (heading.Level > last + 1)
                problems.Add(heading, "heading-jump", $"A heading of level {heading.Level} follows one of level {last}; use ‘{new string('#', last + 1)}’.");
            last = heading.Level;
        }
    }
}
