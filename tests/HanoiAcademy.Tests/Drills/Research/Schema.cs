using System.Text.Json.Nodes;
using System.Text.RegularExpressions;

namespace HanoiAcademy.Tests.Drills.Research;

/// <summary>As much of JSON Schema as our schema uses; a word it does not know fails the test.</summary>
internal sealed class Schema(JsonNode root)
{
    private static readonly HashSet<string> Words = ["$ref", "$defs", "$schema", "title", "description", "type", "properties", "required", "additionalProperties", "items", "const", "enum", "oneOf", "pattern"];

    /// <summary>The first thing that is wrong; null when nothing is.</summary>
    public string? Fault(JsonNode? value) => Fault(root, value, "$");

    private string? Fault(JsonNode schema, JsonNode? value, string at)
    {
        var words = schema.AsObject();
        words.Select(word => word.Key).Except(Words).ShouldBeEmpty($"a word of the schema that this test does not judge, at {at}");
        if (words["$ref"] is { } reference)
            return Fault(root["$defs"]![reference.GetValue<string>()["#/$defs/".Length..]].ShouldNotBeNull(), value, at);
        if (words["const"] is { } constant && !JsonNode.DeepEquals(constant, value))
            return $"{at} is not {constant}";
        if (words["enum"] is JsonArray allowed && !allowed.Any(one => JsonNode.DeepEquals(one, value)))
            return $"{at} is none of {allowed.ToJsonString()}";
        if (words["oneOf"] is JsonArray several)
        {
            var faults = several.Select(one => Fault(one!, value, at)).ToList();
            return faults.Count(fault => fault is null) == 1 ? null : $"{at} is not exactly one of {several.Count}: {faults.Where(fault => fault?.Contains(".kind is not", StringComparison.Ordinal) == false).FirstOrDefault()}";
        }

        if (words["type"]?.GetValue<string>() is { } type && !Is(type, value))
            return $"{at} is no {type}";
        if (words["pattern"] is { } pattern && !Regex.IsMatch(value!.GetValue<string>(), pattern.GetValue<string>()))
            return $"{at} does not match {pattern}";
        if (words["items"] is { } items)
            return value!.AsArray().Select((item, i) => Fault(items, item, $"{at}[{i}]")).FirstOrDefault(fault => fault is not null);
        if (words["properties"] is not JsonObject properties)
            return null;
        var missing = words["required"]!.AsArray().Select(name => name!.GetValue<string>()).FirstOrDefault(name => !value!.AsObject().ContainsKey(name));
        if (missing is not null)
            return $"{at} lacks {missing}";
        foreach (var (name, inner) in value!.AsObject())
        {
            if (properties[name] is not { } known)
                return $"{at} has {name}, which the schema does not know";
            if (Fault(known, inner, $"{at}.{name}") is { } fault)
                return fault;
        }

        return null;
    }

    private static bool Is(string type, JsonNode? value) => type switch
    {
        "object" => value is JsonObject,
        "array" => value is JsonArray,
        "string" => value is JsonValue text && text.GetValueKind() == System.Text.Json.JsonValueKind.String,
        "boolean" => value is JsonValue flag && flag.GetValueKind() is System.Text.Json.JsonValueKind.True or System.Text.Json.JsonValueKind.False,
        "integer" => value is JsonValue number && number.TryGetValue<long>(out _),
        _ => throw new ArgumentOutOfRangeException(nameof(type), type, "not judged here"),
    };
}
