namespace HanoiAcademy.Content.Files;

/// <summary>The YAML between two lines <c>---</c> at the head of a Markdown file.</summary>
/// <param name="Yaml">Null when there is none.</param>
/// <param name="YamlLine">Line of the file on which the YAML begins.</param>
/// <param name="Body">What follows.</param>
/// <param name="BodyLine">Line of the file on which it begins.</param>
public sealed record FrontMatter(string? Yaml, int YamlLine, string Body, int BodyLine)
{
    public static FrontMatter Split(string text)
    {
        const string fence = "---\n";
        if (!text.StartsWith(fence, StringComparison.Ordinal))
            return new(null, 1, text, 1);
        var end = text.IndexOf("\n---\n", fence.Length - 1, StringComparison.Ordinal);
        if (end < 0)
            return text.EndsWith("\n---", StringComparison.Ordinal) && text.Length > fence.Length + 3
                ? new(text[fence.Length..^4], 2, "", 1 + text.AsSpan().Count('\n'))
                : new(null, 1, text, 1);
        var yaml = end < fence.Length ? "" : text[fence.Length..end];
        var body = end + 5;
        return new(yaml, 2, text[body..], 1 + text.AsSpan(0, body).Count('\n'));
    }
}
