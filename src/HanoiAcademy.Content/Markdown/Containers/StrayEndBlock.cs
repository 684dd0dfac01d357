using Markdig.Parsers;
using Markdig.Syntax;

namespace HanoiAcademy.Content.Markdown.Containers;

/// <summary>A <c>:::</c> that closes nothing: kept so that it can be reported, drawn as nothing.</summary>
internal sealed class StrayEndBlock(BlockParser parser) : LeafBlock(parser);
