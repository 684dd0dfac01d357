using HanoiAcademy.Content.Markdown.Alerts;
using HanoiAcademy.Content.Markdown.Attributes;
using HanoiAcademy.Content.Markdown.Containers;
using HanoiAcademy.Content.Markdown.Diagrams;
using HanoiAcademy.Content.Markdown.Links;
using HanoiAcademy.Content.Markdown.Quizzes;
using HanoiAcademy.Content.Markdown.Tables;
using HanoiAcademy.Content.Markdown.Treaties;
using HanoiAcademy.Content.Problems;
using HanoiAcademy.Content.Reference;
using Markdig;
using Markdig.Renderers;
using Markdig.Syntax;
using Markdig.Syntax.Inlines;

namespace HanoiAcademy.Content.Markdown;

/// <summary>
/// CommonMark and the extensions of this academy, each a folder beside this file. Raw HTML is off, links go by an
/// allow-list, and nothing that is drawn carries a style or a script.
/// </summary>
public static class AcademyMarkdown
{
    /// <summary>A lesson of ten minutes has 15 kB; the parser is not asked to prove itself on more than this.</summary>
    public const int LongestText = 200_000;

    /// <summary>Below the 128 that Markdig draws.</summary>
    private const int MostDepth = 100;

    // Explicit, never “advanced extensions”: those bring attributes, media and mathematics that nobody checked.
    private static readonly MarkdownPipeline Lessons = Shared()
        .Use(new ContainerExtension())
        .Use(new QuizExtension())
        .UseGenericAttributes() // last: it hooks into the parsers that are there
        .Build();

    private static readonly MarkdownPipeline Messages = Shared().Build();

    /// <summary>Body of a mail, a brief, a press article: safe HTML, without pictures, boxes or attributes. Never throws on any text.</summary>
    public static string RenderMessage(string markdown)
    {
        var document = Parse(markdown, Messages, "", new ProblemList(), 1);
        return document is null ? $"<pre>{System.Net.WebUtility.HtmlEncode(markdown)}</pre>" : Render(Messages, document.AsEnumerable(), null);
    }

    /// <summary>Reports what <see cref="RenderMessage"/> would leave out or draw as plain text.</summary>
    /// <param name="file">Shown in problems.</param>
    /// <param name="markdown">The text.</param>
    /// <param name="problems">Receives them.</param>
    /// <param name="firstLine">Line of the file on which the text begins.</param>
    public static void CheckMessage(string file, string markdown, ProblemList problems, int firstLine = 1)
    {
        if (Parse(markdown, Messages, file, problems, firstLine) is { } document)
            Check(document, new MarkdownProblems(file, problems, firstLine));
    }

    /// <summary>Parses and checks a lesson's body; null when it cannot be parsed (reported).</summary>
    internal static MarkdownDocument? ParseLesson(string file, string markdown, ProblemList problems, int firstLine)
    {
        var document = Parse(markdown, Lessons, file, problems, firstLine);
        if (document is null)
            return null;
        var report = new MarkdownProblems(file, problems, firstLine);
        AttributeFilter.Run(document, report);
        ContainerCheck.Run(document, report);
        Check(document, report);
        return document;
    }

    /// <param name="blocks">Parts of one parsed lesson.</param>
    /// <param name="linkRewriter">Turns an address as written into one of the site.</param>
    /// <param name="inline">Draw paragraphs without their tags, as in a label.</param>
    internal static string RenderLesson(IEnumerable<Block> blocks, Func<string, string> linkRewriter, bool inline = false) =>
        Render(Lessons, blocks, linkRewriter, inline);

    private static MarkdownPipelineBuilder Shared() => new MarkdownPipelineBuilder()
        .UsePreciseSourceLocation()
        .DisableHtml()
        .Use(new TableExtension())
        .Use(new AlertExtension())
        .Use(new TreatyExtension(ConventionReference.Current))
        .Use(new LinkExtension())
        .Use(new DiagramExtension());

    private static MarkdownDocument? Parse(string markdown, MarkdownPipeline pipeline, string file, ProblemList problems, int firstLine)
    {
        if (markdown.Length > LongestText)
        {
            problems.Add(new(file, firstLine, 1, "markdown-too-big", $"A text may have {LongestText / 1000},000 letters; split it."));
            return null;
        }

        try
        {
            var document = Markdig.Markdown.Parse(markdown, pipeline);
            if (!IsDeeperThan(MostDepth, document))
                return document;
        }
        catch (ArgumentException)
        {
            // Markdig's answer to nesting beyond its own limit.
        }

        problems.Add(new(file, firstLine, 1, "markdown-too-deep", "Lists, quotations or emphasis are nested too deeply here; flatten them."));
        return null;
    }

    /// <summary>What Markdig parses it may refuse to draw: there, emphasis that was never closed counts as nested too.</summary>
    private static bool IsDeeperThan(int most, MarkdownDocument document)
    {
        var open = new Stack<(MarkdownObject Part, int Depth)>([(document, 0)]);
        while (open.TryPop(out var next))
        {
            if (next.Depth > most)
                return true;
            IEnumerable<MarkdownObject> parts = next.Part switch
            {
                ContainerBlock block => block,
                LeafBlock { Inline: { } inline } => [inline],
                ContainerInline inline => inline,
                _ => [],
            };
            foreach (var part in parts)
                open.Push((part, next.Depth + 1));
        }

        return false;
    }

    private static void Check(MarkdownDocument document, MarkdownProblems problems)
    {
        TreatyCheck.Run(document, problems);
        LinkCheck.Run(document, problems);
        AlertCheck.Run(document, problems);
        DiagramCheck.Run(document, problems);
    }

    private static string Render(MarkdownPipeline pipeline, IEnumerable<Block> blocks, Func<string, string>? linkRewriter, bool inline = false)
    {
        using var writer = new StringWriter { NewLine = "\n" };
        var renderer = new HtmlRenderer(writer) { LinkRewriter = linkRewriter, ImplicitParagraph = inline };
        pipeline.Setup(renderer);
        foreach (var block in blocks)
            renderer.Render(block);
        return writer.ToString().Trim();
    }
}
