using System.Text;
using System.Text.RegularExpressions;

namespace HanoiAcademy.Content.Exchange.Html;

/// <summary>Plain text of a cell as Markdown that shows the same text: its lines stay lines, its lists lists, and no sign in it becomes a format.</summary>
internal static partial class PlainMarkdown
{
    public static string Of(string text)
    {
        var markdown = new StringBuilder();
        var list = false;
        foreach (var raw in text.ReplaceLineEndings("\n").Split('\n'))
        {
            var line = Clean(raw);
            if (line.Length == 0)
            {
                Break(markdown, "\n\n");
                list = false;
                continue;
            }

            var item = Bullet.Match(line);
            if (item.Success)
            {
                Break(markdown, list ? "\n" : "\n\n");
                markdown.Append(item.Groups["n"].Success ? item.Groups["n"].Value + ". " : "- ").Append(Inline(line[item.Length..]));
                list = true;
            }
            else
            {
                Break(markdown, list ? "\n\n" : markdown.Length > 0 && !EndsParagraph(markdown) ? "\\\n" : "");
                markdown.Append(Line(line));
                list = false;
            }
        }

        return markdown.ToString().TrimEnd();
    }

    /// <summary>One line, with nothing that formats.</summary>
    public static string Inline(string text)
    {
        var escaped = new StringBuilder(text.Length + 8);
        for (var at = 0; at < text.Length; at++)
        {
            if (Signs.Contains(text[at], StringComparison.Ordinal) || text[at] == '&' && Entity.IsMatch(text[at..Math.Min(text.Length, at + 40)])
                || text[at] == '_' && !(at > 0 && at + 1 < text.Length && char.IsLetterOrDigit(text[at - 1]) && char.IsLetterOrDigit(text[at + 1]))
                || text[at] == ']' || text[at] == '|')
                escaped.Append('\\');
            escaped.Append(text[at]);
        }

        return escaped.ToString();
    }

    /// <summary>As <see cref="Inline"/>, and at the beginning of a line also with nothing that would make it another block.</summary>
    public static string LineOrInline(string text, bool begins) => begins ? Line(text) : Inline(text);

    /// <summary>What would make a line a heading, a quotation, a rule or a list only at its beginning.</summary>
    private static string Line(string text)
    {
        var inline = Inline(text);
        if (Begins.IsMatch(inline))
            return "\\" + inline;
        var number = Numbered.Match(inline);
        return number.Success ? number.Groups[1].Value + "\\" + inline[number.Groups[1].Length..] : inline;
    }

    private static string Clean(string line)
    {
        var clean = new StringBuilder(line.Length);
        foreach (var letter in line)
            clean.Append(letter == '\t' || letter == '\u00A0' ? ' ' : char.IsControl(letter) || letter is '\uFFFE' or '\uFFFF' ? "" : letter);
        return clean.ToString().Trim();
    }

    private static bool EndsParagraph(StringBuilder text) => text.Length > 1 && text[^1] == '\n' && text[^2] == '\n';

    private static void Break(StringBuilder text, string by)
    {
        while (by.StartsWith('\n') && text.Length > 0 && text[^1] == '\n')
            text.Length--;
        if (text.Length > 0)
            text.Append(by);
    }

    private const string Signs = "\\`*[<~";

    [GeneratedRegex(@"^(?:[-–—•●▪◦‣·∙*+]|(?<n>\d{1,3})[.)])\s+(?=\S)", RegexOptions.CultureInvariant, 200)]
    private static partial Regex Bullet { get; }

    [GeneratedRegex(@"^(#|>|\+(\s|$)|-(\s|$|-)|=+\s*$|:::|\{)", RegexOptions.CultureInvariant, 200)]
    private static partial Regex Begins { get; }

    [GeneratedRegex(@"^(\d{1,9})[.)](\s|$)", RegexOptions.CultureInvariant, 200)]
    private static partial Regex Numbered { get; }

    [GeneratedRegex(@"^&(#\d{1,7}|#[xX][0-9a-fA-F]{1,6}|[A-Za-z][A-Za-z0-9]{1,31});", RegexOptions.CultureInvariant, 200)]
    private static partial Regex Entity { get; }
}
