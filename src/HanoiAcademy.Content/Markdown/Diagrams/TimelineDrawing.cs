namespace HanoiAcademy.Content.Markdown.Diagrams;

/// <summary>Downwards, because time then fits a phone as well as a page.</summary>
internal static class TimelineDrawing
{
    private const int Width = 600;

    public static string Draw(Diagram diagram)
    {
        var svg = new SvgText();
        var first = Math.Clamp(diagram.Lines.Max(l => SvgText.WidthOf(l.From)) + 12, 60, 180);
        var line = first + 14;
        var y = 6;
        var middles = new List<int>();
        foreach (var entry in diagram.Lines)
        {
            var when = SvgText.Wrap(entry.From, first - 8);
            var what = SvgText.Wrap(entry.Label, Width - line - 24);
            middles.Add(y + 9);
            svg.Text(when, 4, y, "start", "d-name").Text(what, line + 18, y, "start", "d-label");
            y += (Math.Max(when.Count, what.Count) * SvgText.LineHeight) + 12;
        }

        svg.Line(line, middles[0], line, middles[^1]);
        foreach (var middle in middles)
            svg.Dot(line, middle);
        return svg.Done(Width, y);
    }
}
