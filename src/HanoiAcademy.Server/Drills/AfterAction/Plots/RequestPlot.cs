using System.Collections.Immutable;
using HanoiAcademy.Drills.Reports;
using HanoiAcademy.Server.Drills.AfterAction.Document;
using HanoiAcademy.Server.Drills.AfterAction.Parts;
using HanoiAcademy.Server.Drills.Pages;

namespace HanoiAcademy.Server.Drills.AfterAction.Plots;

/// <summary>The requests on one line of time: what the senders did stands above a request's line (circles), what the receivers did below it (squares), each mark numbered as in the legend.</summary>
internal static class RequestPlot
{
    private const int Row = 62;
    private const int Top = 24;
    private const int Left = 12;
    private const int Apart = 26;

    /// <summary>Drawn; the figures below have all.</summary>
    public const int Most = 30;

    /// <summary>In the order in which they usually come; their place is their number.</summary>
    private static readonly ImmutableArray<string> Steps =
        ["draft", "authorised", "sent", "acknowledged", "verified", "forwarded", "returned", "supplemented", "consulting", "narrowed", "postponed", "granted", "refused", "executed", "closed"];

    public static PlotBlock Of(AfterActionSource s)
    {
        var all = s.Report.Requests.Where(r => r.Clock.Steps.Length > 0).OrderBy(r => r.Clock.Steps[0].At).ToList();
        var shown = all.Take(Most).ToList();
        var used = Steps.Where(step => all.Any(r => r.Clock.Steps.Any(x => x.What == step))).ToList();
        var last = Math.Max(1, Math.Max(s.Report.At, shown.Max(r => r.Clock.Steps.Max(x => x.At))));
        var legend = (used.Count + 3) / 4;
        var svg = new Svg(Top + shown.Count * Row + 12 + legend * 18, s.T("request-plot"), s.T("request-plot-what"));
        double X(long at) => Left + (Svg.Width - Left - 20) * (double)at / last;
        foreach (var tick in TimeAxis.Ticks(last))
        {
            svg.Text(X(tick), 14, DrillTimes.T(tick), TimeAxis.Anchor(tick, last), "tick");
            svg.Line(X(tick), Top - 4, X(tick), Top + shown.Count * Row, "grid");
        }

        foreach (var (r, n) in shown.Select((r, n) => (r, n)))
            Draw(svg, s, r, Top + n * Row, X, used);
        for (var n = 0; n < used.Count; n++)
            svg.Text(Left + n % 4 * (Svg.Width / 4), Top + shown.Count * Row + 18 + n / 4 * 18, $"{n + 1} {s.Word("drills.report.request-status", used[n])}", kind: "tick");
        return new PlotBlock("request-line", s.T("request-plot"), svg.End(), Figures(s, all, used)) { Chart = Charts.None };
    }

    private static void Draw(Svg svg, AfterActionSource s, RequestReport r, int top, Func<long, double> x, List<string> used)
    {
        svg.Text(Left, top + 12, Svg.Fit(RequestsPart.Name(s, r), Svg.Width - 2 * Left));
        var middle = top + 40;
        svg.Line(x(r.Clock.Steps[0].At), middle, Math.Max(x(r.Clock.Steps.Max(step => step.At)), x(r.Clock.Steps[0].At) + 4), middle, "axis");
        foreach (var side in r.Clock.Steps.Where(step => used.Contains(step.What)).OrderBy(step => step.At).GroupBy(step => step.Side == "sender"))
        {
            var places = Spread([.. side.Select(step => x(step.At))]);
            foreach (var (step, n) in side.Select((step, n) => (step, n)))
                Mark(side.Key, places[n], step.What);
        }

        void Mark(bool isSender, double at, string what)
        {
            svg.Mark(at, isSender ? middle - 9 : middle + 9, isSender ? 0 : 1);
            svg.Text(at + 6, isSender ? middle - 6 : middle + 14, (used.IndexOf(what) + 1).ToString(System.Globalization.CultureInfo.InvariantCulture), kind: "tick");
        }
    }

    /// <summary>Two that came in one minute would stand on each other: the later one gives way, and at the edge those before it.</summary>
    private static double[] Spread(double[] at)
    {
        for (var n = 1; n < at.Length; n++)
            at[n] = Math.Max(at[n], at[n - 1] + Apart);
        var edge = (double)(Svg.Width - 20);
        for (var n = at.Length - 1; n >= 0; n--, edge -= Apart)
            at[n] = edge = Math.Min(at[n], edge);
        return at;
    }

    private static TableBlock Figures(AfterActionSource s, List<RequestReport> all, List<string> used) => new("request-line", s.T("request-plot"),
        [new(s.T("request"), Share: 4), new(s.T("step"), Share: 3), new(s.T("side"), Share: 2), new(s.Shared("drills.report.when"), "time", 2), new(s.T("story-time"), "time", 3)],
        [.. all.SelectMany(r => r.Clock.Steps.Where(step => used.Contains(step.What)).Select(step => ImmutableArray.Create(
            Cell.Of(RequestsPart.Name(s, r)), Cell.Of(s.Word("drills.report.request-status", step.What)), Cell.Of(s.T("side-" + (step.Side == "sender" ? "sender" : "receiver"))),
            new Cell([s.Time(step.At)]), new Cell([new Run(DrillTimes.Story(step.Story, 0) + " UTC", IsLeftToRight: true)]))))]);
}
