using System.Collections.Frozen;
using System.Text.Json;

namespace HanoiAcademy.Server.Language;

/// <summary>
/// The sentences of i18n/*.json. Files are nested by feature; a key joins the names with dots ("account.sign-in").
/// The pseudo-language is made from the English file, so that it can never lag behind it.
/// </summary>
internal sealed class Texts
{
    public const string Source = "en";
    public const string Pseudo = "qps";

    private readonly FrozenDictionary<string, FrozenDictionary<string, string>> _byLanguage;

    private Texts(FrozenDictionary<string, FrozenDictionary<string, string>> byLanguage) => _byLanguage = byLanguage;

    /// <summary>Languages with a file, the source first.</summary>
    public IEnumerable<string> Languages => _byLanguage.Keys.Where(l => l != Pseudo).OrderBy(l => l != Source).ThenBy(l => l, StringComparer.Ordinal);

    public bool Knows(string language) => _byLanguage.ContainsKey(language);

    /// <summary>The text in the language, else in the source language, else null.</summary>
    public string? Find(string language, string key) =>
        _byLanguage.TryGetValue(language, out var texts) && texts.TryGetValue(key, out var text) ? text
        : _byLanguage[Source].GetValueOrDefault(key);

    /// <summary>All texts of a language, the source language filling gaps.</summary>
    public IEnumerable<KeyValuePair<string, string>> All(string language) =>
        _byLanguage[Source].Keys.Order(StringComparer.Ordinal).Select(key => KeyValuePair.Create(key, Find(language, key)!));

    /// <summary>The texts whose key begins with the section's name.</summary>
    public Dictionary<string, string> Section(string language, string section) =>
        All(language).Where(pair => pair.Key.StartsWith(section + ".", StringComparison.Ordinal)).ToDictionary();

    public static Texts Read(string folder)
    {
        var languages = Directory.EnumerateFiles(folder, "*.json").Order(StringComparer.Ordinal)
            .ToDictionary(file => Path.GetFileNameWithoutExtension(file), ReadFile);
        if (!languages.TryGetValue(Source, out var source))
            throw new FileNotFoundException($"The sentences of the site are missing: {Path.Combine(folder, Source + ".json")}.");

        languages[Pseudo] = source.ToFrozenDictionary(pair => pair.Key, pair => PseudoLanguage.Of(pair.Value));
        return new Texts(languages.ToFrozenDictionary());
    }

    private static FrozenDictionary<string, string> ReadFile(string file)
    {
        using var document = JsonDocument.Parse(File.ReadAllBytes(file));
        var texts = new Dictionary<string, string>();
        Flatten(document.RootElement, "", texts);
        return texts.ToFrozenDictionary();
    }

    private static void Flatten(JsonElement element, string prefix, Dictionary<string, string> into)
    {
        foreach (var property in element.EnumerateObject())
        {
            var key = prefix.Length == 0 ? property.Name : $"{prefix}.{property.Name}";
            if (property.Value.ValueKind == JsonValueKind.Object)
                Flatten(property.Value, key, into);
            else
                into.Add(key, property.Value.GetString() ?? "");
        }
    }
}
