using HanoiAcademy.Content.Yaml;

namespace HanoiAcademy.Content.Exchange.Edits;

/// <summary>What a YAML text says, without how it is written: two texts that say the same give equal values, and an edit is judged by what it says afterwards.</summary>
internal abstract record YamlValue
{
    public static YamlValue Of(string text) => new YamlText(text);

    public static YamlValue Of(YamlNode node) => node switch
    {
        YamlScalar scalar => new YamlText(scalar.Value) { IsNull = scalar.IsNull },
        YamlList list => new YamlItems([.. list.Items.Select(Of)]),
        YamlMap map => new YamlKeys([.. map.Entries.Select(e => new KeyValuePair<string, YamlValue>(e.Key.Value, Of(e.Value)))]),
        _ => throw new InvalidOperationException(),
    };

    public static bool Same(YamlValue? a, YamlValue? b) => (a, b) switch
    {
        (YamlText x, YamlText y) => x.IsNull == y.IsNull && x.Text == y.Text,
        (YamlItems x, YamlItems y) => x.Items.Count == y.Items.Count && x.Items.Zip(y.Items).All(p => Same(p.First, p.Second)),
        (YamlKeys x, YamlKeys y) => x.Entries.Count == y.Entries.Count && x.Entries.Zip(y.Entries).All(p => p.First.Key == p.Second.Key && Same(p.First.Value, p.Second.Value)),
        _ => a is null && b is null,
    };
}

internal sealed record YamlText(string Text) : YamlValue
{
    /// <summary>A plain nothing: the same as a key left out.</summary>
    public bool IsNull { get; init; }
}

internal sealed record YamlItems(IReadOnlyList<YamlValue> Items) : YamlValue
{
    public YamlItems Insert(int at, YamlValue item) => new([.. Items.Take(at), item, .. Items.Skip(at)]);

    public YamlItems Without(int at) => new([.. Items.Take(at), .. Items.Skip(at + 1)]);

    public YamlItems With(int at, YamlValue item) => new([.. Items.Take(at), item, .. Items.Skip(at + 1)]);
}

internal sealed record YamlKeys(IReadOnlyList<KeyValuePair<string, YamlValue>> Entries) : YamlValue
{
    public static YamlKeys None { get; } = new([]);

    /// <summary>Whether it is to be written as lines, however short it is: a team to which roles will come.</summary>
    public bool IsBlock { get; init; }

    /// <summary>Null where the key is missing or says nothing.</summary>
    public YamlValue? this[string key] => Entries.FirstOrDefault(e => e.Key == key).Value is { } value and not YamlText { IsNull: true } ? value : null;

    public string TextOf(string key) => this[key] is YamlText text ? text.Text : "";

    public int IndexOf(string key)
    {
        for (var n = 0; n < Entries.Count; n++)
            if (Entries[n].Key == key)
                return n;
        return -1;
    }

    /// <summary>A new key comes after the last one that stands before it in <paramref name="order"/>, else at the end.</summary>
    public int PlaceFor(string key, IReadOnlyList<string> order)
    {
        var own = Array.IndexOf([.. order], key);
        if (own < 0)
            return Entries.Count;
        for (var n = Entries.Count; n > 0; n--)
            if (Array.IndexOf([.. order], Entries[n - 1].Key) is >= 0 and var at && at < own)
                return n;
        return Entries.Count;
    }

    public YamlKeys Set(string key, YamlValue? value, IReadOnlyList<string>? order = null)
    {
        var at = IndexOf(key);
        if (value is null)
            return at < 0 ? this : new([.. Entries.Take(at), .. Entries.Skip(at + 1)]);
        var entry = new KeyValuePair<string, YamlValue>(key, value);
        if (at >= 0)
            return new([.. Entries.Take(at), entry, .. Entries.Skip(at + 1)]);
        at = PlaceFor(key, order ?? []);
        return new([.. Entries.Take(at), entry, .. Entries.Skip(at)]);
    }
}
