using System.Collections.Immutable;
using System.Globalization;
using HanoiAcademy.Drills.Reports;
using HanoiAcademy.Server.Drills.AfterAction.Document;

namespace HanoiAcademy.Server.Drills.AfterAction.Plots;

/// <summary>How long each decision took, as bars; an empty bar is one that lapsed.</summary>
internal static class DecisionPlot
{
    private const int Row = 34;

    /// <summary>Drawn; the figures below have all.</summary>
    public const int Most = 30;

    public static PlotBlock Of(AfterActionSource s, IReadOnlyList<(TeamReport Team, DecisionReport Decision)> all)
    {
        var timed = all.Select(x => (x.Team, x.Decision, Ms: x.Decision.TookMs ?? (x.Decision.State == "lapsed" ? x.Decision.DeadlineAt - x.Decision.OpenedAt : null))).Where(x => x.Ms is not null).ToList();
        var shown = timed.Take(Most).ToList();
        var longest = Math.Max(1, shown.Max(x => x.Ms!.Value));
        var svg = new Svg(shown.Count * Row + 6, s.T("decision-plot"), s.T("decision-plot-what"));
        foreach (var (x, n) in shown.Select((x, n) => (x, n)))
        {
            var width = (Svg.Width - 130) * (double)x.Ms!.Value / longest;
            svg.Text(4, n * Row + 14, Svg.Fit($"{x.Decision.Title} ({s.TeamName(x.Team)})", Svg.Width - 8));
            svg.Bar(4, n * Row + 18, width, 10, x.Decision.State == "lapsed");
            svg.Text(width + 12, n * Row + 27, s.Length(x.Ms.Value) + (x.Decision.State == "lapsed" ? $" · {s.Word("drills.report.state", "lapsed")}" : ""), kind: "tick");
        }

        return new PlotBlock("decision-times", s.T("decision-plot"), svg.End(), new TableBlock("decision-times", s.T("decision-plot"),
            [new(s.Shared("drills.report.decision"), Share: 4), new(s.T("took-minutes"), "number"), new(s.T("state"), Share: 1)],
            [.. timed.Select(x => ImmutableArray.Create(Cell.Of(x.Decision.Title), Cell.Of((x.Ms!.Value / 60_000m).ToString("0.0", CultureInfo.InvariantCulture)), Cell.Of(s.Word("drills.report.state", x.Decision.State))))]));
    }
}
