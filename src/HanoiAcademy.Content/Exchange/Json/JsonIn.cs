using System.Text.Json;

namespace HanoiAcademy.Content.Exchange.Json;

/// <summary>
/// JSON that another tool wrote: names in any case, lists as arrays or as <c>{ "$values": [ … ] }</c>, and objects that are written once and then only
/// referred to (<c>{ "$ref": "7" }</c>). Whatever is missing or of another kind is nothing, not an error.
/// </summary>
internal sealed class JsonIn
{
    public const int MostBytes = 20_000_000;
    private const int MostDepth = 256;
    private const int MostNodes = 1_000_000;
    private const int MostOpened = 400_000;
    private const int MostProperties = 5_000;
    private readonly Dictionary<string, JsonElement> _byId = new(StringComparer.Ordinal);

    private JsonIn(JsonElement root) => Root = root;

    public JsonElement Root { get; }

    /// <exception cref="JsonException">It is none, or nested too deeply.</exception>
    /// <exception cref="InvalidDataException">It has too many parts, or texts that are none.</exception>
    public static JsonIn Read(ReadOnlyMemory<byte> bytes)
    {
        if (bytes.Span is [0xEF, 0xBB, 0xBF, ..])
            bytes = bytes[3..];
        // The parser keeps a record of each part: they are counted before it does.
        if (bytes.Span.Count((byte)'{') + bytes.Span.Count((byte)'[') > MostOpened || bytes.Span.Count((byte)',') > MostNodes)
            throw new InvalidDataException();
        var json = new JsonIn(JsonDocument.Parse(bytes, new JsonDocumentOptions { MaxDepth = MostDepth }).RootElement);
        json.Index();
        return json;
    }

    /// <summary>A property, whatever its case; references are followed. Undefined where there is none.</summary>
    public JsonElement Get(JsonElement of, string name)
    {
        if (of.ValueKind == JsonValueKind.Object)
            foreach (var property in of.EnumerateObject())
                if (property.Name.Equals(name, StringComparison.OrdinalIgnoreCase))
                    return Followed(property.Value);
        return default;
    }

    public bool Has(JsonElement of, string name) => Get(of, name).ValueKind is not (JsonValueKind.Undefined or JsonValueKind.Null);

    /// <summary>Text, or a number or truth value as text; empty for all else.</summary>
    public string Text(JsonElement of, string name) => Text(Get(of, name));

    public static string Text(JsonElement value) => value.ValueKind switch
    {
        JsonValueKind.String => value.GetString() ?? "",
        JsonValueKind.Number or JsonValueKind.True or JsonValueKind.False => value.GetRawText(),
        _ => "",
    };

    public long? Whole(JsonElement of, string name) => Get(of, name) is { ValueKind: JsonValueKind.Number } number && number.TryGetInt64(out var whole) ? whole : null;

    public bool Is(JsonElement of, string name) => Get(of, name).ValueKind == JsonValueKind.True;

    /// <summary>The items of a list; none where it is no list.</summary>
    public IEnumerable<JsonElement> Each(JsonElement of, string name)
    {
        var list = Get(of, name);
        if (list.ValueKind == JsonValueKind.Object)
            list = Get(list, "$values");
        return list.ValueKind == JsonValueKind.Array ? list.EnumerateArray().Select(Followed) : [];
    }

    private JsonElement Followed(JsonElement value) =>
        value.ValueKind == JsonValueKind.Object && value.TryGetProperty("$ref", out var reference) && reference.ValueKind == JsonValueKind.String && _byId.TryGetValue(reference.GetString()!, out var target) ? target : value;

    /// <summary>The parser takes bytes that are no letters, and halves of letters, and stumbles when somebody reads them: that is asked once, of all.</summary>
    private static bool Readable(Func<string?> text)
    {
        try
        {
            return text() is not null;
        }
        catch (InvalidOperationException)
        {
            return false;
        }
    }

    /// <summary>Without recursion: the graph of another program's objects is as deep as it likes.</summary>
    private void Index()
    {
        var open = new Stack<JsonElement>([Root]);
        for (var nodes = 0; open.TryPop(out var next); nodes++)
        {
            if (nodes > MostNodes)
                throw new InvalidDataException();
            if (next.ValueKind == JsonValueKind.Object)
            {
                if (next.TryGetProperty("$id", out var id) && id.ValueKind == JsonValueKind.String)
                    _byId.TryAdd(id.GetString()!, next);
                var properties = 0;
                foreach (var property in next.EnumerateObject())
                {
                    // Each look-up walks over all of them.
                    if (++properties > MostProperties || !Readable(() => property.Name))
                        throw new InvalidDataException();
                    open.Push(property.Value);
                }
            }
            else if (next.ValueKind == JsonValueKind.Array)
                foreach (var item in next.EnumerateArray())
                    open.Push(item);
            else if (next.ValueKind == JsonValueKind.String && !Readable(next.GetString))
                throw new InvalidDataException();
        }
    }
}
