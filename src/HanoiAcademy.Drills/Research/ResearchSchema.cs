using System.Collections;
using System.Collections.Immutable;
using System.Text.Encodings.Web;
using System.Text.Json;
using System.Text.Json.Nodes;
using System.Text.Json.Serialization.Metadata;
using HanoiAcademy.Drills.Events;
using HanoiAcademy.Drills.Wire;

namespace HanoiAcademy.Drills.Research;

/// <summary>The JSON Schema (2020-12) of a line of <see cref="ResearchLines"/>, made from the events themselves.</summary>
public static class ResearchSchema
{
    private const string SeatPattern = "^(P[0-9]+|system)$";

    /// <summary>Properties that hold further properties, each judged by its own name.</summary>
    internal static readonly ImmutableSortedSet<string> Parts = ImmutableSortedSet.Create(StringComparer.Ordinal, "form", "items", "narrower", "plan", "scope", "verdicts");

    public static string Write()
    {
        var (kinds, parts) = (new JsonObject(), new JsonObject());
        foreach (var type in DrillJson.Options.GetTypeInfo(typeof(DrillEvent)).PolymorphismOptions!.DerivedTypes.OrderBy(type => (string)type.TypeDiscriminator!, StringComparer.Ordinal))
            kinds[(string)type.TypeDiscriminator!] = Object(type.DerivedType, (string)type.TypeDiscriminator!, parts);
        var definitions = new JsonObject
        {
            ["header"] = Closed(
                "The first line. No time of the real world is in it.",
                ("kind", Const("header")), ("format", Const("hanoi-academy-drill-research")), ("schema", Const(ResearchLines.Schema)), ("marking", Const("EXERCISE")),
                ("scenario", Text("The id of the scenario.")), ("contentSha256", Text("The hash of the scenario as it was launched.")),
                ("languages", List(Text("A language of the scenario, its own first."))),
                ("storyStart?", Integer("Where the story begins: milliseconds since 1970 UTC, in fiction.")), ("plannedMs?", Integer("How long the scenario is planned to take.")),
                ("withText", Kind("boolean", "Whether what people typed is in the lines, with the names masked that were known.")),
                ("seats", List(Closed(
                    "A seat under its pseudonym, which holds within this file alone. One who hands his seat over hands over the pseudonym.",
                    ("seat", Seat()), ("side", Enum("control", "player")), ("team?", Text("The team's id in the scenario; of control only a local controller's.")), ("role", Text("The role's id in the scenario, or control's.")))))),
            ["event"] = Closed(
                "One event, in the order in which it happened.",
                ("kind", Const("event")), ("row", Integer("The row of the log: one for each accepted command.")), ("at", Integer("The drill's own clock, in milliseconds since its start.")),
                ("seat", Seat()), ("event", new JsonObject { ["oneOf"] = new JsonArray([.. kinds.Select(kind => (JsonNode)Reference($"event-{kind.Key}"))]) })),
            ["left-out"] = Closed(
                "An event that could not be read, and stands in no line.",
                ("kind", Const("left-out")), ("row", Integer("The row of the log.")), ("at", Integer("The drill's own clock, in milliseconds.")), ("why", Enum("damaged", "unknown-event"))),
        };
        foreach (var (kind, schema) in kinds.ToList())
            definitions[$"event-{kind}"] = schema!.DeepClone();
        foreach (var (name, schema) in parts.ToList())
            definitions[name] = schema!.DeepClone();
        var root = new JsonObject
        {
            ["$schema"] = "https://json-schema.org/draft/2020-12/schema",
            ["title"] = "A line of a drill's export for research",
            ["description"] = "JSON lines: one header, then a line for each event. Seats are pseudonyms; words of the scenario and of the rules stand as they are, \"(left out)\" stands where something else was. What people typed is there only where the header says withText.",
            ["oneOf"] = new JsonArray(Reference("header"), Reference("event"), Reference("left-out")),
            ["$defs"] = definitions,
        };
        return root.ToJsonString(new JsonSerializerOptions { WriteIndented = true, IndentSize = 2, Encoder = JavaScriptEncoder.UnsafeRelaxedJsonEscaping }).ReplaceLineEndings("\n") + "\n";
    }

    private static JsonObject Object(Type type, string? kind, JsonObject parts)
    {
        var properties = new JsonObject();
        var required = new JsonArray();
        if (kind is not null)
        {
            properties["kind"] = Const(kind);
            required.Add("kind");
        }

        foreach (var property in DrillJson.Options.GetTypeInfo(type).Properties.Where(property => property.Get is not null && !ResearchFields.IsNever(kind ?? "", property.Name)))
        {
            var typed = ResearchFields.IsTyped(property.Name) && !IsBare(property.PropertyType) && !Parts.Contains(property.Name);
            properties[property.Name] = typed ? Typed(property.PropertyType) : Known(property.Name, property.PropertyType, parts);
            if (!typed && property.IsRequired)
                required.Add(property.Name);
        }

        return new JsonObject { ["type"] = "object", ["properties"] = properties, ["required"] = required, ["additionalProperties"] = false };
    }

    private static JsonObject Known(string name, Type type, JsonObject parts)
    {
        var bare = Nullable.GetUnderlyingType(type) ?? type;
        return bare == typeof(string) ? name == "seat" ? Seat() : Kind("string", null)
            : bare == typeof(bool) ? Kind("boolean", null)
            : IsBare(bare) ? Kind("integer", null)
            : Element(bare) is { } element ? List(Known(name, element, parts))
            : bare.Namespace?.StartsWith("HanoiAcademy", StringComparison.Ordinal) == true && DrillJson.Options.GetTypeInfo(bare).Kind == JsonTypeInfoKind.Object ? Part(bare, parts)
            : Kind("object", null);
    }

    private static JsonObject Part(Type type, JsonObject parts)
    {
        var name = $"part-{JsonNamingPolicy.KebabCaseLower.ConvertName(type.Name)}";
        if (!parts.ContainsKey(name))
            parts[name] = Object(type, null, parts);
        return Reference(name);
    }

    private static JsonObject Typed(Type type)
    {
        var bare = Nullable.GetUnderlyingType(type) ?? type;
        var schema = bare == typeof(string) ? Kind("string", null) : Element(bare) is not null ? Kind("array", null) : Kind("object", null);
        schema["description"] = "Typed by somebody; only with withText.";
        return schema;
    }

    private static Type? Element(Type type) =>
        type.IsGenericType && type.GetGenericArguments() is [var element] && typeof(IEnumerable).IsAssignableFrom(type) ? element : null;

    private static bool IsBare(Type type) => (Nullable.GetUnderlyingType(type) ?? type) is { IsPrimitive: true };

    private static JsonObject Closed(string description, params (string Name, JsonNode Schema)[] properties)
    {
        var (all, required) = (new JsonObject(), new JsonArray());
        foreach (var (name, schema) in properties)
        {
            all[name.TrimEnd('?')] = schema;
            if (!name.EndsWith('?'))
                required.Add(name);
        }

        return new JsonObject { ["type"] = "object", ["description"] = description, ["properties"] = all, ["required"] = required, ["additionalProperties"] = false };
    }

    private static JsonObject Seat() => new() { ["type"] = "string", ["pattern"] = SeatPattern };

    private static JsonObject Text(string description) => Kind("string", description);

    private static JsonObject Integer(string description) => Kind("integer", description);

    private static JsonObject List(JsonNode items) => new() { ["type"] = "array", ["items"] = items };

    private static JsonObject Const(JsonNode value) => new() { ["const"] = value };

    private static JsonObject Enum(params string[] values) => new() { ["enum"] = new JsonArray([.. values.Select(value => (JsonNode)value!)]) };

    private static JsonObject Reference(string name) => new() { ["$ref"] = $"#/$defs/{name}" };

    private static JsonObject Kind(string type, string? description)
    {
        var schema = new JsonObject { ["type"] = type };
        if (description is not null)
            schema["description"] = description;
        return schema;
    }
}
