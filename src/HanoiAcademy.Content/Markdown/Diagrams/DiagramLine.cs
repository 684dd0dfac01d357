namespace HanoiAcademy.Content.Markdown.Diagrams;

/// <summary>
/// One line: <c>from -&gt; to: label</c>, or in a timeline <c>when: what</c> (then <paramref name="To"/> is null).
/// </summary>
internal sealed record DiagramLine(string From, string? To, string Label);
