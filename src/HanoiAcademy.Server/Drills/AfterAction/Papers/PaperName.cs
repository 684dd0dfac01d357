using System.Text;

namespace HanoiAcademy.Server.Drills.AfterAction.Papers;

/// <summary>A file's name that every system takes: letters and digits of whatever script, and nothing by which a folder is left or a program is begun.</summary>
internal static class PaperName
{
    private const int Longest = 60;

    public static string Of(string what, string title, string kind)
    {
        var name = new StringBuilder(what);
        var gap = true;
        foreach (var rune in title.EnumerateRunes())
        {
            if (name.Length >= Longest)
                break;
            if (!Rune.IsLetterOrDigit(rune) && Rune.GetUnicodeCategory(rune) is not (System.Globalization.UnicodeCategory.NonSpacingMark or System.Globalization.UnicodeCategory.SpacingCombiningMark))
            {
                gap = true;
                continue;
            }

            if (gap)
                name.Append('-');
            gap = false;
            name.Append(rune.ToString());
        }

        return $"{name}.{kind}";
    }
}
