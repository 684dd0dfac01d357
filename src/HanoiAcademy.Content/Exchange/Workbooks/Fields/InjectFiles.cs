using System.Globalization;
using System.Text.RegularExpressions;
using HanoiAcademy.Content.Exchange.Edits;

namespace HanoiAcademy.Content.Exchange.Workbooks.Fields;

/// <summary>Files of injects: <c>injects/010-slug.md</c>, the variants beside it, and the translations of both.</summary>
internal static partial class InjectFiles
{
    public static IEnumerable<(string Path, string Id)> All(FolderDraft folder) =>
        folder.Paths.Select(path => (path, Own.Match(path))).Where(p => p.Item2.Success).Select(p => (p.path, p.Item2.Groups[2].Value));

    public static string? Find(FolderDraft folder, string id) => All(folder).FirstOrDefault(i => i.Id == id).Path;

    public static int NumberOf(string path) => int.TryParse(Own.Match(path).Groups[1].Value, NumberStyles.None, CultureInfo.InvariantCulture, out var n) ? n : 0;

    /// <summary>The inject's file, its variants, and what translates them.</summary>
    public static IReadOnlyList<string> Family(FolderDraft folder, string id) =>
        [.. folder.Paths.Where(path => Any.Match(path) is { Success: true } m && m.Groups[3].Value == id)];

    public static string NewPath(FolderDraft folder, string id, int? number)
    {
        var own = number ?? (All(folder).Select(i => NumberOf(i.Path)).DefaultIfEmpty(0).Max() / 10 * 10) + 10;
        return string.Create(CultureInfo.InvariantCulture, $"injects/{own:000}-{id}.md");
    }

    public static void Renumber(FolderDraft folder, string id, int number)
    {
        foreach (var path in Family(folder, id))
        {
            var m = Any.Match(path);
            var digits = number.ToString(CultureInfo.InvariantCulture).PadLeft(m.Groups[2].Length, '0');
            var to = string.Concat(path.AsSpan(0, m.Groups[2].Index), digits, path.AsSpan(m.Groups[2].Index + m.Groups[2].Length));
            if (to != path)
                folder.Rename(path, to);
        }
    }

    [GeneratedRegex(@"^injects/([0-9]+)-([a-z0-9]+(?:-[a-z0-9]+)*)\.md$")]
    private static partial Regex Own { get; }

    [GeneratedRegex(@"^(i18n/[^/]+/)?injects/([0-9]+)-([a-z0-9]+(?:-[a-z0-9]+)*)(\.[a-z0-9-]+)?\.md$")]
    private static partial Regex Any { get; }
}
