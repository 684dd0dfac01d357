using System.Globalization;
using System.Text.RegularExpressions;
using HanoiAcademy.Content.Yaml;
using Markdig.Helpers;
using Markdig.Parsers;

namespace HanoiAcademy.Content.Markdown.Treaties;

/// <summary>Stands before the autolinks, which would take <c>&lt;uncc:42&gt;</c> for an address with a scheme.</summary>
internal sealed partial class TreatyReferenceParser : InlineParser
{
    private const int Longest = 60;

    public TreatyReferenceParser() => OpeningCharacters = ['<'];

    public override bool Match(InlineProcessor processor, ref StringSlice slice)
    {
        var head = slice.Text.AsSpan(slice.Start, Math.Min(Longest, slice.Length));
        if (head.IndexOf('>') is var end && end < 0)
            return false;
        var match = Reference().Match(head[..(end + 1)].ToString());
        if (!match.Success)
            return false;

        var start = processor.GetSourcePosition(slice.Start, out var line, out var column);
        processor.Inline = new TreatyReference
        {
            Treaty = WireNames<Treaty>.All[match.Groups["treaty"].Value],
            Article = int.TryParse(match.Groups["article"].Value, NumberStyles.None, CultureInfo.InvariantCulture, out var article) ? article : null,
            Paragraph = match.Groups["paragraph"].Value,
            Written = match.Value,
            Span = new(start, start + match.Length - 1),
            Line = line,
            Column = column,
        };
        slice.Start += match.Length;
        return true;
    }

    [GeneratedRegex(@"^<(?<treaty>uncc|budapest|untoc|uncac):(?:(?<article>[1-9]\d{0,2})(?<paragraph>(?:\([0-9a-z]{1,3}\)){0,4})|[^>]*)>$", RegexOptions.CultureInvariant)]
    private static partial Regex Reference();
}
