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

    public static string Fold(string text)
    {
        var folded = new StringBuilder(text.Length);
        foreach (var c in text.Normalize(NormalizationForm.FormKD))
        {
            var digit = CharUnicodeInfo.GetDecimalDigitValue(c);
            if (digit >= 0)
                folded.Append((char)('0' + digit));
            else if (char.IsLetter(c))
                folded.Append(char.ToLowerInvariant(c));
            else if (c is '@')
                folded.Append(c);
        }

        return folded.ToString();
    }
}
