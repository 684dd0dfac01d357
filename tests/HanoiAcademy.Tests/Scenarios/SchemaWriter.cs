using System.Text.Encodings.Web;
using System.Text.Json;
using System.Text.Json.Nodes;
using HanoiAcademy.Content.Yaml;

namespace HanoiAcademy.Tests.Scenarios;

/// <summary>Writes what readers take as a JSON Schema (draft 2020-12), each map a definition of its own.</summary>
internal sealed class SchemaWriter(YamlShapes shapes)
{
    private static readonly JsonSerializerOptions Indented = new() { WriteIndented = true, Encoder = JavaScriptEncoder.UnsafeRelaxedJsonEscaping };
    private readonly SortedDictionary<string, JsonNode?> _defs = new(StringComparer.Ordinal);

    public string Write(string what)
    {
        var root = new JsonObject { ["$schema"] = "https://json-schema.org/draft/2020-12/schema" };
        foreach (var (key, value) in Map(what))
            root[key] = value?.DeepClone();
        root["$defs"] = new JsonObject(_defs.Select(d => KeyValuePair.Create(d.Key, d.Value)));
        return root.ToJsonString(Indented) + "\n";
    }

    private JsonObject Map(string what)
    {
        var keys = shapes.Maps.GetValueOrDefault(what, new(StringComparer.Ordinal));
        var map = new JsonObject { ["title"] = what, ["type"] = "object" };
        var properties = new JsonObject();
        foreach (var (key, shape) in keys)
            properties[key] = Value(shape);
        map["properties"] = properties;
        if (keys.Where(k => k.Value.Required).Select(k => k.Key).ToArray() is { Length: > 0 } required)
            map["required"] = new JsonArray([.. required.Select(r => JsonValue.Create(r))]);
        map["additionalProperties"] = false;
        return map;
    }

    private JsonObject Value(YamlKey key) => key.Kind switch
    {
        // A plain 2027 is a number to an editor and a text to us.
        "text" => new JsonObject { ["type"] = new JsonArray("string", "number") },
        "number" => new JsonObject { ["type"] = "integer" },
        "bool" => new JsonObject { ["type"] = "boolean" },
        "word" => new JsonObject { ["enum"] = new JsonArray([.. key.Words.Select(w => JsonValue.Create(w))]) },
        "duration" => new JsonObject { ["type"] = "string", ["pattern"] = "^([0-9]+[dhms])+$" },
        "words" => List(new JsonObject { ["type"] = new JsonArray("string", "number") }),
        "words or map" => new JsonObject { ["anyOf"] = new JsonArray(List(new JsonObject { ["type"] = new JsonArray("string", "number") }), Ref(key.Of!, () => Map(key.Of!))) },
        "map" => Ref(key.Of!, () => Map(key.Of!)),
        "maps" => List(Ref(key.Of!, () => Map(key.Of!))),
        "part" => Ref(key.Of!, () => Part(key.Of!)),
        "parts" => List(Ref(key.Of!, () => Part(key.Of!))),
        _ => [],
    };

    /// <summary>A map of one key: { flag: … }.</summary>
    private JsonObject Part(string what)
    {
        var properties = new JsonObject();
        foreach (var (kind, maps) in shapes.Picks.GetValueOrDefault(what, new(StringComparer.Ordinal)))
            properties[kind] = kind switch
            {
                "all" or "any" => List(Ref(what, () => [])),
                "not" => Ref(what, () => []),
                _ when maps.Count == 0 => new JsonObject { ["type"] = "string" },
                _ => new JsonObject { ["anyOf"] = new JsonArray([.. maps.Select(m => (JsonNode)Ref(m, () => Map(m))), new JsonObject { ["type"] = "string" }]) },
            };
        return new JsonObject { ["title"] = what, ["type"] = "object", ["properties"] = properties, ["minProperties"] = 1, ["maxProperties"] = 1, ["additionalProperties"] = false };
    }

    private JsonObject Ref(string what, Func<JsonObject> make)
    {
        var name = what.Replace(' ', '-');
        if (_defs.TryAdd(name, null))
            _defs[name] = make();
        return new JsonObject { ["$ref"] = "#/$defs/" + name };
    }

    private static JsonObject List(JsonObject items) => new() { ["type"] = "array", ["items"] = items };
}
