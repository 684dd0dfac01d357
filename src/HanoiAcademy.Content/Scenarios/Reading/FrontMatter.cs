using HanoiAcademy.Content.Problems;

namespace HanoiAcademy.Content.Scenarios.Reading;

/// <summary>A Markdown file that begins with YAML between two lines of three dashes.</summary>
internal sealed record FrontMatter(string Yaml, int YamlLine, string Body, int BodyLine)
{
    public static FrontMatter? Split(string file, string text, ProblemList problems)
    {
        var lines = text.Split('\n');
        var end = lines[0].TrimEnd() == "---" ? Array.FindIndex(lines, 1, l => l.TrimEnd() == "---") : -1;
        if (end > 0)
            return new(string.Join('\n', lines[1..end]), 2, string.Join('\n', lines[(end + 1)..]), end + 2);
        problems.Add(new(file, 1, 1, "front-matter-missing", "The file must begin with a line ‘---’, then keys such as title and to, then a line ‘---’ again, then the text."));
        return null;
    }
}
