namespace HanoiAcademy.Content.Markdown.Diagrams;

/// <summary>Who says what to whom: a column each, a row per message, label above its arrow.</summary>
internal static class SequenceDrawing
{
    private const int Margin = 8;

    public static string Draw(Diagram diagram)
    {
        var names = diagram.Names;
        var column = Math.Clamp(680 / names.Count, 130, 220);
        var heads = names.Select(n => SvgText.Wrap(n, column - 28)).ToList();
        var headHeight = (heads.Max(h => h.Count) * SvgText.LineHeight) + 12;
        var rows = new SvgText();
        var y = headHeight + 14;
        foreach (var line in diagram.Lines)
            y = Row(rows, line, Index(names, line.From), Index(names, line.To!), names.Count, column, y);

        var svg = new SvgText();
        for (var i = 0; i < names.Count; i++)
        {
            var middle = Middle(i, column);
            svg.Box(middle - (column / 2) + 6, 1, column - 12, headHeight)
                .Text(heads[i], middle, 1 + ((headHeight - (heads[i].Count * SvgText.LineHeight)) / 2), "middle", "d-name")
                .Line(middle, headHeight + 1, middle, y, dashed: true);
        }

        return svg.Add(rows).Done((2 * Margin) + (column * names.Count), y + 4);
    }

    private static int Row(SvgText svg, DiagramLine line, int from, int to, int count, int column, int y)
    {
        var (x1, x2) = (Middle(from, column), Middle(to, column));
        if (from == to)
        {
            // A loop opens to the side where there is room.
            var side = from == count - 1 && count > 1 ? -1 : 1;
            var label = SvgText.Wrap(line.Label, Math.Max(column - 24, 100));
            var height = Math.Max(1, label.Count) * SvgText.LineHeight;
            svg.Text(label, side > 0 ? x1 + 28 : x1 - 28, y, side > 0 ? "start" : "end", "d-label")
                .Path(FormattableString.Invariant($"M{x1} {y + 4}h{side * 20}v{height}h{side * -18}")).Tip(x1 + (2 * side), y + 4 + height, -side, 0);
            return y + height + 22;
        }

        var words = SvgText.Wrap(line.Label, (Math.Abs(to - from) * column) - 24);
        var bottom = y + (words.Count * SvgText.LineHeight) + 6;
        var direction = Math.Sign(x2 - x1);
        svg.Text(words, (x1 + x2) / 2, y, "middle", "d-label").Line(x1, bottom, x2, bottom).Tip(x2, bottom, direction, 0);
        return bottom + 16;
    }

    private static int Middle(int index, int column) => Margin + (column * index) + (column / 2);

    private static int Index(IReadOnlyList<string> names, string name)
    {
        for (var i = 0; i < names.Count; i++)
        {
            if (string.Equals(names[i], name, StringComparison.Ordinal))
                return i;
        }

        return 0;
    }
}
