using System.Globalization;
using System.Text;

namespace HanoiAcademy.Content.Exchange.Writing;

/// <summary>Ids from what people write: plain letters, the letters of some scripts by their usual Latin ones, nothing for the rest.</summary>
public static class Slug
{
    public const int Longest = 40;

    private static readonly Dictionary<char, string> Latin = new()
    {
        ['đ'] = "d",
        ['ø'] = "o",
        ['ł'] = "l",
        ['æ'] = "ae",
        ['œ'] = "oe",
        ['ß'] = "ss",
        ['þ'] = "th",
        ['ð'] = "d",
        ['ı'] = "i",
        ['а'] = "a",
        ['б'] = "b",
        ['в'] = "v",
        ['г'] = "g",
        ['д'] = "d",
        ['е'] = "e",
        ['ж'] = "zh",
        ['з'] = "z",
        ['и'] = "i",
        ['к'] = "k",
        ['л'] = "l",
        ['м'] = "m",
        ['н'] = "n",
        ['о'] = "o",
        ['п'] = "p",
        ['р'] = "r",
        ['с'] = "s",
        ['т'] = "t",
        ['у'] = "u",
        ['ф'] = "f",
        ['х'] = "kh",
        ['ц'] = "ts",
        ['ч'] = "ch",
        ['ш'] = "sh",
        ['щ'] = "shch",
        ['ъ'] = "",
        ['ы'] = "y",
        ['ь'] = "",
        ['э'] = "e",
        ['ю'] = "yu",
        ['я'] = "ya",
        ['ا'] = "a",
        ['ب'] = "b",
        ['ت'] = "t",
        ['ث'] = "th",
        ['ج'] = "j",
        ['ح'] = "h",
        ['خ'] = "kh",
        ['د'] = "d",
        ['ذ'] = "dh",
        ['ر'] = "r",
        ['ز'] = "z",
        ['س'] = "s",
        ['ش'] = "sh",
        ['ص'] = "s",
        ['ض'] = "d",
        ['ط'] = "t",
        ['ظ'] = "z",
        ['ع'] = "a",
        ['غ'] = "gh",
        ['ف'] = "f",
        ['ق'] = "q",
        ['ك'] = "k",
        ['ل'] = "l",
        ['م'] = "m",
        ['ن'] = "n",
        ['ه'] = "h",
        ['و'] = "w",
        ['ي'] = "y",
        ['ى'] = "a",
        ['ة'] = "a",
        ['ء'] = "",
    };

    /// <returns>At most <see cref="Longest"/> characters, cut between words; empty where no letter has a Latin one.</returns>
    public static string Of(string text)
    {
        var slug = new StringBuilder();
        foreach (var letter in Clean(text).Normalize(NormalizationForm.FormKD).ToLowerInvariant())
        {
            if (CharUnicodeInfo.GetUnicodeCategory(letter) is UnicodeCategory.NonSpacingMark or UnicodeCategory.Format)
                continue;
            if (char.IsAsciiLetterOrDigit(letter))
                slug.Append(letter);
            else if (Latin.TryGetValue(letter, out var latin))
                slug.Append(latin);
            else if (CharUnicodeInfo.GetDecimalDigitValue(letter) is var digit and >= 0)
                slug.Append(digit);
            else if (letter is not ('\'' or '’') && slug.Length > 0 && slug[^1] != '-')
                slug.Append('-');
            if (slug.Length > 4 * Longest)
                break;
        }

        var whole = slug.ToString().Trim('-');
        if (whole.Length <= Longest)
            return whole;
        var cut = whole.LastIndexOf('-', Longest);
        return whole[..(cut > Longest / 2 ? cut : Longest)].Trim('-');
    }

    /// <summary>Half of a pair of surrogates cannot be normalised.</summary>
    private static string Clean(string text) => text.AsSpan().ContainsAnyInRange('\uD800', '\uDFFF') ? string.Concat(text.EnumerateRunes().Where(rune => rune.IsBmp)) : text;
}
