namespace HanoiAcademy.Tests;

/// <summary>Where the sources lie, whichever folder the tests run in.</summary>
internal static class Repository
{
    public static string Root { get; } = Find();

    private static string Find()
    {
        for (var folder = new DirectoryInfo(AppContext.BaseDirectory); folder is not null; folder = folder.Parent)
        {
            if (File.Exists(Path.Combine(folder.FullName, "HanoiAcademy.sln")))
                return folder.FullName;
        }

        throw new InvalidOperationException("HanoiAcademy.sln lies in no folder above the tests.");
    }
}
