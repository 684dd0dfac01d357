using System.Globalization;
using System.Net;
using System.Text;

namespace HanoiAcademy.Content.Markdown.Diagrams;

/// <summary>
/// Writes SVG with presentation attributes only: a style attribute or a script would be stopped by the site's
/// Content-Security-Policy. Sizes are whole pixels at 14 px text; widths of words are estimated, generously.
/// </summary>
internal sealed class SvgText
{
    public const int LineHeight = 18;
    private const int CharWidth = 8;
    private readonly StringBuilder _body = new();

    public static int WidthOf(string text) => text.Length * CharWidth;

    /// <summary>Breaks between words so that no line is wider than asked, except a single long word.</summary>
    public static IReadOnlyList<string> Wrap(string text, int width)
    {
        var lines = new List<string>();
        var line = new StringBuilder();
        foreach (var word in text.Split(' ', StringSplitOptions.RemoveEmptyEntries))
        {
            if (line.Length > 0 && (line.Length + 1 + word.Length) * CharWidth > width)
            {
                lines.Add(line.ToString());
                line.Clear();
            }

            line.Append(line.Length > 0 ? " " : "").Append(word);
        }

        if (line.Length > 0)
            lines.Add(line.ToString());
        return lines;
    }

    public SvgText Box(int x, int y, int width, int height)
    {
        _body.Append(CultureInfo.InvariantCulture, $"<rect class=\"d-box\" x=\"{x}\" y=\"{y}\" width=\"{width}\" height=\"{height}\" rx=\"6\" fill=\"none\" stroke=\"currentColor\"/>");
        return this;
    }

    public SvgText Dot(int x, int y)
    {
        _body.Append(CultureInfo.InvariantCulture, $"<circle class=\"d-dot\" cx=\"{x}\" cy=\"{y}\" r=\"5\" fill=\"currentColor\"/>");
        return this;
    }

    public SvgText Line(int x1, int y1, int x2, int y2, bool dashed = false)
    {
        _body.Append(CultureInfo.InvariantCulture, $"<line class=\"d-line\" x1=\"{x1}\" y1=\"{y1}\" x2=\"{x2}\" y2=\"{y2}\" stroke=\"currentColor\"{(dashed ? " stroke-dasharray=\"4 4\" stroke-opacity=\"0.5\"" : "")}/>");
        return this;
    }

    public SvgText Path(string path)
    {
        _body.Append(CultureInfo.InvariantCulture, $"<path class=\"d-line\" d=\"{path}\" fill=\"none\" stroke=\"currentColor\"/>");
        return this;
    }

    /// <summary>The tip of an arrow that points along (dx, dy), each -1, 0 or 1.</summary>
    public SvgText Tip(int x, int y, int dx, int dy)
    {
        var (ax, ay) = (x - (8 * dx) - (4 * dy), y - (8 * dy) - (4 * dx));
        var (bx, by) = (x - (8 * dx) + (4 * dy), y - (8 * dy) + (4 * dx));
        _body.Append(CultureInfo.InvariantCulture, $"<path class=\"d-tip\" d=\"M{x} {y}L{ax} {ay}L{bx} {by}Z\" fill=\"currentColor\"/>");
        return this;
    }

    /// <param name="lines">Drawn below each other.</param>
    /// <param name="x">Start or middle, as anchored.</param>
    /// <param name="y">Top of the first line.</param>
    /// <param name="anchor">start, middle or end.</param>
    /// <param name="name">Class.</param>
    public SvgText Text(IReadOnlyList<string> lines, int x, int y, string anchor, string name)
    {
        for (var i = 0; i < lines.Count; i++)
        {
            var baseline = y + (i * LineHeight) + 14;
            _body.Append(CultureInfo.InvariantCulture, $"<text class=\"{name}\" x=\"{x}\" y=\"{baseline}\" text-anchor=\"{anchor}\" fill=\"currentColor\">{WebUtility.HtmlEncode(lines[i])}</text>");
        }

        return this;
    }

    public SvgText Add(SvgText other)
    {
        _body.Append(other._body);
        return this;
    }

    public string Done(int width, int height) => string.Create(CultureInfo.InvariantCulture,
        $"<svg xmlns=\"http://www.w3.org/2000/svg\" viewBox=\"0 0 {width} {height}\" width=\"{width}\" height=\"{height}\" font-size=\"14\" direction=\"ltr\" aria-hidden=\"true\" focusable=\"false\">{_body}</svg>");
}
