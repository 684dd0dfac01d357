namespace HanoiAcademy.Server.Hosting;

/// <summary>
/// The folder with appsettings.json, i18n/ and wwwroot/: the project while developing, the program's own when published.
/// Not the working directory: a published program is started from anywhere.
/// </summary>
internal static class ProgramFolder
{
    private const string Project = "HanoiAcademy.Server";

    /// <summary>The nearest ancestor that is the project, or that holds it: a silo of a cluster is a program beside it.</summary>
    public static string Find(string startFolder)
    {
        for (var folder = new DirectoryInfo(startFolder); folder is not null; folder = folder.Parent)
        {
            if (IsProject(folder.FullName))
                return folder.FullName;
            if (Path.Combine(folder.FullName, Project) is var beside && IsProject(beside))
                return beside;
        }

        return startFolder;
    }

    private static bool IsProject(string folder) => File.Exists(Path.Combine(folder, $"{Project}.csproj"));
}
