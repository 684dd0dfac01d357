namespace HanoiAcademy.Server.Hosting;

/// <summary>Where courses/ and scenarios/ lie.</summary>
public sealed record ContentFolders(string Root)
{
    public string Courses => Path.Combine(Root, "courses");

    public string Scenarios => Path.Combine(Root, "scenarios");

    /// <summary>The configured folder, else the nearest ancestor that holds both, else beside the program.</summary>
    internal static ContentFolders Find(string? configured, string startFolder, string besideProgram)
    {
        if (!string.IsNullOrWhiteSpace(configured))
            return new ContentFolders(Path.GetFullPath(configured, startFolder));

        for (var folder = new DirectoryInfo(startFolder); folder is not null; folder = folder.Parent)
        {
            if (HoldsBoth(folder.FullName))
                return new ContentFolders(folder.FullName);
        }

        return new ContentFolders(besideProgram);
    }

    private static bool HoldsBoth(string folder) =>
        Directory.Exists(Path.Combine(folder, "courses")) && Directory.Exists(Path.Combine(folder, "scenarios"));
}
