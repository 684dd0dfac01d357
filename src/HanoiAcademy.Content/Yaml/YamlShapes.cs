namespace HanoiAcademy.Content.Yaml;

/// <summary>What a key takes. Kind: text, number, bool, word (one of Words), duration, words (a list of texts), words or map, map or maps (Of says of what), parts (conditions, effects).</summary>
internal sealed record YamlKey(string Kind, bool Required, IReadOnlyList<string> Words, string? Of);

/// <summary>
/// Records, while files are read, which keys readers ask for and what they take: the language as it is read, from which the schema for editors is
/// made and against which it is tested. Nothing is recorded unless somebody asked for it in this flow of control.
/// </summary>
internal sealed class YamlShapes
{
    private static readonly AsyncLocal<YamlShapes?> Recording = new();
    private (string What, string Kind)? _picked;

    public static YamlShapes? Current => Recording.Value;

    /// <summary>By what a map is ("a team"), its keys.</summary>
    public SortedDictionary<string, SortedDictionary<string, YamlKey>> Maps { get; } = new(StringComparer.Ordinal);

    /// <summary>By what a map of one key is ("a condition"), its kinds, each with the maps it may hold.</summary>
    public SortedDictionary<string, SortedDictionary<string, SortedSet<string>>> Picks { get; } = new(StringComparer.Ordinal);

    public static YamlShapes Record(Action read)
    {
        var shapes = new YamlShapes();
        Recording.Value = shapes;
        try
        {
            read();
        }
        finally
        {
            Recording.Value = null;
        }

        return shapes;
    }

    public void Add(string what, string key, YamlKey shape)
    {
        if (!Maps.TryGetValue(what, out var keys))
            Maps[what] = keys = new(StringComparer.Ordinal);
        // The first to ask says most: a list is asked for as maps before it is asked for as a list.
        if (!keys.TryGetValue(key, out var known))
            keys[key] = shape;
        else if ((known.Kind, shape.Kind) is ("words", "map") or ("map", "words"))
            keys[key] = known with { Kind = "words or map", Of = known.Of ?? shape.Of, Required = known.Required || shape.Required };
        else if (shape.Required && !known.Required)
            keys[key] = known with { Required = true };
    }

    public void Pick(string what, IEnumerable<string> kinds, string kind)
    {
        if (!Picks.TryGetValue(what, out var all))
            Picks[what] = all = new(StringComparer.Ordinal);
        foreach (var one in kinds)
            all.TryAdd(one, new(StringComparer.Ordinal));
        _picked = (what, kind);
    }

    public void PickedMap(string of)
    {
        if (_picked is var (what, kind))
            Picks[what][kind].Add(of);
    }
}
