using System.Globalization;
using System.Net;
using System.Text;

namespace HanoiAcademy.Server.Drills.AfterAction.Plots;

/// <summary>
/// A drawing as text: elements with attributes, every word of it escaped, no script and no style of its own (classes are the page's, and strokes are currentColor where there is no page). Time
/// runs from left to right in every language, as on a clock face.
/// </summary>
internal sealed class Svg
{
    public const int Width = 720;

    private readonly StringBuilder _text = new();

    public Svg(int height, string title, string description)
    {
        _text.Append(CultureInfo.InvariantCulture, $"<svg xmlns=\"http://www.w3.org/2000/svg\" class=\"plot\" viewBox=\"0 0 {Width} {height}\" role=\"img\" direction=\"ltr\" font-size=\"12\" font-family=\"sans-serif\" fill=\"currentColor\">");
        _text.Append(CultureInfo.InvariantCulture, $"<title>{Safe(title)}</title><desc>{Safe(description)}</desc>");
    }

    public void Line(double x1, double y1, double x2, double y2, string kind) =>
        _text.Append(CultureInfo.InvariantCulture, $"<line class=\"plot-{kind}\" x1=\"{x1:0.#}\" y1=\"{y1:0.#}\" x2=\"{x2:0.#}\" y2=\"{y2:0.#}\" stroke=\"currentColor\" stroke-opacity=\"{(kind == "grid" ? "0.2" : "0.7")}\"/>");

    public void Path(IEnumerable<(double X, double Y)> points, int series) =>
        _text.Append(CultureInfo.InvariantCulture, $"<polyline class=\"plot-line plot-s{series % 8}\" fill=\"none\" stroke=\"currentColor\" stroke-width=\"2\" stroke-dasharray=\"{Dash(series)}\" points=\"{string.Join(' ', points.Select(p => string.Create(CultureInfo.InvariantCulture, $"{p.X:0.#},{p.Y:0.#}")))}\"/>");

    public void Bar(double x, double y, double width, double height, bool isOpen = false) =>
        _text.Append(CultureInfo.InvariantCulture, $"<rect class=\"plot-bar\" x=\"{x:0.#}\" y=\"{y:0.#}\" width=\"{Math.Max(1, width):0.#}\" height=\"{height:0.#}\" fill=\"{(isOpen ? "none" : "currentColor")}\" stroke=\"currentColor\" fill-opacity=\"0.55\"/>");

    /// <summary>A mark by shape, so that it can be told from the others without colour: circle, square, triangle, diamond, ring, cross, plus, star.</summary>
    public void Mark(double x, double y, int series)
    {
        var shape = (series % 8) switch
        {
            0 => $"<circle cx=\"{N(x)}\" cy=\"{N(y)}\" r=\"4\"/>",
            1 => $"<rect x=\"{N(x - 4)}\" y=\"{N(y - 4)}\" width=\"8\" height=\"8\"/>",
            2 => $"<path d=\"M{N(x)} {N(y - 5)}L{N(x + 5)} {N(y + 4)}L{N(x - 5)} {N(y + 4)}Z\"/>",
            3 => $"<path d=\"M{N(x)} {N(y - 5)}L{N(x + 5)} {N(y)}L{N(x)} {N(y + 5)}L{N(x - 5)} {N(y)}Z\"/>",
            4 => $"<circle cx=\"{N(x)}\" cy=\"{N(y)}\" r=\"4\" fill=\"none\" stroke=\"currentColor\" stroke-width=\"2\"/>",
            5 => $"<path d=\"M{N(x - 4)} {N(y - 4)}L{N(x + 4)} {N(y + 4)}M{N(x + 4)} {N(y - 4)}L{N(x - 4)} {N(y + 4)}\" stroke=\"currentColor\" stroke-width=\"2\"/>",
            6 => $"<path d=\"M{N(x - 5)} {N(y)}L{N(x + 5)} {N(y)}M{N(x)} {N(y - 5)}L{N(x)} {N(y + 5)}\" stroke=\"currentColor\" stroke-width=\"2\"/>",
            _ => $"<rect x=\"{N(x - 4)}\" y=\"{N(y - 4)}\" width=\"8\" height=\"8\" fill=\"none\" stroke=\"currentColor\" stroke-width=\"2\"/>",
        };
        _text.Append(CultureInfo.InvariantCulture, $"<g class=\"plot-mark plot-s{series % 8}\">{shape}</g>");
    }

    /// <summary>Anchor: start, middle, end.</summary>
    public void Text(double x, double y, string text, string anchor = "start", string kind = "label") =>
        _text.Append(CultureInfo.InvariantCulture, $"<text class=\"plot-{kind}\" x=\"{x:0.#}\" y=\"{y:0.#}\" text-anchor=\"{anchor}\" unicode-bidi=\"plaintext\">{Safe(text)}</text>");

    public string End() => _text.ToString() + "</svg>";

    /// <summary>Cut to what fits into so many units of width; a letter takes about 6.5 of them.</summary>
    public static string Fit(string text, double width) => text.Length <= width / 6.5 ? text : string.Concat(text.AsSpan(0, Math.Max(1, (int)(width / 6.5) - 1)), "…");

    private static string Dash(int series) => (series % 8) switch { 0 => "none", 1 => "6 3", 2 => "2 3", 3 => "8 3 2 3", 4 => "12 4", 5 => "4 4", 6 => "1 4", _ => "10 3 3 3 3 3" };

    private static string N(double x) => x.ToString("0.#", CultureInfo.InvariantCulture);

    private static string Safe(string text) => WebUtility.HtmlEncode(new string([.. text.Where(c => !char.IsControl(c) && !char.IsSurrogate(c))]));
}
