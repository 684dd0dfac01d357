using System.Globalization;
using System.Text;

namespace HanoiAcademy.Server.Accounts;

/// <summary>Plain letters and figures from a name in any Latin script; empty for a name in another script.</summary>
internal static class Slugs
{
    public static string Of(string name, char between = '-')
    {
        var slug = new StringBuilder();
        foreach (var letter in name.Normalize(NormalizationForm.FormD).ToLowerInvariant())
        {
            if (CharUnicodeInfo.GetUnicodeCategory(letter) == UnicodeCategory.NonSpacingMark)
                continue;
            if (char.IsAsciiLetterOrDigit(letter))
                slug.Append(letter);
            else if (letter == 'đ')
                slug.Append('d'); // The one letter of Vietnamese that does not come apart into letter and mark.
            else if (slug.Length > 0 && slug[^1] != between)
                slug.Append(between);
        }

        return slug.ToString().Trim(between);
    }
}
