using HanoiAcademy.Content.Yaml;

namespace HanoiAcademy.Content.Courses;

/// <summary>The front matter of a lesson.</summary>
internal sealed record LessonHead(YamlFields Fields, string Title, int Minutes, LessonKind Kind, IReadOnlyList<string> Objectives, IReadOnlyList<int> Articles, IReadOnlyList<string> Sources)
{
    public static LessonHead Bind(YamlFields fields)
    {
        var kind = fields.OneOf("kind", LessonKind.Lesson);
        var head = new LessonHead(
            fields,
            fields.Text("title"),
            fields.Int("minutes", 1, 60),
            kind,
            fields.Texts("objectives", required: kind == LessonKind.Lesson),
            ArticleList.Bind(fields),
            fields.Texts("sources"));
        if (head.Sources.Count == 0 && head.Title.Length > 0)
            fields.Wrong("sources", "lesson-sources", "Name under ‘sources’ what this page rests on, and how far each was read; a page without sources is not taught.");
        fields.NoOtherKeys();
        return head;
    }
}
