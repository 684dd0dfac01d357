using System.Buffers;
using System.Collections.Immutable;
using System.Text;
using System.Text.Encodings.Web;
using System.Text.Json;
using HanoiAcademy.Drills.Events;
using HanoiAcademy.Drills.Wire;

namespace HanoiAcademy.Drills.Research;

/// <summary>
/// A drill's log as JSON lines for research: the header, then a line an event. Seats are pseudonyms that hold within this export alone; there is no account,
/// no name, no address and no wall time in it. <see cref="ResearchSchema"/> says what a line may hold.
/// </summary>
public sealed class ResearchLines(ResearchHeader header, ResearchNames names)
{
    /// <summary>Of the format; changes when a reader of the former would read wrongly.</summary>
    public const int Schema = 1;

    internal static readonly ImmutableSortedSet<string> Kinds = DrillJson.Options.GetTypeInfo(typeof(DrillEvent)).PolymorphismOptions!.DerivedTypes
        .Select(type => (string)type.TypeDiscriminator!).ToImmutableSortedSet(StringComparer.Ordinal);

    private static readonly JsonWriterOptions Options = new() { Encoder = JavaScriptEncoder.UnsafeRelaxedJsonEscaping };

    public string Header() => Line(json =>
    {
        json.WriteString("kind", "header");
        json.WriteString("format", "hanoi-academy-drill-research");
        json.WriteNumber("schema", Schema);
        json.WriteString("marking", "EXERCISE");
        json.WriteString("scenario", header.Scenario);
        json.WriteString("contentSha256", header.ContentSha256);
        json.WriteStartArray("languages");
        foreach (var language in header.Languages)
            json.WriteStringValue(language);
        json.WriteEndArray();
        if (header.StoryStart is { } story)
            json.WriteNumber("storyStart", story);
        if (header.PlannedMs is { } planned)
            json.WriteNumber("plannedMs", planned);
        json.WriteBoolean("withText", header.WithText);
        json.WriteStartArray("seats");
        foreach (var (pseudonym, seat) in names.Seats)
        {
            json.WriteStartObject();
            json.WriteString("seat", pseudonym);
            json.WriteString("side", seat.IsControl ? "control" : "player");
            if (seat.IsControl ? seat.LocalTeam is not null : seat.Team.Length > 0)
                json.WriteString("team", seat.LocalTeam ?? seat.Team);
            json.WriteString("role", seat.Role);
            json.WriteEndObject();
        }

        json.WriteEndArray();
    });

    /// <summary>The lines of one row of the log, as it is kept. A row or an event that cannot be read is one line that says so.</summary>
    public IEnumerable<string> Row(long version, string seat, long at, string events)
    {
        JsonDocument document;
        try
        {
            document = JsonDocument.Parse(events, new JsonDocumentOptions { MaxDepth = DrillJson.Options.MaxDepth });
        }
        catch (JsonException)
        {
            return [LeftOut(version, at, "damaged")];
        }

        using (document)
        {
            return document.RootElement.ValueKind != JsonValueKind.Array ? [LeftOut(version, at, "damaged")]
                : [.. document.RootElement.EnumerateArray().Select(one => Kind(one) is { } kind ? Event(version, seat, at, kind, one) : LeftOut(version, at, "unknown-event"))];
        }
    }

    private static string? Kind(JsonElement one) =>
        one.ValueKind == JsonValueKind.Object && one.TryGetProperty("kind", out var kind) && kind.ValueKind == JsonValueKind.String && Kinds.Contains(kind.GetString()!) ? kind.GetString() : null;

    private static string LeftOut(long version, long at, string why) => Line(json =>
    {
        json.WriteString("kind", "left-out");
        json.WriteNumber("row", version);
        json.WriteNumber("at", at);
        json.WriteString("why", why);
    });

    private string Event(long version, string seat, long at, string kind, JsonElement one) => Line(json =>
    {
        json.WriteString("kind", "event");
        json.WriteNumber("row", version);
        json.WriteNumber("at", at);
        json.WriteString("seat", names.Seat(seat));
        json.WriteStartObject("event");
        json.WriteString("kind", kind);
        foreach (var property in one.EnumerateObject().Where(property => property.Name != "kind"))
            if (!ResearchFields.IsNever(kind, property.Name))
                Write(json, property);
        json.WriteEndObject();
    });

    private void Write(Utf8JsonWriter json, JsonProperty property)
    {
        // Numbers and yes or no are nobody's words, whatever they are called.
        var typed = ResearchFields.IsTyped(property.Name) && !IsBare(property.Value) && !HoldsParts(property.Value, property.Name);
        if (typed && !header.WithText)
            return;
        json.WritePropertyName(property.Name);
        if (typed)
            WriteTyped(json, property.Value);
        else
            WriteKnown(json, property.Name, property.Value);
    }

    private static bool IsBare(JsonElement value) => value.ValueKind is JsonValueKind.Number or JsonValueKind.True or JsonValueKind.False;

    /// <summary>Parts whose own names are judged one by one: a request's form, the items of a court record.</summary>
    private static bool HoldsParts(JsonElement value, string name) => ResearchSchema.Parts.Contains(name) && value.ValueKind is JsonValueKind.Object or JsonValueKind.Array;

    private void WriteKnown(Utf8JsonWriter json, string name, JsonElement value)
    {
        switch (value.ValueKind)
        {
            case JsonValueKind.String:
                json.WriteStringValue(name == "seat" ? names.Seat(value.GetString()!) : names.Code(value.GetString()!));
                break;
            case JsonValueKind.Array:
                json.WriteStartArray();
                foreach (var item in value.EnumerateArray())
                    WriteKnown(json, name, item);
                json.WriteEndArray();
                break;
            case JsonValueKind.Object:
                json.WriteStartObject();
                foreach (var property in value.EnumerateObject())
                    Write(json, property);
                json.WriteEndObject();
                break;
            default:
                value.WriteTo(json);
                break;
        }
    }

    private void WriteTyped(Utf8JsonWriter json, JsonElement value)
    {
        switch (value.ValueKind)
        {
            case JsonValueKind.String:
                json.WriteStringValue(names.Masked(value.GetString()!));
                break;
            case JsonValueKind.Array:
                json.WriteStartArray();
                foreach (var item in value.EnumerateArray())
                    WriteTyped(json, item);
                json.WriteEndArray();
                break;
            case JsonValueKind.Object:
                json.WriteStartObject();
                foreach (var property in value.EnumerateObject())
                {
                    json.WritePropertyName(names.Code(property.Name));
                    WriteTyped(json, property.Value);
                }

                json.WriteEndObject();
                break;
            default:
                value.WriteTo(json);
                break;
        }
    }

    private static string Line(Action<Utf8JsonWriter> write)
    {
        var bytes = new ArrayBufferWriter<byte>();
        using (var json = new Utf8JsonWriter(bytes, Options))
        {
            json.WriteStartObject();
            write(json);
            json.WriteEndObject();
        }

        return Encoding.UTF8.GetString(bytes.WrittenSpan);
    }
}
