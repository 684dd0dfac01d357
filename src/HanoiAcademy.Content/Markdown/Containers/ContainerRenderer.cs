using HanoiAcademy.Content.Yaml;
using Markdig.Renderers;
using Markdig.Renderers.Html;

namespace HanoiAcademy.Content.Markdown.Containers;

/// <summary>
/// Draws the boxes that hold only text. Questions, tasks and what the trainer reads are taken out of the document by
/// who needs them and are never drawn here, so that no key and no trainer's note can slip into a page.
/// </summary>
internal sealed class ContainerRenderer : HtmlObjectRenderer<BoxBlock>
{
    protected override void Write(HtmlRenderer renderer, BoxBlock block)
    {
        if (!WireNames<ContainerKind>.All.TryGetValue(block.Name, out var kind) || Look(kind) is not var (title, name))
            return;
        renderer.EnsureLine();
        renderer.Write("<section class=\"").Write(name).WriteLine("\">");
        renderer.Write("<p class=\"box-title\">").WriteEscape(title).WriteLine("</p>");
        renderer.WriteChildren(block);
        renderer.EnsureLine();
        renderer.WriteLine("</section>");
    }

    private static (string Title, string Class)? Look(ContainerKind kind) => kind switch
    {
        ContainerKind.Case => (MarkdownWords.Case, "case"),
        ContainerKind.Example => (MarkdownWords.Example, "worked-example"),
        ContainerKind.Says => (MarkdownWords.Says, "box says"),
        ContainerKind.Concern => (MarkdownWords.Concern, "box concern"),
        ContainerKind.Safeguard => (MarkdownWords.Safeguard, "box safeguard"),
        _ => null,
    };
}

internal sealed class StrayEndRenderer : HtmlObjectRenderer<StrayEndBlock>
{
    protected override void Write(HtmlRenderer renderer, StrayEndBlock obj)
    {
    }
}
