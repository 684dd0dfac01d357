using System.Text.RegularExpressions;
using HanoiAcademy.Content.Problems;
using HanoiAcademy.Content.Yaml;

namespace HanoiAcademy.Content.Courses;

/// <summary>course.yaml as bound, before the lessons are known; each name still knows its place.</summary>
internal sealed partial record CourseOutline(
    YamlFields Fields,
    string Id,
    string Version,
    string Title,
    string Code,
    string Language,
    CourseLevel Level,
    IReadOnlyList<string> Audience,
    string Summary,
    IReadOnlyList<string> Outcomes,
    IReadOnlyList<ModuleOutline> Modules)
{
    public static CourseOutline Bind(YamlNode? root, ProblemList problems)
    {
        var fields = YamlFields.Of(root, "the course", problems);
        if (root is not null && fields.Int("schema") != 1)
            fields.Wrong("schema", "course-schema", "This program reads ‘schema: 1’; write that, or use a newer program.");
        var outline = new CourseOutline(
            fields,
            fields.Text("id"),
            fields.Text("version"),
            fields.Text("title"),
            fields.Text("code"),
            fields.Text("language"),
            fields.OneOf<CourseLevel>("level"),
            fields.Texts("audience", required: true),
            fields.Text("summary"),
            fields.Texts("outcomes", required: true),
            [.. fields.Each("modules", "a module", required: true).Select(ModuleOutline.Bind)]);
        fields.NoOtherKeys();
        if (outline.Version.Length > 0 && !VersionForm().IsMatch(outline.Version))
            fields.Wrong("version", "course-version", "Write the version as three numbers, such as 1.0.0.");
        if (outline.Language.Length > 0 && !LanguageForm().IsMatch(outline.Language))
            fields.Wrong("language", "course-language", "Write the language as its code, such as en, vi, ar or pt-BR.");
        return outline;
    }

    [GeneratedRegex(@"^\d{1,5}\.\d{1,5}\.\d{1,5}$")]
    private static partial Regex VersionForm();

    [GeneratedRegex("^[a-z]{2,3}(-[A-Za-z0-9]{2,8})*$")]
    private static partial Regex LanguageForm();
}

internal sealed record ModuleOutline(YamlFields Fields, string Id, string Title, int Minutes, IReadOnlyList<int> Articles, IReadOnlyList<YamlScalar> Lessons, string? JobAid)
{
    public static ModuleOutline Bind(YamlFields fields)
    {
        var module = new ModuleOutline(
            fields,
            fields.Text("id"),
            fields.Text("title"),
            fields.Int("minutes", 1, 600),
            ArticleList.Bind(fields),
            fields.Words("lessons", required: true),
            fields.TextOrNull("jobAid"));
        fields.NoOtherKeys();
        return module;
    }
}
