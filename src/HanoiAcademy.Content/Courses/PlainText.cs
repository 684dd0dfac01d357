using System.Globalization;
using System.Text;
using HanoiAcademy.Content.Markdown.Treaties;
using Markdig.Syntax;
using Markdig.Syntax.Inlines;

namespace HanoiAcademy.Content.Courses;

/// <summary>The words of a part, without marks: for contents and checks.</summary>
internal static class PlainText
{
    public static string Of(MarkdownObject part)
    {
        var text = new StringBuilder();
        var inlines = part is LeafBlock leaf ? leaf.Inline?.Descendants() ?? [] : part.Descendants();
        foreach (var inline in inlines)
        {
            switch (inline)
            {
                case LiteralInline literal:
                    text.Append(literal.Content.AsSpan());
                    break;
                case CodeInline code:
                    text.Append(code.Content);
                    break;
                case LineBreakInline:
                    text.Append(' ');
                    break;
                case TreatyReference { Article: { } article } reference:
                    text.Append(CultureInfo.InvariantCulture, $"{reference.Name} art. {article}{reference.Paragraph}");
                    break;
                case HtmlEntityInline entity:
                    text.Append(entity.Transcoded.AsSpan());
                    break;
            }
        }

        return text.ToString().Trim();
    }
}
