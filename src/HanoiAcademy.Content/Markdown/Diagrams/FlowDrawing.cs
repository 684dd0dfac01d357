namespace HanoiAcademy.Content.Markdown.Diagrams;

/// <summary>
/// Boxes in layers from top to bottom: a box stands below everything that leads to it; an arrow that goes back or
/// skips layers runs around. Labels stand where the arrow enters its box, where they do not meet.
/// </summary>
internal static class FlowDrawing
{
    private const int BoxWidth = 168;
    private const int Gap = 24;
    private const int Margin = 24;

    // A label stands beside its arrow, from the middle of the box to a little beyond its edge.
    private const int LabelWidth = (BoxWidth / 2) + 12;

    public static string Draw(Diagram diagram)
    {
        var names = diagram.Names;
        var layers = Layers(diagram, names);
        var rows = names.GroupBy(n => layers[n]).OrderBy(g => g.Key).Select(g => g.ToList()).ToList();
        var inside = rows.Max(r => (r.Count * BoxWidth) + ((r.Count - 1) * Gap));
        var width = inside + (2 * Margin) + (diagram.Lines.Any(l => layers[l.To!] <= layers[l.From] || layers[l.To!] > layers[l.From] + 1) ? 2 * Gap : 0);

        var svg = new SvgText();
        var boxes = new Dictionary<string, (int X, int Y, int Height)>(StringComparer.Ordinal);
        var y = 1;
        foreach (var row in rows)
        {
            // The words of the arrows that enter this row need room above it.
            var labels = row.Max(n => diagram.Lines.Where(l => l.To == n && l.Label.Length > 0).Sum(l => SvgText.Wrap(l.Label, LabelWidth).Count));
            var entered = row.Exists(n => diagram.Lines.Any(l => l.To == n));
            y += entered ? (labels * SvgText.LineHeight) + 44 : 0;
            var height = (row.Max(n => SvgText.Wrap(n, BoxWidth - 16).Count) * SvgText.LineHeight) + 14;
            var x = (width - ((row.Count * BoxWidth) + ((row.Count - 1) * Gap))) / 2;
            foreach (var name in row)
            {
                var words = SvgText.Wrap(name, BoxWidth - 16);
                svg.Box(x, y, BoxWidth, height).Text(words, x + (BoxWidth / 2), y + ((height - (words.Count * SvgText.LineHeight)) / 2), "middle", "d-name");
                boxes[name] = (x, y, height);
                x += BoxWidth + Gap;
            }

            y += height;
        }

        foreach (var group in diagram.Lines.GroupBy(l => l.To!))
        {
            var above = 0;
            foreach (var line in group)
                above = Arrow(svg, line, boxes, layers, width, above);
        }

        return svg.Done(width, y + (diagram.Lines.Any(l => layers[l.To!] <= layers[l.From]) ? 12 : 2));
    }

    private static int Arrow(SvgText svg, DiagramLine line, Dictionary<string, (int X, int Y, int Height)> boxes, Dictionary<string, int> layers, int width, int above)
    {
        var (from, to) = (boxes[line.From], boxes[line.To!]);
        var (x1, y1, x2, y2) = (from.X + (BoxWidth / 2), from.Y + from.Height, to.X + (BoxWidth / 2), to.Y);
        var words = SvgText.Wrap(line.Label, LabelWidth);
        if (layers[line.To!] == layers[line.From] + 1)
        {
            var bend = y1 + 14;
            svg.Path(FormattableString.Invariant($"M{x1} {y1}V{bend}H{x2}V{(above > 0 ? bend : y2 - 2)}"));
        }
        else
        {
            // Around: down (or up) a lane at the edge that is nearer.
            var lane = x1 + x2 > width ? width - Margin - 4 : Margin + 4;
            var bend = y1 + 8;
            svg.Path(FormattableString.Invariant($"M{x1} {y1}V{bend}H{lane}V{y2 - 14}H{x2}V{y2 - 2}"));
        }

        svg.Tip(x2, y2, 0, 1);
        svg.Text(words, x2 + 8, y2 - 14 - above - (words.Count * SvgText.LineHeight), "start", "d-label");
        return above + (words.Count * SvgText.LineHeight);
    }

    // Longest way from a start; an arrow that closes a circle does not count.
    private static Dictionary<string, int> Layers(Diagram diagram, IReadOnlyList<string> names)
    {
        var layers = names.ToDictionary(n => n, _ => 0, StringComparer.Ordinal);
        var forward = new List<DiagramLine>();
        foreach (var line in diagram.Lines)
        {
            if (!Reaches(forward, line.To!, line.From))
                forward.Add(line);
        }

        for (var round = 0; round < names.Count; round++)
        {
            foreach (var line in forward)
                layers[line.To!] = Math.Max(layers[line.To!], layers[line.From] + 1);
        }

        return layers;
    }

    private static bool Reaches(List<DiagramLine> lines, string from, string to)
    {
        var seen = new HashSet<string>(StringComparer.Ordinal) { from };
        var open = new Queue<string>(seen);
        while (open.TryDequeue(out var name))
        {
            if (string.Equals(name, to, StringComparison.Ordinal))
                return true;
            foreach (var line in lines.Where(l => string.Equals(l.From, name, StringComparison.Ordinal) && seen.Add(l.To!)))
                open.Enqueue(line.To!);
        }

        return false;
    }
}
