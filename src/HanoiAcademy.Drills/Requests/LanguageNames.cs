namespace HanoiAcademy.Drills.Requests;

/// <summary>A form's language may be written as a tag or by its name, in English or in the language itself.</summary>
internal static class LanguageNames
{
    private static readonly (string Tag, string[] Names)[] Known =
    [
        ("ar", ["Arabic", "العربية"]), ("en", ["English"]), ("es", ["Spanish", "español"]), ("fr", ["French", "français"]),
        ("id", ["Indonesian"]), ("km", ["Khmer"]), ("lo", ["Lao"]), ("pt", ["Portuguese", "português"]), ("ru", ["Russian", "русский"]),
        ("th", ["Thai"]), ("vi", ["Vietnamese", "Tiếng Việt"]), ("zh", ["Chinese", "中文"]),
    ];

    public static bool Means(string written, string tag)
    {
        var root = tag.Split('-')[0];
        var text = written.Trim();
        return text.Equals(tag, StringComparison.OrdinalIgnoreCase) || text.Split('-')[0].Equals(root, StringComparison.OrdinalIgnoreCase)
            || Known.Where(k => k.Tag == root).SelectMany(k => k.Names).Any(name => Folding.Contains(written, name));
    }
}
