namespace HanoiAcademy.Server.Hosting;

/// <summary>Where everything lies that a running academy writes: database, data-protection keys.</summary>
public sealed record DataFolder(string Path)
{
    public string Keys => System.IO.Path.Combine(Path, "keys");

    internal static DataFolder Choose(string? configured, bool demo, string contentRoot) =>
        new(System.IO.Path.GetFullPath(
            string.IsNullOrWhiteSpace(configured) ? (demo ? "data-demo" : "data") : configured,
            contentRoot));
}
