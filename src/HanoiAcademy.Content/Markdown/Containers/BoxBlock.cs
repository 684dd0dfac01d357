using Markdig.Parsers;

namespace HanoiAcademy.Content.Markdown.Containers;

/// <summary>What stands between <c>::: name</c> and <c>:::</c>.</summary>
internal sealed class BoxBlock(BlockParser parser) : Markdig.Syntax.ContainerBlock(parser)
{
    /// <summary>As written, known or not.</summary>
    public required string Name { get; init; }

    /// <summary>What else stood in the opening line, outside the braces.</summary>
    public required string Rest { get; init; }

    /// <summary>False when the file (or the list around it) ended first.</summary>
    public bool HasEnd { get; set; }
}
