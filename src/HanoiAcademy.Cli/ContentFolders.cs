using HanoiAcademy.Content.Courses;
using HanoiAcademy.Content.Problems;
using HanoiAcademy.Content.Rehearsals;
using HanoiAcademy.Content.Scenarios;

namespace HanoiAcademy.Cli;

/// <summary>Finds courses and scenarios in the folders that a person names.</summary>
internal static class ContentFolders
{
    private const string CourseFile = "course.yaml";

    /// <summary>courses and scenarios of the nearest folder, from here upward, that holds one of them.</summary>
    public static IReadOnlyList<string> Usual(string here)
    {
        for (var folder = new DirectoryInfo(here); folder is not null; folder = folder.Parent)
        {
            string[] both = [Path.Combine(folder.FullName, "courses"), Path.Combine(folder.FullName, "scenarios")];
            if (both.Where(Directory.Exists).ToArray() is { Length: > 0 } found)
                return found;
        }

        return [];
    }

    /// <summary>The course or scenario that <paramref name="path"/> is, or those that lie in it.</summary>
    public static IEnumerable<Found> In(string path, string here, List<Problem> problems)
    {
        var full = Path.GetFullPath(path, here);
        var name = Name(full, here);
        if (!Directory.Exists(full))
        {
            problems.Add(new(name, 1, 1, "folder-missing", "There is no such folder; correct the path."));
            return [];
        }

        if (Kind(full) is { } single)
            return [new(full, name, single)];

        var folders = Directory.EnumerateDirectories(full).Where(d => !Path.GetFileName(d).StartsWith('.')).Order(StringComparer.Ordinal).ToArray();
        // A folder without its main file takes after its neighbours, or after the name above it, so that the missing file is reported.
        var usual = folders.Select(Kind).FirstOrDefault(k => k is not null) ?? Path.GetFileName(full) == "courses";
        return [.. folders.Select(folder => new Found(folder, Name(folder, here), Kind(folder) ?? usual))];
    }

    /// <summary>True for a course, false for a scenario, null for neither.</summary>
    private static bool? Kind(string folder) =>
        File.Exists(Path.Combine(folder, ScenarioReader.MainFile)) ? false : File.Exists(Path.Combine(folder, CourseFile)) ? true : null;

    private static string Name(string full, string here)
    {
        var relative = Path.GetRelativePath(here, full);
        return (relative is "." || relative.StartsWith("..", StringComparison.Ordinal) ? full : relative).Replace('\\', '/').TrimEnd('/');
    }

    internal sealed record Found(string Path, string Name, bool IsCourse)
    {
        /// <returns>Whether it would be shown, and what is to be said of it even so: how many of a scenario's points a rehearsal can judge.</returns>
        public (bool IsGood, string? Note) Check(ProblemList problems)
        {
            if (IsCourse)
                return (CourseCatalogue.ReadCourse(Path, Name, problems) is not null, null);
            var scenario = ScenarioReader.Read(Path, Name, problems, play: true);
            return (scenario is not null, scenario is not null && Findings.WhoJudges(scenario) is { } points ? $"{Name}: {points}" : null);
        }
    }
}
