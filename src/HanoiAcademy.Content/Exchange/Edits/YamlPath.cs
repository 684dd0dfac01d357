using System.Collections.Immutable;

namespace HanoiAcademy.Content.Exchange.Edits;

/// <summary>Where something stands in a YAML text: keys of maps and numbers (from 0) of list items, from the root on.</summary>
internal sealed record YamlPath(ImmutableArray<object> Steps)
{
    public static YamlPath Root { get; } = new([]);

    public YamlPath Key(string key) => new(Steps.Add(key));

    public YamlPath Item(int index) => new(Steps.Add(index));

    public YamlPath Keys(IEnumerable<string> keys) => new([.. Steps, .. keys]);

    public YamlPath Parent => new(Steps.RemoveAt(Steps.Length - 1));

    public object Last => Steps[^1];

    public YamlValue? In(YamlValue? value)
    {
        foreach (var step in Steps)
            value = (step, value) switch
            {
                (string key, YamlKeys map) => map[key],
                (int index, YamlItems list) when index < list.Items.Count => list.Items[index],
                _ => null,
            };
        return value;
    }

    public Marked? In(Marked? node)
    {
        foreach (var step in Steps)
            node = (step, node) switch
            {
                (string key, MarkedMap map) => map.Entries.FirstOrDefault(e => e.Key.Value == key).Value,
                (int index, MarkedList list) when index < list.Items.Count => list.Items[index],
                _ => null,
            };
        return node;
    }

    /// <summary>The whole with another value here.</summary>
    public YamlValue Replace(YamlValue whole, Func<YamlValue, YamlValue> change, int depth = 0) => depth == Steps.Length
        ? change(whole)
        : (Steps[depth], whole) switch
        {
            (string key, YamlKeys map) when map.IndexOf(key) >= 0 => map.Set(key, Replace(map.Entries[map.IndexOf(key)].Value, change, depth + 1)),
            (int index, YamlItems list) => list.With(index, Replace(list.Items[index], change, depth + 1)),
            _ => throw new EditRefused($"There is no ‘{this}’ here."),
        };

    public override string ToString() => string.Join('.', Steps);
}
