namespace HanoiAcademy.Server.Hosting;

/// <summary>Where everything lies that a running academy writes: database, data-protection keys.</summary>
public sealed record DataFolder(string Path)
{
    public string Keys => System.IO.Path.Combine(Path, "keys");

    /// <summary>Makes the folder when it is missing, for this user alone: password hashes and keys lie in it.</summary>
    internal DataFolder Made()
    {
        if (OperatingSystem.IsWindows())
            Directory.CreateDirectory(Path);
        else if (!Directory.Exists(Path))
            Directory.CreateDirectory(Path, UnixFileMode.UserRead | UnixFileMode.UserWrite | UnixFileMode.UserExecute);
        return this;
    }

    internal static DataFolder Choose(string? configured, bool demo, string contentRoot) =>
        new(System.IO.Path.GetFullPath(
            string.IsNullOrWhiteSpace(configured) ? (demo ? "data-demo" : "data") : configured,
            contentRoot));
}
