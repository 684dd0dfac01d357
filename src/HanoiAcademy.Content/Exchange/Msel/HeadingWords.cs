using System.Text.Json;
using HanoiAcademy.Content.Exchange.Times;
using HanoiAcademy.Content.Yaml;

namespace HanoiAcademy.Content.Exchange.Msel;

/// <summary>What headings say, in many languages: <c>headings.json</c> is the table. Order, case, marks and punctuation do not matter.</summary>
internal static class HeadingWords
{
    private const int Longest = 120;
    private static readonly Dictionary<string, ColumnMeaning> Words = Load();

    /// <summary>Longest first; those of one or two Latin letters say something only alone.</summary>
    private static readonly List<(string Phrase, ColumnMeaning Meaning)> Phrases = [.. Words.Where(w => w.Key.Length > 3 || w.Key.Any(c => c > 'ÿ')).Select(w => (w.Key, w.Value)).OrderByDescending(w => w.Key.Length).ThenBy(w => w.Key, StringComparer.Ordinal)];

    /// <summary>Null where it says nothing that is known.</summary>
    public static ColumnMeaning? Of(string heading)
    {
        if (heading.Length is 0 or > Longest)
            return null;
        var words = Fold.Words(heading);
        if (words.Length == 0)
            return null;
        if (Words.TryGetValue(words, out var exact))
            return exact;
        var padded = $" {words} ";
        foreach (var (phrase, meaning) in Phrases)
            if (phrase[0] > '\u2E80' ? words.Contains(phrase, StringComparison.Ordinal) : padded.Contains($" {phrase} ", StringComparison.Ordinal))
                return meaning;
        return null;
    }

    private static Dictionary<string, ColumnMeaning> Load()
    {
        using var stream = typeof(HeadingWords).Assembly.GetManifestResourceStream("Exchange/Msel/headings.json")!;
        var words = new Dictionary<string, ColumnMeaning>(StringComparer.Ordinal);
        foreach (var (name, list) in JsonSerializer.Deserialize<Dictionary<string, string[]>>(stream)!)
            foreach (var word in list)
                if (!words.TryAdd(Fold.Words(word), WireNames<ColumnMeaning>.All[name]) && words[Fold.Words(word)] != WireNames<ColumnMeaning>.All[name])
                    throw new InvalidOperationException($"headings.json: ‘{word}’ stands under two meanings.");
        return words;
    }
}
