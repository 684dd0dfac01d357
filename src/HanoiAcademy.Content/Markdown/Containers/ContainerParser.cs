using Markdig.Parsers;
using Markdig.Syntax;

namespace HanoiAcademy.Content.Markdown.Containers;

/// <summary>
/// A closing <c>:::</c> always ends the innermost open container, whatever the number of colons: Markdig's own fenced
/// containers let it end the outermost one of that length, so that two nested boxes lose their order silently.
/// </summary>
internal sealed class ContainerParser : BlockParser, IAttributesParseable
{
    public ContainerParser() => OpeningCharacters = [':'];

    public TryParseAttributesDelegate? TryParseAttributes { get; set; }

    public override BlockState TryOpen(BlockProcessor processor)
    {
        var line = processor.Line;
        if (processor.IsCodeIndent || !IsFence(line.Text, line.Start, line.End, out var afterFence))
            return BlockState.None;

        line.Start = afterFence;
        line.TrimStart();
        if (line.IsEmptyOrWhitespace())
        {
            processor.NewBlocks.Push(Place(new StrayEndBlock(this), processor));
            return BlockState.BreakDiscard;
        }

        // Braces are cut off the line by the attribute parser, which writes them to the block it is given.
        var holder = new StrayEndBlock(this);
        TryParseAttributes?.Invoke(processor, ref line, holder);
        var words = line.ToString().Trim().Split(' ', 2, StringSplitOptions.TrimEntries);
        var block = Place(new BoxBlock(this) { Name = words[0], Rest = words.Length > 1 ? words[1] : "" }, processor);
        if (Markdig.Renderers.Html.HtmlAttributesExtensions.TryGetAttributes(holder) is { } attributes)
            Markdig.Renderers.Html.HtmlAttributesExtensions.SetAttributes(block, attributes);
        processor.NewBlocks.Push(block);
        return BlockState.ContinueDiscard;
    }

    public override BlockState TryContinue(BlockProcessor processor, Block block)
    {
        var line = processor.Line;
        if (processor.IsCodeIndent
            || !IsFence(line.Text, line.Start, line.End, out var afterFence)
            || line.Text.AsSpan(afterFence, line.End + 1 - afterFence).Trim() is not []
            || SomethingInsideTakesIt(processor, (BoxBlock)block))
        {
            // Give back the indentation that was skipped to look for the fence: lists inside depend on it.
            processor.GoToColumn(processor.ColumnBeforeIndent);
            return BlockState.Continue;
        }

        ((BoxBlock)block).HasEnd = true;
        block.UpdateSpanEnd(line.End);
        return BlockState.BreakDiscard;
    }

    private static T Place<T>(T block, BlockProcessor processor) where T : Block
    {
        block.Column = processor.Column;
        block.Line = processor.LineIndex;
        block.Span = new(processor.Start, processor.Line.End);
        return block;
    }

    private static bool IsFence(string text, int start, int end, out int after)
    {
        after = start;
        while (after <= end && text[after] == ':')
            after++;
        return after - start >= 3;
    }

    // Outer blocks are asked before inner ones: leave the line to an inner container or to code. (Block.IsOpen does
    // not tell: it is false for all of them while a line is being given out.)
    private static bool SomethingInsideTakesIt(BlockProcessor processor, BoxBlock block)
    {
        for (Block? inner = block.LastChild; inner is not null && processor.IsOpen(inner); inner = (inner as Markdig.Syntax.ContainerBlock)?.LastChild)
        {
            if (inner is BoxBlock or FencedCodeBlock)
                return true;
        }

        return false;
    }
}
