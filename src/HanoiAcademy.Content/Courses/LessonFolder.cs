using System.Text.RegularExpressions;
using HanoiAcademy.Content.Files;
using HanoiAcademy.Content.Problems;

namespace HanoiAcademy.Content.Courses;

/// <summary>A folder <c>010-why-channels</c>: the number orders it and is not in its address.</summary>
internal sealed partial record LessonFolder(string Folder, string Slug)
{
    public string File => Folder + "/lesson.md";

    /// <summary>All lesson folders by slug; folders that are none are reported.</summary>
    public static IReadOnlyDictionary<string, LessonFolder> Find(ContentFolder course, ProblemList problems)
    {
        var found = new Dictionary<string, LessonFolder>(StringComparer.Ordinal);
        foreach (var folder in course.Files.Where(f => f.Path.Contains('/', StringComparison.Ordinal)).Select(f => f.Path[..f.Path.IndexOf('/', StringComparison.Ordinal)]).Distinct())
        {
            if (Form().Match(folder) is not { Success: true } match)
                problems.Add(new(course.NameOf(folder), 1, 1, "lesson-folder-name", "A lesson's folder is a number, a hyphen and a name in small letters, such as 010-why-channels; rename it."));
            else if (match.Groups["slug"].Value is "files")
                problems.Add(new(course.NameOf(folder), 1, 1, "lesson-folder-name", "The name ‘files’ is taken by the site; choose another."));
            else if (!found.TryAdd(match.Groups["slug"].Value, new(folder, match.Groups["slug"].Value)))
                problems.Add(new(course.NameOf(folder), 1, 1, "lesson-twice", $"Another folder has the name ‘{match.Groups["slug"].Value}’; rename one of the two."));
        }

        return found;
    }

    [GeneratedRegex("^[0-9]{3}-(?<slug>[a-z0-9]+(-[a-z0-9]+)*)$")]
    private static partial Regex Form();
}
