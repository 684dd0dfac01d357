using System.Text;

namespace HanoiAcademy.Server.Drills.AfterAction.Papers.Word;

/// <summary>Texts as a Word file can hold them, and in which direction they are written.</summary>
internal static class WordText
{
    /// <summary>Without what XML cannot hold, half a character included, and no longer than a file takes.</summary>
    public static string Clean(string text, string cut)
    {
        var isLong = text.Length > PaperLimits.Text;
        if (isLong)
            text = text[..PaperLimits.Text];
        if (text.Any(c => IsOdd(c)))
            text = WithoutOdd(text);
        return isLong ? text + cut : text;
    }

    private static string WithoutOdd(string text)
    {
        var clean = new StringBuilder(text.Length);
        for (var n = 0; n < text.Length; n++)
            if (char.IsHighSurrogate(text[n]) && n + 1 < text.Length && char.IsLowSurrogate(text[n + 1]))
                clean.Append(text[n]).Append(text[++n]);
            else if (char.IsSurrogate(text[n]) || text[n] is '\uFFFE' or '\uFFFF')
                clean.Append('\uFFFD');
            else if (!IsOdd(text[n]))
                clean.Append(text[n]);
        return clean.ToString();
    }

    /// <summary>Marks of direction too: what somebody wrote turns nothing but itself.</summary>
    private static bool IsOdd(char c) =>
        (c < ' ' && c is not ('\n' or '\t')) || c is (>= '\u007F' and < '\u00A0') || char.IsSurrogate(c) || c is '\uFFFE' or '\uFFFF'
        || c is (>= '\u202A' and <= '\u202E') or (>= '\u2066' and <= '\u2069');

    /// <summary>By its first letter; null where it has none.</summary>
    public static bool? IsRightToLeft(string text)
    {
        foreach (var rune in text.EnumerateRunes())
            if (IsRightToLeft(rune))
                return true;
            else if (Rune.IsLetter(rune))
                return false;
        return null;
    }

    public static bool HasRightToLeft(string text) => text.EnumerateRunes().Any(IsRightToLeft);

    // Hebrew to Arabic Extended-A, their presentation forms, and the scripts of the supplementary plane that are written that way.
    private static bool IsRightToLeft(Rune rune) =>
        rune.Value is (>= 0x0590 and <= 0x08FF) or (>= 0xFB1D and <= 0xFDFF) or (>= 0xFE70 and <= 0xFEFC) or (>= 0x10800 and <= 0x10FFF) or (>= 0x1E800 and <= 0x1EFFF)
        && Rune.IsLetter(rune);
}
