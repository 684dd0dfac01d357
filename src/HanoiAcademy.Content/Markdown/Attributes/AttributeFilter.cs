using HanoiAcademy.Content.Markdown.Containers;
using Markdig.Extensions.Alerts;
using Markdig.Renderers.Html;
using Markdig.Syntax;

namespace HanoiAcademy.Content.Markdown.Attributes;

/// <summary>
/// Generic attributes let an author write any attribute, <c>{onclick=…}</c> and <c>{style=…}</c> too. Only the
/// language and direction of a part stay; what a box needs is read from its own block and never drawn.
/// </summary>
internal static class AttributeFilter
{
    private static readonly string[] Allowed = ["lang", "dir"];

    public static void Run(MarkdownDocument document, MarkdownProblems problems)
    {
        foreach (var part in document.Descendants().Where(p => p is not BoxBlock))
        {
            if (part.TryGetAttributes() is not { } attributes)
                continue;
            var kept = attributes.Properties?.Where(p => Array.IndexOf(Allowed, p.Key) >= 0 && p.Value is { Length: > 0 and < 20 } v && v.All(c => char.IsAsciiLetterOrDigit(c) || c == '-')).ToList() ?? [];
            var foreign = (attributes.Properties?.Select(p => p.Key).Where(k => kept.TrueForAll(p => p.Key != k)) ?? [])
                .Concat(attributes.Classes?.Where(c => !IsOurs(part, c)).Select(c => "." + c) ?? [])
                .Concat(attributes.Id is null ? Array.Empty<string>() : ["#" + attributes.Id])
                .ToList();
            if (foreign.Count > 0)
                problems.Add(part, "attribute-not-taken", $"‘{{{string.Join(' ', foreign)}}}’ is not taken here; only lang and dir are. For braces as text write \\{{.");
            part.SetAttributes(new HtmlAttributes { Properties = kept });
        }
    }

    // The classes that Markdig itself gives code and alerts; dropped without a word.
    private static bool IsOurs(MarkdownObject part, string name) =>
        (part is FencedCodeBlock && name.StartsWith("language-", StringComparison.Ordinal)) || (part is AlertBlock && name.StartsWith("markdown-alert", StringComparison.Ordinal));
}
