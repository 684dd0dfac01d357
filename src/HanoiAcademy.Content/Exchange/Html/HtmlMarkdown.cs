using System.Text;
using System.Text.RegularExpressions;
using AngleSharp.Dom;
using AngleSharp.Html.Parser;

namespace HanoiAcademy.Content.Exchange.Html;

/// <param name="Text">Markdown.</param>
/// <param name="WasHtml">It was HTML, not plain text.</param>
/// <param name="Dropped">What did not come along, each kind once with its number: <c>2 pictures</c>.</param>
internal sealed record CellMarkdown(string Text, bool WasHtml, IReadOnlyList<string> Dropped);

/// <summary>HTML of a cell as Markdown: paragraphs, emphasis, headings, lists, tables and safe links stay; whatever acts, draws or fetches does not.</summary>
internal static partial class HtmlMarkdown
{
    /// <summary>Deep enough for any mail, and far from what a recursion could not take.</summary>
    private const int MostDepth = 60;

    /// <summary>Letters that are handed to the parser; what is inlined as data is taken out before.</summary>
    private const int MostLetters = 500_000;

    private const int MostTableRows = 200;

    /// <summary>Each becomes an object, and the parser looks through all that are open at each that opens: 30,000 in one another take it a quarter of a minute.</summary>
    private const int MostTags = 5_000;

    /// <summary>Among which a tag stands, if the text is HTML.</summary>
    private const int FirstLetters = 20_000;

    public static CellMarkdown Of(string text)
    {
        if (!Tag.IsMatch(text.AsSpan(0, Math.Min(text.Length, FirstLetters))))
            return new(PlainMarkdown.Of(System.Net.WebUtility.HtmlDecode(Entity.IsMatch(text) ? text : text.Replace("&", "&amp;", StringComparison.Ordinal))), false, []);
        var inlined = 0;
        var light = DataUri.Replace(text, _ =>
        {
            inlined++;
            return "data:";
        });
        var reading = new Reading();
        if (light.Length > MostLetters)
        {
            reading.Drop("text beyond what a message can hold");
            light = light[..MostLetters];
        }

        if (Tags(light) is var end and >= 0)
        {
            reading.Drop("text behind more tags than a message can hold");
            light = light[..end];
        }

        using var document = new HtmlParser(new HtmlParserOptions { IsNotConsumingCharacterReferences = false }).ParseDocument(light);
        reading.Children(document.Body ?? (INode)document, 0);
        if (inlined > 0 && !reading.Has("picture"))
            reading.Drop("inlined file", inlined);
        return new(reading.Done(), true, reading.Dropped);
    }

    /// <summary>Where the tag stands that is one too many; -1 where none does.</summary>
    private static int Tags(string html)
    {
        var at = -1;
        for (var n = 0; n <= MostTags; n++)
            if ((at = html.IndexOf('<', at + 1)) < 0)
                return -1;
        return at;
    }

    /// <summary>The words alone, line by line; plain text comes back as it is.</summary>
    public static string Plain(string text)
    {
        if (!Tag.IsMatch(text.AsSpan(0, Math.Min(text.Length, FirstLetters))))
            return Entity.IsMatch(text) ? System.Net.WebUtility.HtmlDecode(text) : text;
        var light = DataUri.Replace(text, "");
        if (Tags(light) is var end and >= 0)
            light = light[..end];
        using var document = new HtmlParser().ParseDocument(Ends.Replace(light.Length > MostLetters ? light[..MostLetters] : light, "\n$0"));
        foreach (var acts in document.QuerySelectorAll("script, style, template, noscript, title").ToList())
            acts.Remove();
        return Blank.Replace(document.Body?.TextContent ?? "", "\n").Trim();
    }

    private sealed class Reading
    {
        private readonly StringBuilder _text = new();
        private readonly SortedDictionary<string, int> _dropped = new(StringComparer.Ordinal);

        public IReadOnlyList<string> Dropped => [.. _dropped.Select(d => d.Value == 1 ? $"1 {d.Key}" : $"{d.Value} {d.Key}s")];

        public bool Has(string what) => _dropped.ContainsKey(what);

        public void Drop(string what, int n = 1) => _dropped[what] = _dropped.GetValueOrDefault(what) + n;

        public string Done() => Blank.Replace(_text.ToString(), "\n\n").Trim();

        public void Children(INode node, int depth)
        {
            if (depth > MostDepth)
            {
                Drop("deeply nested part");
                return;
            }

            foreach (var child in node.ChildNodes)
                if (child is IText text)
                    _text.Append(Inline(text.Data));
                else if (child is IElement element)
                    Element(element, depth + 1);
        }

        private void Element(IElement element, int depth)
        {
            switch (element.LocalName)
            {
                case "script" or "style" or "noscript" or "template" or "head" or "meta" or "link" or "base" or "title":
                    if (element.LocalName is "script" or "style")
                        Drop(element.LocalName);
                    break;
                case "img" or "picture" or "svg" or "canvas" or "image":
                    Drop("picture");
                    if (element.GetAttribute("alt") is { Length: > 0 and < 300 } alt)
                        _text.Append(Inline($"[{alt.Trim()}]"));
                    break;
                case "iframe" or "object" or "embed" or "video" or "audio" or "form" or "input" or "button" or "select" or "textarea" or "applet" or "frame" or "frameset":
                    Drop(element.LocalName is "iframe" or "object" or "embed" or "applet" or "frame" or "frameset" ? "embedded page" : element.LocalName is "video" or "audio" ? "film or sound" : "form field");
                    if (element.LocalName is "form" or "button")
                        Children(element, depth);
                    break;
                case "br":
                    if (_text.Length > 0 && _text[^1] != '\n')
                        _text.Append("\\\n");
                    break;
                case "hr":
                    Block();
                    break;
                case "h1" or "h2" or "h3" or "h4" or "h5" or "h6":
                    Wrapped("**", element, depth, block: true);
                    break;
                case "strong" or "b":
                    Wrapped("**", element, depth, block: false);
                    break;
                case "em" or "i":
                    Wrapped("*", element, depth, block: false);
                    break;
                case "a":
                    Link(element, depth);
                    break;
                case "ul" or "ol":
                    List(element, depth);
                    break;
                case "table":
                    Table(element);
                    break;
                case "p" or "div" or "section" or "article" or "header" or "footer" or "blockquote" or "pre" or "tr" or "figure" or "figcaption" or "address" or "dl" or "dt" or "dd" or "li" or "center":
                    Block();
                    Children(element, depth);
                    Block();
                    break;
                default:
                    Children(element, depth);
                    break;
            }
        }

        private void Wrapped(string mark, IElement element, int depth, bool block)
        {
            var inner = Apart(element, depth);
            if (block)
                Block();
            // Emphasis cannot run over a break of a paragraph, nor begin or end with a gap.
            if (inner.Trim() is not { Length: > 0 } words)
                _text.Append(inner.Length > 0 ? " " : "");
            else if (words.Contains('\n', StringComparison.Ordinal) || words.Contains('*', StringComparison.Ordinal))
                _text.Append(inner);
            else
                _text.Append(inner[0] == ' ' ? " " : "").Append(mark).Append(words).Append(mark).Append(inner[^1] == ' ' ? " " : "");
            if (block)
                Block();
        }

        private void Link(IElement element, int depth)
        {
            var words = Apart(element, depth).Trim();
            var href = element.GetAttribute("href")?.Trim() ?? "";
            var safe = Uri.TryCreate(href, UriKind.Absolute, out var uri) && uri.Scheme is "https" or "http" && href.All(c => c is > ' ' and < '\u007f' and not ('(' or ')' or '<' or '>' or '\\'));
            if (words.Length == 0 || words.Contains('\n', StringComparison.Ordinal))
                _text.Append(words);
            else if (safe)
                _text.Append('[').Append(words).Append("](").Append(href).Append(')');
            else
            {
                if (href.Length > 0 && !href.StartsWith('#'))
                    Drop("address of a link");
                _text.Append(words);
            }
        }

        private void List(IElement list, int depth)
        {
            Block();
            var n = 0;
            foreach (var item in list.Children)
            {
                if (item.LocalName is "ul" or "ol")
                {
                    List(item, depth + 1 > MostDepth ? depth : depth + 1);
                    continue;
                }

                var words = Apart(item, depth).Trim();
                if (words.Length == 0)
                    continue;
                n++;
                var mark = list.LocalName == "ol" ? n.ToString(System.Globalization.CultureInfo.InvariantCulture) + ". " : "- ";
                _text.Append(mark).Append(Blank.Replace(words, "\n").Replace("\n", "\n" + new string(' ', mark.Length), StringComparison.Ordinal)).Append('\n');
            }

            Block();
        }

        private void Table(IElement table)
        {
            Block();
            if (table.QuerySelectorAll("tr").Length is var all and > MostTableRows)
                Drop("row of a long table", all - MostTableRows);
            var rows = table.QuerySelectorAll("tr").Take(MostTableRows).Select(row => row.Children.Where(c => c.LocalName is "td" or "th").Take(30).Select(Flat).ToList()).Where(row => row.Any(cell => cell.Length > 0)).ToList();
            var width = rows.Select(row => row.Count).DefaultIfEmpty(0).Max();
            if (width < 2)
                foreach (var row in rows)
                    _text.Append(row[0]).Append("\n\n");
            else
                for (var at = 0; at < rows.Count; at++)
                {
                    _text.Append("| ").AppendJoin(" | ", rows[at].Concat(Enumerable.Repeat("", width - rows[at].Count))).Append(" |\n");
                    if (at == 0)
                        _text.Append('|').Append(string.Concat(Enumerable.Repeat(" --- |", width))).Append('\n');
                }

            Block();
        }

        /// <summary>What an element says, on one line.</summary>
        private string Flat(IElement element) => Inline(element.TextContent).Trim();

        private string Apart(IElement element, int depth)
        {
            var apart = new Reading();
            apart.Children(element, depth);
            foreach (var (what, n) in apart._dropped)
                Drop(what, n);
            return apart._text.ToString();
        }

        private void Block()
        {
            while (_text.Length > 0 && _text[^1] == ' ')
                _text.Length--;
            if (_text.Length > 1 && _text[^1] == '\n' && _text[^2] == '\\')
                _text.Length -= 2;
            if (_text.Length > 0 && !(_text.Length > 1 && _text[^1] == '\n' && _text[^2] == '\n'))
                _text.Append(_text[^1] == '\n' ? "\n" : "\n\n");
        }

        private string Inline(string data)
        {
            var words = Space.Replace(data, " ");
            if (words.Length == 0)
                return "";
            var atStart = _text.Length == 0 || _text[^1] is '\n' or ' ';
            return PlainMarkdown.LineOrInline(atStart ? words.TrimStart() : words, _text.Length == 0 || _text[^1] == '\n');
        }
    }

    [GeneratedRegex(@"<(?:!--|/?(?:p|br|div|span|b|i|u|strong|em|a|ul|ol|li|table|tr|td|th|tbody|thead|h[1-6]|img|script|style|font|html|body|head|hr|blockquote|pre|code|iframe|sub|sup|svg|section|figure|object|form|center)(?:\s[^<>]*)?/?>)", RegexOptions.IgnoreCase | RegexOptions.CultureInvariant, 1000)]
    private static partial Regex Tag { get; }

    [GeneratedRegex(@"&(?:nbsp|amp|lt|gt|quot|apos|eacute|egrave|agrave|ccedil|rsquo|lsquo|ldquo|rdquo|ndash|mdash|hellip|euro|#\d{2,5});", RegexOptions.CultureInvariant, 1000)]
    private static partial Regex Entity { get; }

    [GeneratedRegex(@"data:[a-z]{1,20}/[a-z0-9.+-]{1,80}(?:;[a-z0-9=-]{1,40})*,[A-Za-z0-9+/=%_-]*", RegexOptions.IgnoreCase | RegexOptions.CultureInvariant, 2000)]
    private static partial Regex DataUri { get; }

    [GeneratedRegex(@"<(?:br|p|div|li|tr|h[1-6])\b", RegexOptions.IgnoreCase | RegexOptions.CultureInvariant, 1000)]
    private static partial Regex Ends { get; }

    [GeneratedRegex(@"\s+", RegexOptions.CultureInvariant, 1000)]
    private static partial Regex Space { get; }

    [GeneratedRegex(@"\n[ \t]*(?:\n[ \t]*)+", RegexOptions.CultureInvariant, 1000)]
    private static partial Regex Blank { get; }
}
