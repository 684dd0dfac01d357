using HanoiAcademy.Content.Markdown.Containers;
using Markdig.Helpers;
using Markdig.Parsers;
using Markdig.Syntax;

namespace HanoiAcademy.Content.Markdown.Quizzes;

/// <summary>
/// Only at the very start of a list item that stands directly in a quiz; everywhere else <c>[x]</c> stays text.
/// Runs before links, or a definition of <c>[x]: …</c> somewhere in the file would make the key vanish.
/// </summary>
internal sealed class ChoiceMarkParser : InlineParser
{
    public ChoiceMarkParser() => OpeningCharacters = ['['];

    public override bool Match(InlineProcessor processor, ref StringSlice slice)
    {
        if (processor.Block is not ParagraphBlock { Parent: ListItemBlock { Parent: ListBlock { IsOrdered: false, Parent: BoxBlock { Name: "quiz" } } } item } paragraph
            || item[0] != paragraph
            || paragraph.Inline?.FirstChild is not null
            || slice.PeekChar(2) != ']' || slice.PeekChar(3) is not (' ' or '\t')
            || slice.PeekChar(1) is not (' ' or 'x' or 'X'))
            return false;

        var start = processor.GetSourcePosition(slice.Start, out var line, out var column);
        processor.Inline = new ChoiceMark { Correct = slice.PeekChar(1) != ' ', Span = new(start, start + 2), Line = line, Column = column };
        slice.Start += 4;
        slice.TrimStart();
        return true;
    }
}
