using System.Globalization;
using System.Text;
using System.Text.Json;
using HanoiAcademy.Content.Exchange.Workbooks.Fields;

namespace HanoiAcademy.Content.Exchange.Workbooks;

/// <summary>The workbook's own words in one language: tabs, headings, helps, what drop-downs offer. Written is one language; read are all of them.</summary>
internal sealed class WorkbookWords
{
    private readonly JsonElement _all;

    private WorkbookWords(string language)
    {
        Language = language;
        using var stream = typeof(WorkbookWords).Assembly.GetManifestResourceStream($"Workbooks/{language}.json")!;
        using var json = JsonDocument.Parse(stream);
        _all = json.RootElement.Clone();
    }

    public static readonly IReadOnlyList<string> Languages = ["en", "vi", "fr"];

    private static readonly Lazy<IReadOnlyList<WorkbookWords>> Known = new(() => [.. Languages.Select(l => new WorkbookWords(l))]);

    public static IReadOnlyList<WorkbookWords> All => Known.Value;

    public static WorkbookWords Of(string language) => All.FirstOrDefault(w => w.Language == language) ?? All[0];

    public string Language { get; }

    public string Tab(string sheet) => _all.GetProperty("sheets").GetProperty(sheet).GetString()!;

    public string Heading(string key) => _all.GetProperty("columns").GetProperty(key)[0].GetString()!;

    public string Help(string key) => _all.GetProperty("columns").GetProperty(key)[1].GetString()!;

    public string Say(string key) => _all.GetProperty("sentences").GetProperty(key).GetString()!;

    public IReadOnlyList<string> MselColumns => [.. _all.GetProperty("msel").GetProperty("columns").EnumerateArray().Select(c => c.GetString()!)];

    /// <summary>A sentence of the list of events, with names put in.</summary>
    public string Msel(string key, params object[] names) => string.Format(CultureInfo.InvariantCulture, _all.GetProperty("msel").GetProperty(key).GetString()!, names);

    public IReadOnlyList<string> Intro => [.. _all.GetProperty("sentences").GetProperty("intro").EnumerateArray().Select(l => l.GetString()!)];

    public IReadOnlyList<IReadOnlyDictionary<string, string>> Examples(string sheet) =>
        [.. _all.GetProperty("examples").GetProperty(sheet).EnumerateArray().Select(row => row.EnumerateObject().ToDictionary(p => p.Name, p => p.Value.GetString()!, StringComparer.Ordinal))];

    /// <summary>By the word of the files, in order.</summary>
    public IReadOnlyList<KeyValuePair<string, string>> WordsOf(string list) => [.. _all.GetProperty("words").GetProperty(list).EnumerateObject().Select(p => KeyValuePair.Create(p.Name, p.Value.GetString()!))];

    public string Word(string list, string word) => _all.GetProperty("words").GetProperty(list).TryGetProperty(word, out var own) ? own.GetString()! : word;

    /// <summary>The word of the files that a text in any language means; null for none.</summary>
    public static string? FindWord(string list, string text) => text.Length > 200 ? null : Meanings.Value.GetValueOrDefault((list, Folded(text)));

    private static readonly Lazy<Dictionary<(string, string), string>> Meanings = new(() =>
    {
        var all = new Dictionary<(string, string), string>();
        foreach (var words in All)
            foreach (var list in words._all.GetProperty("words").EnumerateObject())
                foreach (var word in list.Value.EnumerateObject())
                {
                    all.TryAdd((list.Name, Folded(word.Name)), word.Name);
                    all.TryAdd((list.Name, Folded(word.Value.GetString()!)), word.Name);
                }

        return all;
    });

    /// <summary>Keys of the columns that have this heading in some language.</summary>
    public static IReadOnlyList<string> FindHeadings(string text) => text.Length > 200 ? [] :
        Headings.Value.TryGetValue(Folded(text), out var keys) ? keys : [];

    public static bool IsHelp(string key, string text) => text.Length is > 0 and < 500 && Helps.Value.Contains((key, Folded(text)));

    private static readonly Lazy<HashSet<(string, string)>> Helps = new(() => [.. All.SelectMany(w => w._all.GetProperty("columns").EnumerateObject().Select(c => (c.Name, Folded(c.Value[1].GetString()!))))]);

    public static string? FindTab(string name) => All.SelectMany(w => w._all.GetProperty("sheets").EnumerateObject()).FirstOrDefault(p => Folded(p.Value.GetString()!) == Folded(name)) is { Value.ValueKind: JsonValueKind.String } found ? found.Name : null;

    public static bool IsTooLong(string text) => All.Any(w => w.Say("too-long") == text);

    private static readonly Lazy<Dictionary<string, string[]>> Headings = new(() => All
        .SelectMany(w => w._all.GetProperty("columns").EnumerateObject().Select(c => (Text: Folded(c.Value[0].GetString()!), c.Name)))
        .GroupBy(c => c.Text, StringComparer.Ordinal).ToDictionary(g => g.Key, g => g.Select(c => c.Name).Distinct(StringComparer.Ordinal).ToArray(), StringComparer.Ordinal));

    /// <summary>However it is typed: case, gaps and the way accents are put together do not matter.</summary>
    private static string Folded(string text) =>
        string.Join(' ', Ids.Normal(text, NormalizationForm.FormC).ToLowerInvariant().Replace('’', '\'').Split((char[]?)null, StringSplitOptions.RemoveEmptyEntries));
}
