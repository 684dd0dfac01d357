using Markdig.Extensions.Alerts;
using Markdig.Syntax;

namespace HanoiAcademy.Content.Markdown.Alerts;

internal static class AlertCheck
{
    public static void Run(MarkdownDocument document, MarkdownProblems problems)
    {
        foreach (var alert in document.Descendants<AlertBlock>().Where(a => Array.IndexOf(AlertExtension.Kinds, a.Kind.ToString().ToUpperInvariant()) < 0))
            problems.Add(alert, "alert-unknown", $"‘[!{alert.Kind}]’ is not known; use one of: {string.Join(", ", AlertExtension.Kinds)}.");
    }
}
