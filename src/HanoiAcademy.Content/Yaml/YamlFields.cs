using System.Diagnostics.CodeAnalysis;
using System.Globalization;
using HanoiAcademy.Content.Problems;

namespace HanoiAcademy.Content.Yaml;

/// <summary>
/// Typed access to one YAML map. A required accessor whose key is missing or wrong reports it and answers with a
/// harmless value, so that binding goes on and finds the next problem too: look at
/// <see cref="ProblemList.HasErrors"/> before using what was bound. Call <see cref="NoOtherKeys"/> last: it reports
/// every key that nobody asked for.
/// </summary>
public sealed partial class YamlFields
{
    /// <summary>So many keys of one map are said to be unknown; the rest of such a map is no better.</summary>
    private const int MostUnknown = 100;

    private readonly Dictionary<string, YamlEntry> _entries;
    private readonly HashSet<string> _asked = new(StringComparer.Ordinal);

    private YamlFields(Position at, string what, IReadOnlyList<YamlEntry> entries, ProblemList problems)
    {
        At = at;
        What = what;
        Problems = problems;
        _entries = entries.ToDictionary(e => e.Key.Value, StringComparer.Ordinal);
    }

    /// <summary>Where the map begins.</summary>
    public Position At { get; }

    /// <summary>What the map is, for sentences: “a team”, “the course”.</summary>
    public string What { get; }

    public ProblemList Problems { get; }

    /// <summary>A node that is null (an unreadable file, already reported) gives empty fields that report nothing more.</summary>
    public static YamlFields Of(YamlNode? node, string what, ProblemList problems) => Of(node, what, problems, new("", 1, 1));

    private static YamlFields Of(YamlNode? node, string what, ProblemList problems, Position parent)
    {
        switch (node)
        {
            case YamlMap map:
                return new(map.At, what, map.Entries, problems);
            case null:
                return new(parent, what, [], new ProblemList());
            default:
                problems.Add(node.At, "yaml-not-a-map", $"Here {what} is expected: lines of ‘key: value’.");
                return new(node.At, what, [], new ProblemList());
        }
    }

    public bool Has(string key) => Find(key) is not null;

    /// <summary>Where a key's value stands, or where the map begins if the key is missing.</summary>
    public Position PositionOf(string key) => _entries.TryGetValue(key, out var entry) ? entry.Value.At : At;

    /// <summary>Reports a problem of meaning at a key.</summary>
    public void Wrong(string key, string code, string message, Severity severity = Severity.Error) =>
        Problems.Add(PositionOf(key), code, message, severity);

    /// <summary>A word as it stands, for naming the map; not asked for, so that it is reported if nobody asks for it.</summary>
    internal string? Peek(string key) => _entries.TryGetValue(key, out var entry) && entry.Value is YamlScalar { Value.Length: > 0 } scalar ? scalar.Value : null;

    /// <summary>The raw node, or null if the key is missing or empty.</summary>
    public YamlNode? Node(string key) => Find(key);

    // Text

    /// <summary>Required, not blank; "" after a problem.</summary>
    public string Text(string key) => Note(key, "text", required: true).Required(key) is { } node ? TextOf(node, key) ?? "" : "";

    public string? TextOrNull(string key) => Note(key, "text").Find(key) is { } node ? TextOf(node, key) : null;

    // Whole numbers

    /// <summary>Required; <paramref name="min"/> (or 0) after a problem.</summary>
    public int Int(string key, int min = int.MinValue, int max = int.MaxValue) =>
        (Note(key, "number", required: true).Required(key) is { } node ? IntOf(node, key, min, max) : null) ?? Math.Max(min, 0);

    public int? IntOrNull(string key, int min = int.MinValue, int max = int.MaxValue) =>
        Note(key, "number").Find(key) is { } node ? IntOf(node, key, min, max) : null;

    /// <summary>As <see cref="Int"/>, for amounts of money and milliseconds.</summary>
    public long? LongOrNull(string key, long min = long.MinValue, long max = long.MaxValue) =>
        Note(key, "number").Find(key) is { } node ? LongOf(node, key, min, max) : null;

    // true, false

    /// <summary>Only <c>true</c> and <c>false</c>: <c>no</c> may be the country.</summary>
    public bool Bool(string key, bool orElse = false)
    {
        if (Note(key, "bool").Find(key) is not { } node)
            return orElse;
        if (node is YamlScalar { Value: "true" or "false" } scalar)
            return scalar.Value == "true";
        Problems.Add(node.At, "yaml-bool", $"‘{key}’ must be true or false.");
        return orElse;
    }

    // One of a few words

    /// <summary>Required; the first name's value after a problem.</summary>
    public T OneOf<T>(string key, IReadOnlyDictionary<string, T> names) =>
        Note(key, "word", required: true, names.Keys).Required(key) is { } node && TryName(node, key, names, out var value) ? value : names.First().Value;

    public T OneOf<T>(string key, IReadOnlyDictionary<string, T> names, T orElse) =>
        Note(key, "word", words: names.Keys).Find(key) is { } node && TryName(node, key, names, out var value) ? value : orElse;

    public T OneOf<T>(string key) where T : struct, Enum => OneOf(key, WireNames<T>.All);

    public T OneOf<T>(string key, T orElse) where T : struct, Enum => OneOf(key, WireNames<T>.All, orElse);

    // Durations

    /// <summary>Required; zero after a problem.</summary>
    public TimeSpan Duration(string key) => (Note(key, "duration", required: true).Required(key) is { } node ? DurationOf(node, key) : null) ?? TimeSpan.Zero;

    public TimeSpan? DurationOrNull(string key) => Note(key, "duration").Find(key) is { } node ? DurationOf(node, key) : null;

    /// <summary>Reports each key that nobody asked for, with the one it may have been meant to be.</summary>
    public void NoOtherKeys()
    {
        foreach (var (key, entry) in _entries.Where(e => !_asked.Contains(e.Key)).Take(MostUnknown))
        {
            var near = Nearest.To(key, _asked.Where(k => !_entries.ContainsKey(k)));
            Problems.Add(entry.Key.At, "yaml-unknown-key", near is null
                ? $"‘{key}’ means nothing in {What}; it may hold {string.Join(", ", _asked.Order(StringComparer.Ordinal))}."
                : $"‘{key}’ means nothing in {What}; ‘{near}’ may be meant.");
        }
    }

    /// <summary>Tells whoever records the language that this key is taken here, and what it takes.</summary>
    internal YamlFields Note(string key, string kind, bool required = false, IEnumerable<string>? words = null, string? of = null)
    {
        YamlShapes.Current?.Add(What, key, new YamlKey(kind, required, words?.ToArray() ?? [], of));
        return this;
    }

    private YamlNode? Find(string key)
    {
        _asked.Add(key);
        return _entries.TryGetValue(key, out var entry) && entry.Value is not YamlScalar { IsNull: true } ? entry.Value : null;
    }

    private YamlNode? Required(string key)
    {
        var node = Find(key);
        if (node is null)
            Problems.Add(PositionOf(key), "yaml-missing", $"‘{key}’ is missing in {What}; add it.");
        return node;
    }

    private string? TextOf(YamlNode node, string key)
    {
        if (node is YamlScalar scalar && !string.IsNullOrWhiteSpace(scalar.Value))
            return scalar.Value;
        Problems.Add(node.At, "yaml-text", $"‘{key}’ must be a text, and not an empty one.");
        return null;
    }

    private int? IntOf(YamlNode node, string key, int min, int max) => (int?)LongOf(node, key, min, max);

    private long? LongOf(YamlNode node, string key, long min, long max)
    {
        if (node is YamlScalar scalar && long.TryParse(scalar.Value, NumberStyles.AllowLeadingSign, CultureInfo.InvariantCulture, out var value))
        {
            if (value >= min && value <= max)
                return value;
            Problems.Add(node.At, "yaml-range", max is int.MaxValue or long.MaxValue
                ? $"‘{key}’ must be at least {min}; here stands {value}."
                : $"‘{key}’ must lie between {min} and {max}; here stands {value}.");
            return null;
        }

        Problems.Add(node.At, "yaml-int", $"‘{key}’ must be a whole number, such as 8.");
        return null;
    }

    private bool TryName<T>(YamlNode node, string key, IReadOnlyDictionary<string, T> names, [MaybeNullWhen(false)] out T value)
    {
        value = default;
        if (node is YamlScalar scalar && names.TryGetValue(scalar.Value, out value))
            return true;
        Problems.Add(node.At, "yaml-one-of", $"‘{key}’ must be one of: {string.Join(", ", names.Keys)}.");
        return false;
    }

    private TimeSpan? DurationOf(YamlNode node, string key)
    {
        if (node is YamlScalar scalar && YamlDuration.TryParse(scalar.Value, out var duration))
            return duration;
        Problems.Add(node.At, "yaml-duration", $"‘{key}’ must be a duration with its unit, such as 90s, 15m, 2h or 1h30m.");
        return null;
    }
}
