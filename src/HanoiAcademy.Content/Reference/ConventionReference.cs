using System.Text.Json;
using System.Text.Json.Serialization;
using HanoiAcademy.Content.Yaml;

namespace HanoiAcademy.Content.Reference;

/// <summary>The articles of the Convention with their level of verification, and its dated status; both part of the program.</summary>
public sealed class ConventionReference
{
    private static readonly JsonSerializerOptions Json = new(JsonSerializerDefaults.Web) { RespectRequiredConstructorParameters = true, RespectNullableAnnotations = true };
    private static readonly Lazy<ConventionReference> Loaded = new(Load);
    private readonly Dictionary<int, ConventionArticle> _byNumber;

    private ConventionReference(IReadOnlyList<ConventionArticle> articles, ConventionStatus status)
    {
        Articles = articles;
        Status = status;
        _byNumber = articles.ToDictionary(a => a.Number);
    }

    public static ConventionReference Current => Loaded.Value;

    /// <summary>By number.</summary>
    public IReadOnlyList<ConventionArticle> Articles { get; }

    public ConventionStatus Status { get; }

    public ConventionArticle? Article(int number) => _byNumber.GetValueOrDefault(number);

    private static ConventionReference Load() => new(
        [.. Read<List<Row>>("articles.json").Select(r => r.ToArticle()).OrderBy(a => a.Number)],
        Read<ConventionStatus>("status.json"));

    private static T Read<T>(string name)
    {
        using var stream = typeof(ConventionReference).Assembly.GetManifestResourceStream("Reference/" + name)
            ?? throw new InvalidOperationException($"{name} was not built into the program.");
        return JsonSerializer.Deserialize<T>(stream, Json) ?? throw new InvalidOperationException($"{name} is empty.");
    }

    private sealed record Row(
        [property: JsonPropertyName("article")] int Number,
        string Chapter,
        string ChapterTitle,
        string Title,
        string Summary,
        string Level,
        string? Corroboration,
        string? ModelProvision,
        bool SummaryUnverified)
    {
        public ConventionArticle ToArticle() =>
            new(Number, Chapter, ChapterTitle, Title, WireNames<VerificationLevel>.All[Level], Summary, SummaryUnverified, ModelProvision, Corroboration);
    }
}
