using System.Text;
using HanoiAcademy.Content.Markdown;
using HanoiAcademy.Content.Problems;

namespace HanoiAcademy.Tests.Content.Markdown;

/// <summary>
/// Each page beside this file is a test: under a heading stands what is written (<c>markdown</c> in a lesson,
/// <c>message</c> in a mail), then what is drawn, then the problems that an author is told (line:column code).
/// </summary>
public sealed class SpecPageTests
{
    private static readonly string Folder = Path.Combine(Repository.Root, "tests/HanoiAcademy.Tests/Content/Markdown");

    public static TheoryData<string, string> Examples()
    {
        var data = new TheoryData<string, string>();
        foreach (var file in Directory.EnumerateFiles(Folder, "*.md").Order(StringComparer.Ordinal))
        {
            foreach (var name in SpecPage.Read(file).Select(e => e.Name))
                data.Add(Path.GetFileName(file), name);
        }

        return data;
    }

    [Theory]
    [MemberData(nameof(Examples))]
    public void The_page_says_what_is_drawn(string page, string example)
    {
        var spec = SpecPage.Read(Path.Combine(Folder, page)).Single(e => e.Name == example);
        var problems = new ProblemList();
        var html = spec.IsMessage ? Message(spec.Input, problems) : Lesson(spec.Input, problems);
        Assert.Equal(spec.Html, html);
        Assert.Equal(spec.Problems, problems.Sorted().Select(p => $"{p.Line}:{p.Column} {p.Code}"));
    }

    private static string Message(string text, ProblemList problems)
    {
        AcademyMarkdown.CheckMessage("m.md", text, problems);
        return AcademyMarkdown.RenderMessage(text);
    }

    private static string Lesson(string text, ProblemList problems) =>
        AcademyMarkdown.ParseLesson("l.md", text, problems, 1) is { } document ? AcademyMarkdown.RenderLesson(document, url => url) : "";
}

internal sealed record SpecPage(string Name, bool IsMessage, string Input, string Html, IReadOnlyList<string> Problems)
{
    private const string Fence = "```````";

    public static IReadOnlyList<SpecPage> Read(string file)
    {
        var examples = new List<SpecPage>();
        var name = "";
        var blocks = new Dictionary<string, string>(StringComparer.Ordinal);
        var lines = File.ReadAllLines(file);
        for (var i = 0; i < lines.Length; i++)
        {
            if (lines[i].StartsWith("## ", StringComparison.Ordinal))
            {
                Keep();
                name = lines[i][3..];
            }
            else if (lines[i].StartsWith(Fence, StringComparison.Ordinal))
            {
                var kind = lines[i][Fence.Length..];
                var text = new StringBuilder();
                for (i++; lines[i] != Fence; i++)
                    text.Append(lines[i]).Append('\n');
                blocks.Add(kind, text.ToString().TrimEnd('\n'));
            }
        }

        Keep();
        return examples;

        void Keep()
        {
            if (name.Length > 0)
                examples.Add(new(name, blocks.ContainsKey("message"), blocks.GetValueOrDefault("message") ?? blocks["markdown"], blocks["html"],
                    blocks.GetValueOrDefault("problems")?.Split('\n') ?? []));
            blocks.Clear();
        }
    }
}
