using System.Text.Json;
using HanoiAcademy.Content.Files;

namespace HanoiAcademy.Server.Contributions;

/// <param name="Kind">The end of a key in i18n: "contributions.change.…".</param>
/// <param name="What">The file, or the thing of the workbook.</param>
/// <param name="Old">What stood there, where that is short.</param>
/// <param name="New">What stands there now.</param>
internal sealed record ChangeLine(string Kind, string What, string Old = "", string New = "")
{
    /// <summary>So many are kept with a version; the last line then says how many more there were.</summary>
    public const int Most = 200;

    public static string Write(IReadOnlyList<ChangeLine> lines) => JsonSerializer.Serialize(
        lines.Count <= Most ? lines : [.. lines.Take(Most), new ChangeLine("more", $"{lines.Count - Most}")], JsonSerializerOptions.Web);

    public static IReadOnlyList<ChangeLine> Read(string json) => JsonSerializer.Deserialize<List<ChangeLine>>(json, JsonSerializerOptions.Web) ?? [];

    /// <summary>File by file, in order.</summary>
    public static IReadOnlyList<ChangeLine> Between(ContentFolder before, ContentFolder after) =>
    [
        .. before.Files.Concat(after.Files).Select(file => file.Path).Distinct(StringComparer.Ordinal).Order(StringComparer.Ordinal)
            .Select(path => (path, Old: before.Find(path), New: after.Find(path)))
            .Where(file => file.Old is null || file.New is null || !file.Old.Bytes.Span.SequenceEqual(file.New.Bytes.Span))
            .Select(file => new ChangeLine(file.Old is null ? "file-new" : file.New is null ? "file-gone" : "file-changed", file.path)),
    ];
}
