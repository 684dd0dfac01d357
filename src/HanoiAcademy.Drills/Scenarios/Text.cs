using System.Collections.Immutable;
using System.Text.Json;
using System.Text.Json.Serialization;

namespace HanoiAcademy.Drills.Scenarios;

/// <summary>A sentence in one or more languages, by language tag; the first language of the scenario is the fall-back.</summary>
[JsonConverter(typeof(TextConverter))]
public sealed class Text : IEquatable<Text>
{
    public static readonly Text Empty = new(ImmutableSortedDictionary.Create<string, string>(StringComparer.Ordinal));

    public Text(ImmutableSortedDictionary<string, string> byLanguage) => ByLanguage = byLanguage;

    public ImmutableSortedDictionary<string, string> ByLanguage { get; }

    public bool IsEmpty => ByLanguage.IsEmpty;

    public static Text Of(string language, string value) => new(Empty.ByLanguage.Add(language, value));

    /// <summary>The text in <paramref name="language"/>, else in <paramref name="fallback"/>, else in the first there is, else "".</summary>
    public string In(string language, string fallback) =>
        ByLanguage.TryGetValue(language, out var own) ? own
        : ByLanguage.TryGetValue(fallback, out var other) ? other
        : ByLanguage.IsEmpty ? "" : ByLanguage.First().Value;

    public bool Equals(Text? other) => other is not null && ByLanguage.SequenceEqual(other.ByLanguage);

    public override bool Equals(object? obj) => Equals(obj as Text);

    public override int GetHashCode() => ByLanguage.Count;

    public override string ToString() => In("en", "en");
}

/// <summary>Markdown as the author wrote it, and the safe HTML that the content reader made of it.</summary>
public sealed record Prose(Text Markdown, Text Html)
{
    public static readonly Prose Empty = new(Text.Empty, Text.Empty);
}

internal sealed class TextConverter : JsonConverter<Text>
{
    public override Text Read(ref Utf8JsonReader reader, Type typeToConvert, JsonSerializerOptions options)
    {
        // Not only from pinned scenarios: a controller's words come in this shape from a browser.
        if (reader.TokenType != JsonTokenType.StartObject)
            throw new JsonException("A text is an object: language to words.");
        var all = Text.Empty.ByLanguage.ToBuilder();
        while (reader.Read() && reader.TokenType == JsonTokenType.PropertyName)
        {
            var language = reader.GetString()!;
            reader.Read();
            all[language] = reader.TokenType == JsonTokenType.String ? reader.GetString()! : throw new JsonException($"No words in {language}.");
        }

        return new Text(all.ToImmutable());
    }

    public override void Write(Utf8JsonWriter writer, Text value, JsonSerializerOptions options)
    {
        writer.WriteStartObject();
        foreach (var (language, text) in value.ByLanguage)
            writer.WriteString(language, text);
        writer.WriteEndObject();
    }
}
