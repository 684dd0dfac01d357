using System.Collections.Immutable;
using HanoiAcademy.Drills.Reports;
using HanoiAcademy.Server.Drills.AfterAction.Document;

namespace HanoiAcademy.Server.Drills.AfterAction.Parts;

internal static class DecisionsPart
{
    public static IEnumerable<Block> Of(AfterActionSource s)
    {
        var all = s.Report.Teams.SelectMany(t => t.Decisions.Select(d => (Team: t, Decision: d))).ToList();
        if (all.Count == 0)
            yield break;
        yield return new HeadingBlock(1, s.Shared("drills.report.decisions"), "decisions");
        foreach (var team in s.Report.Teams.Where(t => t.Timings.DecisionMedianMs is not null))
            yield return new ParagraphBlock(Sentences.Plain(s.T("decision-times", s.TeamName(team), s.Length(team.Timings.DecisionMedianMs!.Value), s.Length(team.Timings.DecisionSlowestMs!.Value), team.Timings.DecisionsLapsed)));
        yield return new TableBlock("decisions", s.Shared("drills.report.decisions"),
            [new(s.T("team"), Share: 2), new(s.Shared("drills.report.decision"), Share: 3), new(s.Shared("drills.report.opened"), "time", 2), new(s.Shared("drills.report.taken"), "time", 2), new(s.T("took"), Share: 2), new(s.Shared("drills.report.choice"), Share: 5), new(s.Shared("drills.report.by"), Share: 2)],
            [.. all.Select(x => Row(s, x.Team, x.Decision))]);
        if (all.Any(x => x.Decision.TookMs is not null))
            yield return Plots.DecisionPlot.Of(s, [.. all]);
        if (all.Count(x => x.Decision.TookMs is not null || x.Decision is { State: "lapsed", DeadlineAt: not null }) is > Plots.DecisionPlot.Most and var drawn)
            yield return new ParagraphBlock(Sentences.Plain(s.T("plot-first", Plots.DecisionPlot.Most, drawn)), Tones.Muted);
    }

    private static ImmutableArray<Cell> Row(AfterActionSource s, TeamReport team, DecisionReport d) =>
    [
        Cell.Of(s.TeamName(team)),
        Cell.Of(d.Title),
        new([s.Time(d.OpenedAt)]),
        new([.. d.At is { } at ? new[] { s.Time(at), new Run(" ") } : [], new Run(s.Word("drills.report.state", d.State)), .. d.TypedIn ? ObjectivesPart.TypedIn(s) : []], d.State == "lapsed" ? Tones.Bad : Tones.Plain),
        Cell.Of(d.TookMs is { } took ? s.Length(took) : "–"),
        new([.. Sentences.Plain(d.Option ?? ""), .. Sentences.Written(d.Reason is { Length: > 0 } reason ? $" “{reason}”" : null), .. d.Consequence is { Length: > 0 } came ? new[] { new Run(" " + came, Tone: Tones.Muted) } : []]),
        new([new Run(s.Who(d.Seat, d.At), IsWritten: true)]),
    ];
}
