using HanoiAcademy.Content.Files;
using HanoiAcademy.Content.Problems;

namespace HanoiAcademy.Content.Courses;

/// <summary>All courses of a folder. One that has an error is left out and listed; the others are not touched by it.</summary>
/// <param name="Editions">By id.</param>
/// <param name="Problems">Of all courses, warnings too, sorted.</param>
public sealed record CourseCatalogue(IReadOnlyList<CourseEdition> Editions, IReadOnlyList<Problem> Problems)
{
    private const int MostCourses = 500;

    public static CourseCatalogue Empty { get; } = new([], []);

    public CourseEdition? Find(string course) => Editions.FirstOrDefault(e => e.Course.Id == course);

    /// <param name="path">The folder <c>courses/</c> on disk.</param>
    /// <param name="limits">Null for the usual limits.</param>
    public static CourseCatalogue Load(string path, FolderLimits? limits = null)
    {
        var problems = new ProblemList();
        var editions = new List<CourseEdition>();
        foreach (var folder in Folders(path, problems))
        {
            var own = new ProblemList();
            var edition = ReadCourse(folder, "courses/" + Path.GetFileName(folder), own, limits);
            problems.AddRange(own.Sorted());
            if (edition is not null && editions.Any(e => e.Course.Id == edition.Course.Id))
                problems.Add(new("courses/" + Path.GetFileName(folder) + "/course.yaml", 1, 1, "course-twice", $"Another folder holds a course with the id {edition.Course.Id}; give this one an id of its own."));
            else if (edition is not null)
                editions.Add(edition);
        }

        return new([.. editions.OrderBy(e => e.Course.Code, StringComparer.Ordinal).ThenBy(e => e.Course.Id, StringComparer.Ordinal)], problems.Sorted());
    }

    /// <summary>Reads and checks one course.</summary>
    /// <param name="path">Its folder on disk.</param>
    /// <param name="name">Name shown in problems, such as <c>courses/c5</c>.</param>
    /// <param name="problems">Receives what is wrong.</param>
    /// <param name="limits">Null for the usual limits.</param>
    /// <returns>Null when it has an error.</returns>
    public static CourseEdition? ReadCourse(string path, string name, ProblemList problems, FolderLimits? limits = null)
    {
        try
        {
            var folder = ContentFolderReader.Read(path, name, problems, limits);
            return folder is null ? null : CourseReader.Read(folder, problems);
        }
        catch (Exception e) when (e is IOException or UnauthorizedAccessException)
        {
            problems.Add(new(name, 1, 1, "folder-unreadable", $"The folder cannot be read ({e.Message}); check who may read it."));
            return null;
        }
    }

    private static IEnumerable<string> Folders(string path, ProblemList problems)
    {
        try
        {
            return [.. Directory.EnumerateDirectories(path).Where(d => !Path.GetFileName(d).StartsWith('.')).Order(StringComparer.Ordinal).Take(MostCourses)];
        }
        catch (Exception e) when (e is IOException or UnauthorizedAccessException)
        {
            problems.Add(new("courses", 1, 1, "folder-missing", "The folder of courses cannot be read; see where Content:Root points.", Severity.Warning));
            return [];
        }
    }
}
