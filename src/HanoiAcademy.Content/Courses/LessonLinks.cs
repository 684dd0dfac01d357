using System.Globalization;
using HanoiAcademy.Content.Files;
using HanoiAcademy.Content.Markdown.Links;
using HanoiAcademy.Content.Reference;

namespace HanoiAcademy.Content.Courses;

/// <summary>
/// Addresses as an author writes them (they also work in a plain Markdown preview of the folder) and as the site
/// serves them: <c>../020-desk/lesson.md</c> and <c>map.png</c>.
/// </summary>
internal sealed class LessonLinks(string course, LessonFolder lesson, ContentFolder folder, IReadOnlyDictionary<string, LessonFolder> lessons)
{
    private static readonly string[] Pictures = [".png", ".jpg", ".jpeg", ".gif", ".webp", ".svg"];

    /// <returns>Null when the address leads nowhere; an outside address as it is.</returns>
    public string? Resolve(string url)
    {
        if (LinkPolicy.Judge(url) != LinkKind.Local || url.StartsWith('#'))
            return url;
        var cut = url.IndexOfAny(['#', '?']);
        var (path, rest) = cut < 0 ? (url, "") : (url[..cut], url[cut..]);
        if (path.StartsWith('/'))
            return OnSite(path) ? url : null;
        if (Inside(path) is not { } file || !folder.Has(file))
            return null;
        if (lessons.Values.FirstOrDefault(l => l.File == file) is { } other)
            return $"/courses/{course}/{other.Slug}{rest}";
        return IsPicture(file) ? $"/courses/{course}/files/{file}" : null;
    }

    /// <summary>The file in the course's folder that a relative address names, or null.</summary>
    public string? Inside(string path)
    {
        var parts = new List<string> { lesson.Folder };
        foreach (var part in path.Split('/'))
        {
            if (part is "" or ".")
                continue;
            if (part != "..")
                parts.Add(part);
            else if (parts.Count == 0)
                return null;
            else
                parts.RemoveAt(parts.Count - 1);
        }

        return string.Join('/', parts);
    }

    public static bool IsPicture(string path) => Array.Exists(Pictures, p => path.EndsWith(p, StringComparison.Ordinal));

    private bool OnSite(string path) => path.Split('/', StringSplitOptions.RemoveEmptyEntries) switch
    {
        ["articles"] or ["articles", "status"] or ["courses"] or ["scenarios"] => true,
        ["articles", var number] => int.TryParse(number, NumberStyles.None, CultureInfo.InvariantCulture, out var n) && ConventionReference.Current.Article(n) is not null,
        ["courses", var other] => other == course,
        ["courses", var other, var slug] => other == course && lessons.ContainsKey(slug),
        _ => false,
    };
}
