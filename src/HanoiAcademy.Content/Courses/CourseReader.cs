using HanoiAcademy.Content.Courses.Checks;
using HanoiAcademy.Content.Files;
using HanoiAcademy.Content.Problems;
using HanoiAcademy.Content.Yaml;

namespace HanoiAcademy.Content.Courses;

/// <summary>From the files of one course to the course, or to the list of what must be mended.</summary>
internal static class CourseReader
{
    private const string OutlineFile = "course.yaml";

    public static CourseEdition? Read(ContentFolder folder, ProblemList problems)
    {
        var text = folder.Text(OutlineFile, problems);
        var root = text is null ? null : YamlFile.Read(folder.NameOf(OutlineFile), text, problems);
        var outline = CourseOutline.Bind(root, problems);
        var folders = LessonFolder.Find(folder, problems);
        if (root is not null)
            CourseCheck.Outline(outline, folder, folders, problems);

        // Lessons are read even when the outline is broken: an author mends all at once.
        var drafts = new Dictionary<string, LessonDraft>(StringComparer.Ordinal);
        foreach (var lesson in folders.Values)
        {
            var links = new LessonLinks(outline.Id, lesson, folder, folders);
            if (new LessonReader(folder, lesson, links, problems).Read() is { } draft)
                drafts.Add(lesson.Slug, draft);
        }

        if (root is not null)
            CourseCheck.Lessons(outline, folder, drafts.Values, problems);
        return problems.HasErrors ? null : Edition(outline, folder, drafts);
    }

    private static CourseEdition Edition(CourseOutline outline, ContentFolder folder, Dictionary<string, LessonDraft> drafts)
    {
        var modules = outline.Modules
            .Select(m => new Module(m.Id, m.Title, m.Minutes, m.Articles, [.. m.Lessons.Select(l => drafts[l.Value].Lesson)], m.JobAid));
        var course = new Course(outline.Id, outline.Version, folder.Hash, outline.Title, outline.Code, outline.Language, outline.Level, outline.Audience, outline.Summary, outline.Outcomes, [.. modules]);
        return new(
            course,
            drafts.Values.SelectMany(d => d.Keys).ToDictionary(k => k.Quiz, StringComparer.Ordinal),
            drafts.Values.Where(d => d.TrainerHtml.Length > 0).ToDictionary(d => d.Lesson.Slug, d => d.TrainerHtml, StringComparer.Ordinal),
            folder);
    }
}
