using System.Diagnostics;
using HanoiAcademy.Content.Markdown;

namespace HanoiAcademy.Tests.Content.Markdown;

/// <summary>What participants of a scenario can send must neither stop the process nor keep it busy.</summary>
public sealed class HostileMarkdownTests
{
    public static TheoryData<string> Texts() =>
    [
        new string('[', 50_000),
        new string('*', 50_000),
        string.Concat(Enumerable.Repeat("> ", 20_000)),
        string.Concat(Enumerable.Repeat("*a **b ", 10_000)),
        string.Concat(Enumerable.Repeat("[a](", 10_000)),
        string.Concat(Enumerable.Repeat("- ", 10_000)),
        string.Concat(Enumerable.Repeat("[a ", 140)),
        string.Concat(Enumerable.Repeat("![a *b ", 70)),
        string.Concat(Enumerable.Repeat("a|", 20_000)) + "\n" + string.Concat(Enumerable.Repeat("-|", 20_000)),
        string.Concat(Enumerable.Repeat("`", 30_001)),
        string.Concat(Enumerable.Repeat("<uncc:", 10_000)),
        "```diagram flow\n" + string.Concat(Enumerable.Range(0, 5_000).Select(i => $"a{i} -> a{i + 1}: x\n")) + "```",
        new string('x', AcademyMarkdown.LongestText + 1),
    ];

    [Theory]
    [MemberData(nameof(Texts))]
    public void It_is_drawn_as_something_safe_in_reasonable_time(string text)
    {
        var watch = Stopwatch.StartNew();
        var html = AcademyMarkdown.RenderMessage(text);
        html.ShouldNotContain("<script");
        html.ShouldNotContain("style=");
        watch.Elapsed.ShouldBeLessThan(TimeSpan.FromSeconds(20));
    }
}
