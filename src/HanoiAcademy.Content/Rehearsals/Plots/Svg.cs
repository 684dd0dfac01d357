using System.Globalization;
using System.Net;
using System.Text;

namespace HanoiAcademy.Content.Rehearsals.Plots;

/// <summary>Writes one drawing. Every text is escaped; numbers are written the same on every machine.</summary>
internal sealed class Svg
{
    private readonly StringBuilder _text = new();
    private readonly int _width;
    private readonly int _height;
    private readonly string _title;

    /// <param name="width">In CSS pixels.</param>
    /// <param name="height">In CSS pixels.</param>
    /// <param name="title">What it shows, read out in its place; the numbers stand in a table beside it.</param>
    public Svg(int width, int height, string title) => (_width, _height, _title) = (width, height, title);

    public static string Escape(string text) => WebUtility.HtmlEncode(text);

    public Svg Rect(double x, double y, double width, double height, string style, string? tip = null) =>
        Add($"<rect x='{N(x)}' y='{N(y)}' width='{N(width)}' height='{N(height)}' class='{style}'>{Tip(tip)}</rect>");

    public Svg Line(double x1, double y1, double x2, double y2, string style) =>
        Add($"<line x1='{N(x1)}' y1='{N(y1)}' x2='{N(x2)}' y2='{N(y2)}' class='{style}'/>");

    public Svg Circle(double x, double y, double radius, string style, string? tip = null) =>
        Add($"<circle cx='{N(x)}' cy='{N(y)}' r='{N(radius)}' class='{style}'>{Tip(tip)}</circle>");

    /// <param name="anchor">start, middle or end.</param>
    public Svg Text(double x, double y, string text, string anchor = "start", string style = "t") =>
        Add($"<text x='{N(x)}' y='{N(y)}' text-anchor='{anchor}' class='{style}'>{Escape(text)}</text>");

    public override string ToString() =>
        $"<svg role='img' aria-label='{Escape(_title)}' viewBox='0 0 {_width} {_height}' width='{_width}' height='{_height}' xmlns='http://www.w3.org/2000/svg'><title>{Escape(_title)}</title>{_text}</svg>";

    private static string Tip(string? tip) => tip is null ? "" : $"<title>{Escape(tip)}</title>";

    private static string N(double value) => Math.Round(value, 1).ToString(CultureInfo.InvariantCulture);

    private Svg Add(string element)
    {
        _text.Append(element);
        return this;
    }
}
