using System.Globalization;
using System.Text;

namespace HanoiAcademy.Content.Exchange.Workbooks.Fields;

/// <summary>Ids made from names, for rows that have none.</summary>
internal static class Ids
{
    public const int Most = 60;

    /// <summary>The letters a to z under any accents, digits, and dashes for the rest; <paramref name="orElse"/> where nothing is left.</summary>
    public static string From(string name, string orElse)
    {
        var id = new StringBuilder();
        foreach (var c in Normal(name.ToLowerInvariant().Replace('đ', 'd').Replace("œ", "oe", StringComparison.Ordinal), NormalizationForm.FormD))
            if (char.IsAsciiLetterOrDigit(c))
                id.Append(c);
            else if (CharUnicodeInfo.GetUnicodeCategory(c) != UnicodeCategory.NonSpacingMark && id.Length > 0 && id[^1] != '-' && c is not ('\'' or '’'))
                id.Append('-');
        var text = id.ToString().Trim('-');
        if (text.Length > 40)
            text = text[..(text.LastIndexOf('-', 40) is > 10 and var cut ? cut : 40)].Trim('-');
        return text.Length == 0 ? orElse : text;
    }

    /// <summary>A text that holds what is no character stays as it is.</summary>
    public static string Normal(string text, NormalizationForm form)
    {
        try
        {
            return text.Normalize(form);
        }
        catch (ArgumentException)
        {
            return text;
        }
    }

    public static string Unique(string id, Func<string, bool> isTaken)
    {
        var own = id;
        for (var n = 2; isTaken(own); n++)
            own = string.Create(CultureInfo.InvariantCulture, $"{id}-{n}");
        return own;
    }
}
