namespace HanoiAcademy.Server.Hosting;

/// <summary>
/// The folder with appsettings.json, i18n/ and wwwroot/: the project while developing, the program's own when published.
/// Not the working directory: a published program is started from anywhere.
/// </summary>
internal static class ProgramFolder
{
    private const string ProjectFile = "HanoiAcademy.Server.csproj";

    public static string Find(string startFolder)
    {
        for (var folder = new DirectoryInfo(startFolder); folder is not null; folder = folder.Parent)
        {
            if (File.Exists(Path.Combine(folder.FullName, ProjectFile)))
                return folder.FullName;
        }

        return startFolder;
    }
}
