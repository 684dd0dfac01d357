using System.Globalization;
using HanoiAcademy.Server.Drills.AfterAction.Plots;

namespace HanoiAcademy.Server.Figures;

/// <summary>One figure over the drills in order of time, a line a team; where nothing was measured the line has a gap.</summary>
internal static class OverTimePlot
{
    private const int Left = 44;
    private const int Right = 12;
    private const int High = 180;
    private const int MostLines = 8;
    private const int MostTicks = 12;

    /// <summary>Null where fewer than two drills have the figure: a point is no line.</summary>
    public static string? Of(Measure measure, ScenarioOverTime shown, string title, string description)
    {
        var drills = shown.Teams.SelectMany(team => team.Lines).Select(line => line.Drill).DistinctBy(drill => drill.Id).OrderBy(AgencyFigures.Moment).ThenBy(drill => drill.Id, StringComparer.Ordinal).ToList();
        var place = drills.Select((drill, n) => (drill.Id, n)).ToDictionary(pair => pair.Id, pair => pair.n, StringComparer.Ordinal);
        var lines = shown.Teams.Select(team => (team.Name, Points: team.Lines.Where(line => measure.Value(line.Figure) is not null).Select(line => (At: place[line.Drill.Id], Value: (double)measure.Value(line.Figure)!.Value)).ToList()))
            .Where(line => line.Points.Count > 0).Take(MostLines).ToList();
        if (drills.Count < 2 || lines.All(line => line.Points.Count < 2))
            return null;
        var svg = new Svg(High + 36 + (lines.Count + 1) / 2 * 18, title, description);
        var high = Math.Max(1, lines.SelectMany(line => line.Points).Max(point => point.Value));
        double X(int at) => Left + (Svg.Width - Left - Right) * (double)at / (drills.Count - 1);
        double Y(double value) => 10 + (High - 10) * (high - value) / high;
        foreach (var share in new[] { 0, 0.25, 0.5, 0.75, 1 })
        {
            svg.Line(Left, Y(high * share), Svg.Width - Right, Y(high * share), share == 0 ? "axis" : "grid");
            svg.Text(Left - 6, Y(high * share) + 4, (high * share).ToString("0.#", CultureInfo.InvariantCulture), "end", "tick");
        }

        for (var at = 0; at < drills.Count; at += Math.Max(1, (drills.Count + MostTicks - 1) / MostTicks))
            svg.Text(X(at), High + 18, (at + 1).ToString(CultureInfo.InvariantCulture), at == 0 ? "start" : "middle", "tick");
        for (var n = 0; n < lines.Count; n++)
        {
            var (name, points) = lines[n];
            for (var from = 0; from < points.Count;)
            {
                var to = from;
                while (to + 1 < points.Count && points[to + 1].At == points[to].At + 1)
                    to++;
                svg.Path(points[from..(to + 1)].Select(point => (X(point.At), Y(point.Value))), n);
                from = to + 1;
            }

            foreach (var (at, value) in points)
                svg.Mark(X(at), Y(value), n);
            var (x, y) = (Left + n % 2 * ((Svg.Width - Left) / 2), High + 34 + n / 2 * 18);
            svg.Mark(x + 4, y, n);
            svg.Text(x + 14, y + 4, Svg.Fit(name, (Svg.Width - Left) / 2.0 - 20));
        }

        return svg.End();
    }
}
