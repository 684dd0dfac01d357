using System.Globalization;
using System.Text;
using System.Text.RegularExpressions;

namespace HanoiAcademy.Content.Exchange.Writing;

/// <summary>Texts as a spreadsheet file can hold them.</summary>
internal static partial class XlsxText
{
    /// <summary>What a cell takes at most, in UTF-16 units.</summary>
    public const int Most = 32_767;

    /// <summary>Characters that XML cannot hold are written _x0007_, and what looks like that is escaped itself.</summary>
    public static string Escaped(string text)
    {
        text = Escape.Replace(text, "_x005F_$1");
        if (!text.Any(IsImpossible))
            return text;
        var all = new StringBuilder();
        for (var n = 0; n < text.Length; n++)
            if (char.IsHighSurrogate(text[n]) && n + 1 < text.Length && char.IsLowSurrogate(text[n + 1]))
                all.Append(text[n]).Append(text[++n]);
            else if (IsImpossible(text[n]))
                all.Append(CultureInfo.InvariantCulture, $"_x{(int)text[n]:X4}_");
            else
                all.Append(text[n]);
        return all.ToString();
    }

    private static bool IsImpossible(char c) => (c < ' ' && c is not ('\n' or '\t')) || char.IsSurrogate(c) || c is '\uFFFE' or '\uFFFF';

    [GeneratedRegex("_(x[0-9A-Fa-f]{4}_)")]
    private static partial Regex Escape { get; }
}
