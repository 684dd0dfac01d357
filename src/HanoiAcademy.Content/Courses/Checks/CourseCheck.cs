using HanoiAcademy.Content.Files;
using HanoiAcademy.Content.Problems;
using HanoiAcademy.Content.Yaml;

namespace HanoiAcademy.Content.Courses.Checks;

/// <summary>What can only be seen over the whole course.</summary>
internal static class CourseCheck
{
    /// <summary>The outline against the folders: each lesson listed once, each folder listed.</summary>
    public static void Outline(CourseOutline outline, ContentFolder folder, IReadOnlyDictionary<string, LessonFolder> lessons, ProblemList problems)
    {
        if (outline.Id.Length > 0 && folder.Name[(folder.Name.LastIndexOf('/') + 1)..] != outline.Id)
            outline.Fields.Wrong("id", "course-id", $"The id must be the folder's name; rename one of the two ({folder.Name}).");
        var modules = new HashSet<string>(StringComparer.Ordinal);
        var listed = new Dictionary<string, Position>(StringComparer.Ordinal);
        foreach (var module in outline.Modules)
        {
            if (!modules.Add(module.Id))
                module.Fields.Wrong("id", "module-twice", $"Another module has the id ‘{module.Id}’; give this one its own.");
            foreach (var lesson in module.Lessons)
            {
                if (!listed.TryAdd(lesson.Value, lesson.At))
                    problems.Add(lesson.At, "lesson-listed-twice", $"‘{lesson.Value}’ already stands on line {listed[lesson.Value].Line}; keep one of the two.");
                else if (!lessons.ContainsKey(lesson.Value))
                    problems.Add(lesson.At, "lesson-missing", $"There is no folder for ‘{lesson.Value}’; add one such as 010-{lesson.Value} with a lesson.md, or take the line out.");
            }

            if (module.JobAid is { } jobAid && !module.Lessons.Any(l => l.Value == jobAid))
                module.Fields.Wrong("jobAid", "job-aid-unknown", $"‘{jobAid}’ is not among this module's lessons; list it there too.");
        }

        foreach (var lesson in lessons.Values.Where(l => !listed.ContainsKey(l.Slug)))
            problems.Add(new(folder.NameOf(lesson.Folder), 1, 1, "lesson-not-listed", $"No module lists ‘{lesson.Slug}’; add it to course.yaml, or remove the folder."));
    }

    public static void Lessons(CourseOutline outline, ContentFolder folder, IReadOnlyCollection<LessonDraft> drafts, ProblemList problems)
    {
        var ids = new Dictionary<string, Position>(StringComparer.Ordinal);
        foreach (var (id, at) in drafts.SelectMany(d => d.Ids))
        {
            if (!ids.TryAdd(id, at))
                problems.Add(at, "block-id-twice", $"‘#{id}’ already names the box in {ids[id].File}, line {ids[id].Line}; answers are kept under it, so choose another.");
        }

        foreach (var module in outline.Modules.Where(m => m.JobAid is not null))
        {
            if (drafts.FirstOrDefault(d => d.Lesson.Slug == module.JobAid) is { Lesson.Kind: not LessonKind.JobAid })
                module.Fields.Wrong("jobAid", "job-aid-kind", $"‘{module.JobAid}’ is no job aid; write ‘kind: job-aid’ in its front matter.");
        }

        var asks = drafts.SelectMany(d => d.Lesson.Quizzes).Select(q => q.Asks).ToList();
        if (asks.Count >= 4 && asks.Count(a => a == QuizAsks.Apply) * 2 <= asks.Count)
            problems.Add(outline.Fields.At, "course-asks", "Most questions should apply law to facts (‘asks=apply’); here at most half do.", Severity.Warning);

        var used = drafts.SelectMany(d => d.UsedFiles).ToHashSet(StringComparer.Ordinal);
        foreach (var file in folder.Files.Where(f => !used.Contains(f.Path) && !IsExpected(f.Path)))
            problems.Add(new(folder.NameOf(file.Path), 1, 1, "file-unused", "No lesson uses this file; remove it, or link it.", Severity.Warning));
    }

    private static bool IsExpected(string path) =>
        path is "course.yaml" || path.EndsWith("README.md", StringComparison.Ordinal) || Path.GetFileName(path) is var name && name.StartsWith("lesson.", StringComparison.Ordinal);
}
