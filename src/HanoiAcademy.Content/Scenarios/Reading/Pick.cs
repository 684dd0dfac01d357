using HanoiAcademy.Content.Yaml;

namespace HanoiAcademy.Content.Scenarios.Reading;

/// <summary>A map of one key, the shape of conditions, effects and expected acts: the key says which kind it is.</summary>
internal static class Pick
{
    /// <returns>The key and its value, or null after a problem.</returns>
    public static (string Kind, YamlNode Value)? One(YamlNode node, string what, IReadOnlyList<string> kinds, Binding binding)
    {
        if (node is not YamlMap map || map.Entries.Count == 0)
        {
            binding.Problems.Add(node.At, "part-shape", $"Here {what} is expected, such as ‘{{ {kinds[0]}: … }}’; it may be {string.Join(", ", kinds)}.");
            return null;
        }

        if (map.Entries.Count > 1)
        {
            binding.Problems.Add(map.Entries[1].Key.At, "part-shape", $"{Capital(what)} has one key; ‘{map.Entries[1].Key.Value}’ is a second one. Make it an entry of its own{(kinds.Contains("all") ? " under all or any" : "")}.");
            return null;
        }

        var (key, value) = map.Entries[0];
        if (kinds.Contains(key.Value, StringComparer.Ordinal))
        {
            YamlShapes.Current?.Pick(what, kinds, key.Value);
            return (key.Value, value);
        }

        var near = Nearest.To(key.Value, kinds);
        binding.Problems.Add(key.At, "part-kind", near is null
            ? $"‘{key.Value}’ is no {what[(what.IndexOf(' ', StringComparison.Ordinal) + 1)..]}; it may be {string.Join(", ", kinds)}."
            : $"‘{key.Value}’ is no {what[(what.IndexOf(' ', StringComparison.Ordinal) + 1)..]}; ‘{near}’ may be meant.");
        return null;
    }

    /// <summary>A value that is only the id of a thing.</summary>
    public static string Id(YamlNode node, string key, Thing thing, Binding binding)
    {
        if (node is YamlScalar { Value.Length: > 0 } scalar)
        {
            binding.Register.Refer(thing, scalar.Value, scalar.At);
            return scalar.Value;
        }

        binding.Problems.Add(node.At, "part-shape", $"‘{key}’ takes the id of one {thing.Word()}.");
        return "";
    }

    /// <summary>A value that is a map; its unknown keys are reported after reading.</summary>
    public static T Map<T>(YamlNode node, string what, Binding binding, Func<Item, T> read)
    {
        YamlShapes.Current?.PickedMap(what);
        var fields = YamlFields.Of(node, what, binding.Problems);
        var value = read(new(fields, binding));
        fields.NoOtherKeys();
        return value;
    }

    private static string Capital(string what) => char.ToUpperInvariant(what[0]) + what[1..];
}
