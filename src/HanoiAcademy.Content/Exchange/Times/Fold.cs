using System.Globalization;
using System.Text;

namespace HanoiAcademy.Content.Exchange.Times;

/// <summary>Words as they are compared: without case, marks, and the different letters that some scripts have for one.</summary>
internal static class Fold
{
    /// <summary>Letters and digits with single spaces between; digits of every script are 0 to 9.</summary>
    public static string Words(string text)
    {
        var words = new StringBuilder();
        foreach (var letter in Letters(text))
            if (char.IsLetterOrDigit(letter))
                words.Append(letter);
            else if (letter is '#' or '№')
                words.Append(words.Length > 0 && words[^1] != ' ' ? " number " : "number ");
            else if (words.Length > 0 && words[^1] != ' ')
                words.Append(' ');
        return words.ToString().TrimEnd();
    }

    /// <summary>Lower case, no marks, plain digits, plain dashes, colons and spaces; everything else stands as it stood.</summary>
    public static string Letters(string text)
    {
        var plain = new StringBuilder(text.Length);
        foreach (var letter in text.Normalize(NormalizationForm.FormKD).ToLowerInvariant().Replace("ß", "ss", StringComparison.Ordinal))
            if (CharUnicodeInfo.GetUnicodeCategory(letter) is not (UnicodeCategory.NonSpacingMark or UnicodeCategory.Format))
                plain.Append(letter switch
                {
                    'đ' => 'd',
                    'ı' => 'i',
                    'ى' => 'ي',
                    'ة' => 'ه',
                    'ـ' => ' ',
                    '\u2010' or '\u2011' or '\u2012' or '\u2013' or '\u2014' or '\u2212' => '-',
                    '：' or '∶' => ':',
                    '\u00A0' or '\u202F' or '\u2009' => ' ',
                    _ when CharUnicodeInfo.GetDecimalDigitValue(letter) is var digit and >= 0 => (char)('0' + digit),
                    _ => letter,
                });
        return plain.ToString();
    }
}
