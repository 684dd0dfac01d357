using Markdig.Syntax;

namespace HanoiAcademy.Content.Markdown.Treaties;

internal static class TreatyCheck
{
    public static void Run(MarkdownDocument document, MarkdownProblems problems)
    {
        foreach (var reference in document.Descendants<TreatyReference>())
        {
            if (reference.Article is not { } number)
                problems.Add(reference, "treaty-malformed", $"‘{reference.Written}’ is no article; write a number and, if need be, its paragraph: <uncc:42> or <untoc:18(15)>.");
            else if (number > reference.Articles)
                problems.Add(reference, "article-unknown", $"The {reference.Name} has {reference.Articles} articles; there is no article {number}.");
            else if (reference is { Treaty: Treaty.Uncc, Paragraph: not "" } && Reference.ConventionReference.Current.Article(number) is { MayCarryAKey: false } article)
                problems.Add(reference, "article-paragraph", $"Nobody has read article {number} (level {article.Letter}), so no paragraph of it can be cited; cite the article, and the paragraph of its model provision.");
        }
    }
}
