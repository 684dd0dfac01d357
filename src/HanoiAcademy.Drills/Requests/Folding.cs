using System.Globalization;
using System.Text;

namespace HanoiAcademy.Drills.Requests;

/// <summary>Folds case, spacing, punctuation and digits of any script, so that a fact counts however it is written.</summary>
internal static class Folding
{
    public static bool Contains(string text, string spelling)
    {
        var wanted = Fold(spelling);
        return wanted.Length > 0 && Fold(text).Contains(wanted, StringComparison.Ordinal);
    }

    public static string Fold(string text) => Ascii.IsValid(text) ? FoldAscii(text) : FoldAny(text);

    /// <summary>What most forms are written in, without the detour over Unicode.</summary>
    private static string FoldAscii(string text)
    {
        var folded = new StringBuilder(text.Length);
        foreach (var c in text)
            if (char.IsAsciiLetterOrDigit(c) || c is '@')
                folded.Append(char.ToLowerInvariant(c));
        return folded.ToString();
    }

    private static string FoldAny(string text)
    {
        var whole = Whole(text).Normalize(NormalizationForm.FormKD);
        var folded = new StringBuilder(whole.Length);
        for (var i = 0; i < whole.Length; i += char.IsSurrogatePair(whole, i) ? 2 : 1)
        {
            var digit = CharUnicodeInfo.GetDecimalDigitValue(whole, i);
            if (digit >= 0)
                folded.Append((char)('0' + digit));
            else if (char.IsLetter(whole, i))
                folded.Append(Rune.ToLowerInvariant(Rune.GetRuneAt(whole, i)).ToString());
            else if (whole[i] is '@')
                folded.Append('@');
        }

        return folded.ToString();
    }

    /// <summary>Halves of characters and what Unicode keeps from text make Normalize throw, and a trainee can paste them.</summary>
    private static string Whole(string text)
    {
        var whole = new StringBuilder(text.Length);
        foreach (var rune in text.EnumerateRunes())
            if (rune.Value is not (0xFFFD or 0xFFFE or 0xFFFF))
                whole.Append(rune.ToString());
        return whole.ToString();
    }
}
