using Markdig.Syntax.Inlines;

namespace HanoiAcademy.Content.Markdown.Quizzes;

/// <summary>The <c>[ ]</c> or <c>[x]</c> of a choice. It has no renderer that writes: the key must not be drawn.</summary>
internal sealed class ChoiceMark : LeafInline
{
    public required bool Correct { get; init; }
}
