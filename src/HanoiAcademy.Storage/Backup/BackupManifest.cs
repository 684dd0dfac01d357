using System.Text.Json;

namespace HanoiAcademy.Storage.Backup;

/// <summary>What an archive says it holds; a restore believes none of it before it has looked.</summary>
/// <param name="Tables">Rows per table.</param>
internal sealed record BackupManifest(
    string Product,
    int Format,
    int Schema,
    bool Demo,
    DateTimeOffset Made,
    SortedDictionary<string, long> Tables,
    IReadOnlyList<BackupFile> Files)
{
    public const string EntryName = "backup.json";
    public const string Ours = "hanoi-academy";
    public const int KnownFormat = 1;

    private static readonly JsonSerializerOptions Json = new(JsonSerializerDefaults.Web)
    {
        WriteIndented = true,
        AllowDuplicateProperties = false,
        RespectNullableAnnotations = true,
        RespectRequiredConstructorParameters = true,
    };

    public void Write(Stream stream) => JsonSerializer.Serialize(stream, this, Json);

    /// <exception cref="JsonException">It is no manifest.</exception>
    public static BackupManifest Read(ReadOnlySpan<byte> bytes) =>
        JsonSerializer.Deserialize<BackupManifest>(bytes, Json) is { } manifest && manifest.Files.All(file => file is not null)
            ? manifest
            : throw new JsonException("its manifest has holes");
}
