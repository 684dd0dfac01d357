using System.Collections.Immutable;
using System.Globalization;
using HanoiAcademy.Server.Drills.AfterAction.Document;
using HanoiAcademy.Server.Drills.Pages;

namespace HanoiAcademy.Server.Drills.AfterAction.Plots;

/// <summary>One line a team over drill time, told apart by the shape of its marks and its dashes, with a legend of words.</summary>
internal static class LinePlot
{
    private const int Left = 40;
    private const int Right = 12;
    private const int High = 200;
    private const int Marks = 12;

    /// <param name="at">Drill ms, ascending.</param>
    public static PlotBlock Of(string id, string caption, string description, string when, IReadOnlyList<long> at, IReadOnlyList<(string Name, IReadOnlyList<int> Values)> series)
    {
        var legend = (series.Count + 1) / 2;
        var svg = new Svg(High + 40 + legend * 18, caption, description);
        var (low, high) = (Math.Min(0, series.SelectMany(s => s.Values).DefaultIfEmpty(0).Min()), Math.Max(1, series.SelectMany(s => s.Values).DefaultIfEmpty(1).Max()));
        // No line leaves the scale: it ends at the step above the highest value, and the one below the lowest.
        var step = Step(low, high);
        (low, high) = ((int)Math.Floor((double)low / step) * step, (int)Math.Ceiling((double)high / step) * step);
        var last = Math.Max(1, at[^1]);
        double X(long ms) => Left + (Svg.Width - Left - Right) * (double)ms / last;
        double Y(int value) => 10 + (High - 10) * (double)(high - value) / (high - low);
        for (var value = low; value <= high; value += step)
        {
            svg.Line(Left, Y(value), Svg.Width - Right, Y(value), value == 0 ? "axis" : "grid");
            svg.Text(Left - 6, Y(value) + 4, value.ToString(CultureInfo.InvariantCulture), "end", "tick");
        }

        foreach (var tick in TimeAxis.Ticks(last))
            svg.Text(X(tick), High + 18, DrillTimes.T(tick), TimeAxis.Anchor(tick, last), "tick");
        for (var n = 0; n < series.Count; n++)
        {
            svg.Path(at.Select((ms, i) => (X(ms), Y(series[n].Values[i]))), n);
            // Marks of several lines at one place would hide each other.
            for (var i = n % 3; i < at.Count; i += Math.Max(1, at.Count / Marks))
                svg.Mark(X(at[i]), Y(series[n].Values[i]), n);
            var (x, y) = (Left + n % 2 * ((Svg.Width - Left) / 2), High + 36 + n / 2 * 18);
            svg.Mark(x + 4, y, n);
            svg.Text(x + 14, y + 4, Svg.Fit(series[n].Name, (Svg.Width - Left) / 2.0 - 20));
        }

        return new PlotBlock(id, caption, svg.End(), Figures(id, caption, when, at, series));
    }

    private static TableBlock Figures(string id, string caption, string when, IReadOnlyList<long> at, IReadOnlyList<(string Name, IReadOnlyList<int> Values)> series)
    {
        var rows = Enumerable.Range(0, at.Count).Where(i => i % 5 == 0 || i == at.Count - 1).ToList();
        return new TableBlock(id, caption, [new(when, "time", 2), .. series.Select(s => new Column(s.Name, "number", 2))],
            [.. rows.Select(i => (ImmutableArray<Cell>)[new([new Run(DrillTimes.T(at[i]), IsLeftToRight: true)]), .. series.Select(s => Cell.Of(s.Values[i].ToString(CultureInfo.InvariantCulture)))])]);
    }

    private static int Step(int low, int high) => new[] { 1, 2, 5, 10, 20, 25, 50, 100, 200, 500, 1_000, 5_000, 10_000 }.FirstOrDefault(s => (high - low) / s <= 6, Math.Max(1, (high - low) / 6));
}
