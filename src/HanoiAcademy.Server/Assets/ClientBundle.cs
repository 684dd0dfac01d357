using System.Text.Json;
using Microsoft.Extensions.FileProviders;

namespace HanoiAcademy.Server.Assets;

/// <summary>What Vite built into wwwroot/app, read from its manifest. Without Node.js there is none, and pages do without.</summary>
internal sealed class ClientBundle(IWebHostEnvironment environment)
{
    private const string Folder = "app/";
    private readonly Lazy<Dictionary<string, Chunk>> _chunks = new(() => Read(environment.WebRootFileProvider));

    public bool IsBuilt => _chunks.Value.Count > 0;

    /// <summary>The files that a page with this entry needs, as paths under the site's root, each named once.</summary>
    public EntryFiles Entry(string name)
    {
        var entry = _chunks.Value.FirstOrDefault(chunk => chunk.Value.IsEntry && chunk.Value.Name == name);
        if (entry.Value is null)
            return EntryFiles.None;

        var seen = new List<string>();
        Walk(entry.Key, seen);
        var chunks = seen.Select(key => _chunks.Value[key]).ToList();
        return new(
            Folder + entry.Value.File,
            [.. chunks.SelectMany(chunk => chunk.Css ?? []).Distinct().Select(file => Folder + file)],
            [.. seen.Where(key => key != entry.Key).Select(key => Folder + _chunks.Value[key].File)]);
    }

    // Imports first: a shared chunk's style sheet comes before the entry's own, which may refine it.
    private void Walk(string key, List<string> seen)
    {
        if (seen.Contains(key) || !_chunks.Value.TryGetValue(key, out var chunk))
            return;
        foreach (var import in chunk.Imports ?? [])
            Walk(import, seen);
        if (!seen.Contains(key))
            seen.Add(key);
    }

    private static Dictionary<string, Chunk> Read(IFileProvider files)
    {
        var manifest = files.GetFileInfo(Folder + "manifest.json");
        if (!manifest.Exists)
            return [];
        using var stream = manifest.CreateReadStream();
        return JsonSerializer.Deserialize<Dictionary<string, Chunk>>(stream, JsonSerializerOptions.Web) ?? [];
    }

    private sealed record Chunk(string File, string? Name, bool IsEntry, string[]? Css, string[]? Imports);
}

/// <param name="Script">The module to load; null where there is no bundle.</param>
/// <param name="Styles">Style sheets, in the order in which they cascade.</param>
/// <param name="Preloads">Modules that the script imports.</param>
internal sealed record EntryFiles(string? Script, IReadOnlyList<string> Styles, IReadOnlyList<string> Preloads)
{
    public static EntryFiles None { get; } = new(null, [], []);
}
