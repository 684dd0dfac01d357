using System.Globalization;
using System.Text;

namespace HanoiAcademy.Content.Exchange.Writing;

/// <summary>Scalars as an author writes them: plain wherever YAML reads them back as they are, else in double quotes. Always one line.</summary>
public static class YamlText
{
    /// <param name="text">Line breaks become spaces.</param>
    /// <param name="inFlow">It stands within braces or brackets, where commas and brackets mean something.</param>
    public static string Scalar(string text, bool inFlow = false)
    {
        var line = OneLine(text);
        return IsPlain(line, inFlow) ? line : Quoted(line);
    }

    /// <summary>Without line breaks and control characters, single spaces.</summary>
    public static string OneLine(string text)
    {
        var line = new StringBuilder(text.Length);
        foreach (var rune in text.EnumerateRunes())
            if (Rune.IsWhiteSpace(rune) || Rune.IsControl(rune))
                line.Append(line.Length > 0 && line[^1] != ' ' ? " " : "");
            else if (rune.Value is not (0xFFFE or 0xFFFF or 0xFEFF or 0xFFFD) && Rune.GetUnicodeCategory(rune) is not (UnicodeCategory.Surrogate or UnicodeCategory.OtherNotAssigned or UnicodeCategory.PrivateUse))
                line.Append(rune.ToString());
        return line.ToString().TrimEnd();
    }

    private static bool IsPlain(string line, bool inFlow)
    {
        if (line.Length == 0 || line != line.Trim() || line[^1] == ':' || line.Contains(": ", StringComparison.Ordinal) || line.Contains(" #", StringComparison.Ordinal))
            return false;
        if (!char.IsLetter(line[0]) && !char.IsAsciiDigit(line[0]))
            return false;
        if (inFlow && line.AsSpan().IndexOfAny(",[]{}") >= 0 || line.Contains('\\', StringComparison.Ordinal))
            return false;
        // What a program may take for a number, a date or a truth value is said to be a text.
        return line.ToLowerInvariant() is not ("true" or "false" or "null" or "yes" or "no" or "on" or "off" or "y" or "n" or "~") && !char.IsAsciiDigit(line[0]) && !line.AsSpan().ContainsAnyInRange('\uD800', '\uDFFF');
    }

    private static string Quoted(string line)
    {
        var quoted = new StringBuilder("\"");
        foreach (var letter in line)
            quoted.Append(letter switch
            {
                '"' => "\\\"",
                '\\' => @"\\",
                '\u0085' or '\u2028' or '\u2029' => " ",
                _ => letter.ToString(),
            });
        return quoted.Append('"').ToString();
    }
}
