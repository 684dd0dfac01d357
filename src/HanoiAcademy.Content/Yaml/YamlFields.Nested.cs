namespace HanoiAcademy.Content.Yaml;

// Lists and maps inside a map.
public sealed partial class YamlFields
{
    /// <summary>Required map; empty fields after a problem.</summary>
    public YamlFields Fields(string key, string what) => Of(Note(key, "map", required: true, of: what).Required(key), what, Problems, At);

    public YamlFields? FieldsOrNull(string key, string what) => Note(key, "map", of: what).Find(key) is { } node ? Of(node, what, Problems) : null;

    /// <summary>Items of a list; none when the key is missing. A single value is not taken for a list of one.</summary>
    public IReadOnlyList<YamlNode> List(string key, bool required = false)
    {
        switch (required ? Required(key) : Find(key))
        {
            case null:
                return [];
            case YamlList list:
                if (required && list.Items.Count == 0)
                    Problems.Add(list.At, "yaml-empty-list", $"‘{key}’ needs at least one entry.");
                return list.Items;
            case var other:
                Problems.Add(other.At, "yaml-list", $"‘{key}’ must be a list: [a, b], or one line per entry beginning with ‘- ’.");
                return [];
        }
    }

    /// <summary>Items of a list that are maps themselves.</summary>
    public IReadOnlyList<YamlFields> Each(string key, string what, bool required = false) =>
        [.. Note(key, "maps", required, of: what).List(key, required).Select(item => Of(item, what, Problems))];

    /// <summary>Items of a list that are texts, each with its place.</summary>
    public IReadOnlyList<YamlScalar> Words(string key, bool required = false)
    {
        var words = new List<YamlScalar>();
        foreach (var item in Note(key, "words", required).List(key, required))
        {
            if (item is YamlScalar scalar && !string.IsNullOrWhiteSpace(scalar.Value))
                words.Add(scalar);
            else
                Problems.Add(item.At, "yaml-text", $"Each entry of ‘{key}’ must be a text.");
        }

        return words;
    }

    public IReadOnlyList<string> Texts(string key, bool required = false) => [.. Words(key, required).Select(w => w.Value)];

    /// <summary>Entries of a map whose keys the author chooses (assets by id, say), in the author's order.</summary>
    public IReadOnlyList<YamlEntry> Entries(string key, bool required = false)
    {
        switch (required ? Required(key) : Find(key))
        {
            case null:
                return [];
            case YamlMap map:
                return map.Entries;
            case var other:
                Problems.Add(other.At, "yaml-not-a-map", $"‘{key}’ must be lines of ‘name: value’.");
                return [];
        }
    }

    /// <summary>As <see cref="Entries"/>, each value a map itself.</summary>
    public IReadOnlyList<(YamlScalar Key, YamlFields Value)> EachEntry(string key, string what, bool required = false) =>
        [.. Entries(key, required).Select(e => (e.Key, Of(e.Value, what, Problems)))];
}
