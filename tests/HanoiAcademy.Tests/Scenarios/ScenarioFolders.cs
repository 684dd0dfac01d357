using HanoiAcademy.Content.Problems;
using HanoiAcademy.Content.Scenarios;
using HanoiAcademy.Drills.Scenarios;

namespace HanoiAcademy.Tests.Scenarios;

/// <summary>Where scenarios for tests lie in the source tree, and copies of them that a test may spoil.</summary>
internal static class ScenarioFolders
{
    public static string Root { get; } = FindRoot();

    public static string Here { get; } = Path.Combine(Root, "tests", "HanoiAcademy.Tests", "Scenarios");

    public const string Whole = "night-harbour";

    public static string WholePath { get; } = Path.Combine(Here, "Whole", Whole);

    public static Scenario ReadWhole()
    {
        var problems = new ProblemList();
        return ScenarioReader.Read(WholePath, "scenarios/" + Whole, problems).ShouldNotBeNull(string.Join('\n', problems));
    }

    /// <summary>What is wrong with the whole scenario after a change to a copy of it.</summary>
    public static IReadOnlyList<Problem> Spoil(Action<string> change)
    {
        var temp = Directory.CreateTempSubdirectory("academy-");
        try
        {
            var copy = Path.Combine(temp.FullName, Whole);
            Copy(WholePath, copy);
            change(copy);
            var problems = new ProblemList();
            ScenarioReader.Read(copy, Whole, problems);
            return problems.Sorted();
        }
        finally
        {
            temp.Delete(recursive: true);
        }
    }

    public static void Copy(string from, string to)
    {
        Directory.CreateDirectory(to);
        foreach (var file in Directory.EnumerateFiles(from))
            File.Copy(file, Path.Combine(to, Path.GetFileName(file)));
        foreach (var folder in Directory.EnumerateDirectories(from))
            Copy(folder, Path.Combine(to, Path.GetFileName(folder)));
    }

    private static string FindRoot()
    {
        var folder = new DirectoryInfo(AppContext.BaseDirectory);
        while (!File.Exists(Path.Combine(folder.FullName, "HanoiAcademy.sln")))
            folder = folder.Parent ?? throw new InvalidOperationException("The tests run from a folder outside the repository.");
        return folder.FullName;
    }
}
