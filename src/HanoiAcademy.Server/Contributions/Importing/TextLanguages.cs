using HanoiAcademy.Server.Language;

namespace HanoiAcademy.Server.Contributions.Importing;

/// <summary>Languages in which a spreadsheet's texts may be, to choose from: those of the workbook first, the others by their names.</summary>
internal static class TextLanguages
{
    public const string Usual = "en";

    private static readonly string[] First = [Usual, "vi", "fr"];

    private static readonly string[] Others =
    [
        "ar", "bg", "bn", "cs", "da", "de", "el", "es", "et", "fa", "fi", "fil", "he", "hi", "hr", "hu", "id", "it", "ja", "ka", "kk", "km", "ko", "lo", "lt", "lv", "mn", "ms", "my", "ne", "nl",
        "no", "pl", "pt", "pt-BR", "ro", "ru", "si", "sk", "sl", "sq", "sr", "sv", "sw", "ta", "th", "tr", "uk", "ur", "uz", "zh", "zh-TW",
    ];

    private static readonly IReadOnlyList<(string Code, string Name)> Known =
        [.. First.Select(Named), .. Others.Select(Named).OrderBy(one => one.Name, StringComparer.InvariantCulture)];

    /// <summary>With a code that stands nowhere in the list at its end, as it was given: a script may have sent it, and it is not to be lost.</summary>
    public static IEnumerable<(string Code, string Name)> With(string given) =>
        given.Length == 0 || Known.Any(one => one.Code == given) ? Known : Known.Append((given, given));

    private static (string Code, string Name) Named(string code) => (code, UiChoice.NativeName(code));
}
