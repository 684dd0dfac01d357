using System.Collections.Immutable;
using System.Globalization;
using HanoiAcademy.Drills.Reports;
using HanoiAcademy.Server.Drills.AfterAction.Document;
using HanoiAcademy.Server.Drills.Pages;

namespace HanoiAcademy.Server.Drills.AfterAction.Parts;

/// <summary>What was exercised, by whom, how long, and how it ended: what a reader with one minute reads.</summary>
internal static class SummaryPart
{
    public static IEnumerable<Block> Of(AfterActionSource s)
    {
        var r = s.Report;
        yield return new HeadingBlock(1, s.T("summary"), "summary");
        if (r.Assumption.Length > 0)
            yield return new ParagraphBlock([new Run(r.Assumption, Tone: Tones.Muted)]);
        yield return new ParagraphBlock(s.Say((r.Status == "ended" ? "summary-ended" : "summary-going") + (r.PlannedMs > 0 ? "" : "-unplanned"), [new Run(r.Title, IsBold: true)], [new Run(s.Length(r.At))], [new Run(s.Length(r.PlannedMs))]));
        if (r.End is { Length: > 0 } end)
            yield return new ParagraphBlock(s.Say("summary-end", [new Run(end)]));
        var judged = r.Teams.SelectMany(t => t.Objectives).Where(o => o.State != "open").ToList();
        if (judged.Count > 0)
        {
            // Each stands in one of them, so that they add up.
            int Counting(string what) => judged.Count(o => o.State == what && o.Voided is null);
            var struck = judged.Count(o => o.Voided is not null);
            yield return new ParagraphBlock(Sentences.Plain(s.T("summary-objectives", Counting("won"), Counting("partly"), Counting("missed"), Counting("marked"), judged.Count) + (struck > 0 ? " " + s.T("summary-struck", struck) : "")));
        }

        if (r.Teams.Any(team => team.Of + team.ToJudge > 0))
            yield return new ParagraphBlock([new Run(s.Shared("drills.report.drill-score", r.Score), IsBold: true)]);
        foreach (var team in r.Teams)
            if (team.Out is { } gone)
                yield return new ParagraphBlock([new Run(s.TeamName(team) + ": ", IsBold: true), new Run(s.Shared("drills.report.out", DrillTimes.T(gone.At, seconds: true), s.Who(gone.Seat, gone.At)) + " "), new Run($"“{gone.Reason}”", IsWritten: true), new Run(" "), s.Row(gone.ProofVersion)], Tones.Watch);
        yield return Teams(s);
    }

    private static TableBlock Teams(AfterActionSource s) => new("summary", s.T("teams"),
        [new(s.T("team"), Share: 3), new(s.T("score"), "number"), new(s.T("points-won"), "number"), new(s.T("decisions-short"), "number"), new(s.T("median-decision")), new(s.T("to-preserve")), new(s.T("to-acknowledge")), new(s.T("custody-gaps"), "number"), new(s.T("unanswered"), "number")],
        [.. s.Report.Teams.Select(t => Row(s, t))]);

    private static ImmutableArray<Cell> Row(AfterActionSource s, TeamReport t)
    {
        var of = t.Of + t.MarkedOf;
        string Span(long? ms) => ms is { } some ? s.Length(some) : "–";
        return
        [
            Cell.Of(s.TeamName(t)),
            Cell.Of(of > 0 ? t.Score.ToString(CultureInfo.InvariantCulture) : "–"),
            Cell.Of(of > 0 ? s.T("points-of", t.Won + t.Marked - t.Penalties, of) : "–"),
            Cell.Of(t.Timings.DecisionsLapsed > 0 ? s.T("decisions-count-lapsed", t.Timings.DecisionsTaken, t.Timings.DecisionsLapsed) : t.Timings.DecisionsTaken.ToString(CultureInfo.InvariantCulture)),
            Cell.Of(Span(t.Timings.DecisionMedianMs)),
            Cell.Of(Span(t.Timings.ToPreserveMs)),
            Cell.Of(Span(t.Timings.ToAcknowledgeMs)),
            Cell.Of(t.Timings.CustodyGaps.ToString(CultureInfo.InvariantCulture)),
            Cell.Of(t.Timings.Answerable > 0 ? s.T("of", t.Timings.Unanswered, t.Timings.Answerable) : "–"),
        ];
    }
}
