using System.Collections.Immutable;
using System.Text.Encodings.Web;
using System.Text.Json;
using System.Text.Json.Serialization;
using System.Text.Json.Serialization.Metadata;

namespace HanoiAcademy.Drills.Wire;

/// <summary>The one way drill things become JSON: camelCase names, absent instead of null, lists never null, property order as declared; kinds by their wire names.</summary>
public static class DrillJson
{
    public static readonly JsonSerializerOptions Options = Make();

    public static byte[] ToBytes<T>(T value) => JsonSerializer.SerializeToUtf8Bytes(value, Options);

    public static T Read<T>(ReadOnlySpan<byte> utf8) =>
        JsonSerializer.Deserialize<T>(utf8, Options) ?? throw new JsonException($"No {typeof(T).Name} in null.");

    /// <summary>A null is left out when written, so what may be null may be absent when read.</summary>
    private static void AbsentIsNull(JsonTypeInfo type)
    {
        foreach (var property in type.Properties)
            if (property.IsRequired && property.IsSetNullable)
                property.IsRequired = false;
    }

    private static JsonSerializerOptions Make()
    {
        var options = new JsonSerializerOptions(JsonSerializerDefaults.Web)
        {
            DefaultIgnoreCondition = JsonIgnoreCondition.WhenWritingNull,
            Encoder = JavaScriptEncoder.UnsafeRelaxedJsonEscaping,
            AllowOutOfOrderMetadataProperties = true,
            NumberHandling = JsonNumberHandling.Strict,
            IgnoreReadOnlyProperties = true,
            RespectRequiredConstructorParameters = true,
            RespectNullableAnnotations = true,
            MaxDepth = 32,
        };
        options.Converters.Add(new ArrayConverterFactory());
        options.Converters.Add(new SortedConverter<string>());
        options.Converters.Add(new SortedConverter<ImmutableArray<string>>());
        options.TypeInfoResolver = new DefaultJsonTypeInfoResolver { Modifiers = { AbsentIsNull } };
        options.MakeReadOnly();
        return options;
    }
}

/// <summary>A list that was left out is an empty list; the default value of ImmutableArray would throw on first use.</summary>
internal sealed class ArrayConverterFactory : JsonConverterFactory
{
    public override bool CanConvert(Type typeToConvert) =>
        typeToConvert.IsGenericType && typeToConvert.GetGenericTypeDefinition() == typeof(ImmutableArray<>);

    public override JsonConverter CreateConverter(Type typeToConvert, JsonSerializerOptions options) =>
        (JsonConverter)Activator.CreateInstance(typeof(ArrayConverter<>).MakeGenericType(typeToConvert.GetGenericArguments()))!;

    private sealed class ArrayConverter<T> : JsonConverter<ImmutableArray<T>>
    {
        public override bool HandleNull => true;

        public override ImmutableArray<T> Read(ref Utf8JsonReader reader, Type typeToConvert, JsonSerializerOptions options) =>
            reader.TokenType == JsonTokenType.Null ? [] : [.. (JsonSerializer.Deserialize<T[]>(ref reader, options) ?? []).Select(NotNull)];

        // Nothing of ours is a list of maybe; the serialiser itself does not look at what an array holds.
        private static T NotNull(T item) => item is null ? throw new JsonException("A list may not hold null.") : item;

        public override void Write(Utf8JsonWriter writer, ImmutableArray<T> value, JsonSerializerOptions options)
        {
            writer.WriteStartArray();
            if (!value.IsDefault)
                foreach (var item in value)
                    JsonSerializer.Serialize(writer, item, options);
            writer.WriteEndArray();
        }
    }
}

/// <summary>Keys sort by ordinal; the default comparer sorts by culture, which differs between machines.</summary>
internal sealed class SortedConverter<T> : JsonConverter<ImmutableSortedDictionary<string, T>>
{
    public override ImmutableSortedDictionary<string, T> Read(ref Utf8JsonReader reader, Type typeToConvert, JsonSerializerOptions options)
    {
        if (reader.TokenType != JsonTokenType.StartObject)
            throw new JsonException("An object was expected.");
        var all = ImmutableSortedDictionary.CreateBuilder<string, T>(StringComparer.Ordinal);
        while (reader.Read() && reader.TokenType == JsonTokenType.PropertyName)
        {
            var key = reader.GetString()!;
            reader.Read();
            all[key] = JsonSerializer.Deserialize<T>(ref reader, options) ?? throw new JsonException($"No value for {key}.");
        }

        return all.ToImmutable();
    }

    public override void Write(Utf8JsonWriter writer, ImmutableSortedDictionary<string, T> value, JsonSerializerOptions options)
    {
        writer.WriteStartObject();
        foreach (var (key, item) in value)
        {
            writer.WritePropertyName(key);
            JsonSerializer.Serialize(writer, item, options);
        }

        writer.WriteEndObject();
    }
}
