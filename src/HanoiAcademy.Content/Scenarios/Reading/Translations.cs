using System.Text;
using HanoiAcademy.Content.Files;
using HanoiAcademy.Content.Problems;
using HanoiAcademy.Content.Yaml;
using HanoiAcademy.Drills.Scenarios;
using ScenarioText = HanoiAcademy.Drills.Scenarios.Text;

namespace HanoiAcademy.Content.Scenarios.Reading;

/// <summary>
/// A scenario's texts in its other languages: i18n/lang/texts.yaml, keyed by the path of a text in scenario.yaml
/// (teams.company.roles.it.name), and beside it the Markdown files under their own names. What is missing falls back to the first language.
/// </summary>
internal sealed class Translations(Binding b)
{
    public const int MostLanguages = 20;

    /// <summary>So many missing texts are listed for each language; the rest is counted.</summary>
    private const int MostListed = 500;

    /// <summary>Each is compared with all that are missing, to say which may be meant.</summary>
    private const int MostUnknown = 50;

    private readonly List<Language> _languages = [];

    /// <summary>Reads what there is; before anything else is bound.</summary>
    public void Load(IEnumerable<string> others)
    {
        foreach (var tag in others.Distinct(StringComparer.Ordinal).Take(MostLanguages))
        {
            var language = new Language(tag);
            _languages.Add(language);
            var path = $"i18n/{tag}/texts.yaml";
            if (!b.Folder.Has(path))
                continue;
            b.UsedFiles.Add(path);
            if (b.Folder.Text(path, b.Problems) is { } text && YamlFile.Read(b.Folder.NameOf(path), text, b.Problems) is { } root)
                language.Take("", root, b.Problems);
        }
    }

    /// <summary>The text with its translations. Path: as in texts.yaml; at: where the source stands.</summary>
    public ScenarioText With(ScenarioText source, string path, Position at)
    {
        if (source.IsEmpty)
            return source;
        var all = source.ByLanguage;
        foreach (var language in _languages)
            if (language.Find(path, at) is { } found && !TooLong(found))
                all = all.SetItem(language.Tag, found.Value.Trim());
        return new ScenarioText(all);
    }

    /// <summary>A text of its own file with its translations, each in the same place below i18n/lang/.</summary>
    public Prose With(Prose source, string path)
    {
        if (source.Markdown.IsEmpty)
            return source;
        foreach (var language in _languages)
            if (Body(language, path) is var (file, line, body) && ProseFile.Of(file, line, body, language.Tag, b) is { Markdown.IsEmpty: false } own)
                source = new Prose(new ScenarioText(source.Markdown.ByLanguage.SetItems(own.Markdown.ByLanguage)), new ScenarioText(source.Html.ByLanguage.SetItems(own.Html.ByLanguage)));
        return source;
    }

    /// <summary>The head of a translated inject holds its short texts: title, subject, fromText; before the inject itself is bound.</summary>
    public void TakeHead(string path, string inject)
    {
        foreach (var language in _languages)
            if (Split(language, path) is { Yaml: { } yaml } parts && YamlFile.Read(Name(language, path), yaml, b.Problems, firstLine: parts.YamlLine) is { } root)
                language.Take($"injects.{inject}.", root, b.Problems);
    }

    /// <summary>Says what is missing, and what translates nothing.</summary>
    public void Finish()
    {
        foreach (var language in _languages)
        {
            if (!b.Folder.Files.Any(f => f.Path.StartsWith($"i18n/{language.Tag}/", StringComparison.Ordinal)))
            {
                b.Problems.Add(b.Top.PositionOf("languages"), "translation-missing", $"‘{language.Tag}’ is declared, but i18n/{language.Tag}/ holds nothing, so its readers get ‘{b.Language}’; translate i18n/{language.Tag}/texts.yaml and the Markdown files, or remove the language.", Severity.Warning);
                continue;
            }

            foreach (var (path, at) in language.Missing.Take(MostListed))
                b.Problems.Add(at, "translation-missing", $"There is no ‘{language.Tag}’ for this text; add ‘{path}’ to i18n/{language.Tag}/{(path.EndsWith(".md", StringComparison.Ordinal) ? "" : Home(path))}. Until then its readers get ‘{b.Language}’.", Severity.Warning);
            if (language.Missing.Count > MostListed)
                b.Problems.Add(b.Top.PositionOf("languages"), "translation-missing", $"{language.Missing.Count - MostListed} more texts have no ‘{language.Tag}’.", Severity.Warning);
            foreach (var (path, at) in language.Unused().Take(MostUnknown))
                b.Problems.Add(at, "translation-unknown", Nearest.To(path, language.Missing.Select(m => m.Path)) is { } near
                    ? $"‘{path}’ is no text of this scenario; ‘{near}’ may be meant."
                    : $"‘{path}’ is no text of this scenario; write the list, the id and the key, such as teams.company.name, or remove it.");
        }
    }

    private static string Home(string path) => path.StartsWith("injects.", StringComparison.Ordinal) ? "injects/ (the head of its file, without ‘injects.…’)" : "texts.yaml";

    private (string File, int Line, string Body)? Body(Language language, string path)
    {
        if (Split(language, path) is { } parts && !string.IsNullOrWhiteSpace(parts.Body))
            return (Name(language, path), parts.BodyLine, parts.Body);
        language.Miss(path, new(b.Folder.NameOf(path), 1, 1));
        return null;
    }

    private FrontMatter? Split(Language language, string path)
    {
        var own = $"i18n/{language.Tag}/{path}";
        if (!b.Folder.Has(own))
            return null;
        b.UsedFiles.Add(own);
        return language.Heads.TryGetValue(path, out var known) ? known
            : language.Heads[path] = b.Folder.Text(own, b.Problems) is { } text ? FrontMatter.Split(text) : null;
    }

    private string Name(Language language, string path) => b.Folder.NameOf($"i18n/{language.Tag}/{path}");

    private bool TooLong(YamlScalar text)
    {
        if (Encoding.UTF8.GetByteCount(text.Value) <= Item.MostTextBytes)
            return false;
        b.Problems.Add(text.At, "text-too-long", $"A text may have {Item.MostTextBytes / 1000} kB; shorten it.");
        return true;
    }

    private sealed class Language(string tag)
    {
        private readonly Dictionary<string, YamlScalar> _texts = new(StringComparer.Ordinal);
        private readonly HashSet<string> _used = new(StringComparer.Ordinal);

        public string Tag => tag;
        public Dictionary<string, FrontMatter?> Heads { get; } = new(StringComparer.Ordinal);
        public List<(string Path, Position At)> Missing { get; } = [];

        /// <summary>Paths may be written out (teams.company.name: …) or as maps in maps, or both.</summary>
        public void Take(string prefix, YamlNode node, ProblemList problems)
        {
            if (node is not YamlMap map)
            {
                problems.Add(node.At, "yaml-not-a-map", "Here lines of ‘path: text’ are expected, such as ‘teams.company.name: Công ty’.");
                return;
            }

            foreach (var (key, value) in map.Entries)
            {
                var path = prefix + key.Value;
                if (value is YamlMap)
                    Take(path + ".", value, problems);
                else if (value is not YamlScalar scalar)
                    problems.Add(value.At, "yaml-text", $"‘{path}’ must be a text.");
                else if (!scalar.IsNull && !string.IsNullOrWhiteSpace(scalar.Value) && !_texts.TryAdd(path, scalar))
                    problems.Add(key.At, "yaml-key-twice", $"‘{path}’ already stands on line {_texts[path].At.Line}; keep one of the two.");
            }
        }

        public YamlScalar? Find(string path, Position at)
        {
            _used.Add(path);
            if (_texts.TryGetValue(path, out var text))
                return text;
            Miss(path, at);
            return null;
        }

        public void Miss(string path, Position at) => Missing.Add((path, at));

        public IEnumerable<(string Path, Position At)> Unused() => _texts.Where(t => !_used.Contains(t.Key)).Select(t => (t.Key, t.Value.At));
    }
}
