using System.Globalization;
using System.Text.RegularExpressions;
using HanoiAcademy.Content.Markdown;
using HanoiAcademy.Content.Markdown.Containers;
using Markdig.Renderers.Html;

namespace HanoiAcademy.Content.Courses;

/// <summary>What stands in the braces of a box: <c>{#pres-q1 points=2 attempts=2}</c>.</summary>
internal static partial class BoxAttributes
{
    /// <summary>Required; "" after a problem.</summary>
    public static string Id(BoxBlock box, MarkdownProblems problems)
    {
        var id = box.TryGetAttributes()?.Id;
        if (id is not null && IdForm().IsMatch(id) && !IsThePages(id))
            return id;
        problems.Add(box, "block-id", id is null
            ? $"Give this box a name of its own, under which answers are kept: ‘::: {box.Name} {{#some-name}}’."
            : $"‘{id}’ cannot be a name; use small letters, digits and hyphens, beginning with a letter, at most 60; ‘content’ and ‘part-…’ are the page's own.");
        return "";
    }

    public static int Number(BoxBlock box, string key, int orElse, int max, MarkdownProblems problems)
    {
        if (Value(box, key) is not { } text)
            return orElse;
        if (int.TryParse(text, NumberStyles.None, CultureInfo.InvariantCulture, out var number) && number >= 1 && number <= max)
            return number;
        problems.Add(box, "block-number", $"‘{key}’ must lie between 1 and {max}.");
        return orElse;
    }

    public static string? Value(BoxBlock box, string key) => box.TryGetAttributes()?.Properties?.FirstOrDefault(p => p.Key == key).Value;

    public static void None(BoxBlock box, MarkdownProblems problems) => Only(box, problems);

    /// <summary>Reports every key but these.</summary>
    public static void Only(BoxBlock box, MarkdownProblems problems, params string[] keys)
    {
        var attributes = box.TryGetAttributes();
        var others = (attributes?.Properties?.Select(p => p.Key).Except(keys) ?? []).Concat(attributes?.Classes?.Select(c => "." + c) ?? []);
        foreach (var other in others)
            problems.Add(box, "block-key", $"‘{other}’ means nothing for ‘::: {box.Name}’; remove it{(keys.Length > 0 ? $", or use {string.Join(", ", keys)}" : "")}.");
    }

    private static bool IsThePages(string id) => id is "content" || id.StartsWith("part-", StringComparison.Ordinal);

    [GeneratedRegex("^(?=.{1,60}$)[a-z][a-z0-9]*(-[a-z0-9]+)*$")]
    private static partial Regex IdForm();
}
