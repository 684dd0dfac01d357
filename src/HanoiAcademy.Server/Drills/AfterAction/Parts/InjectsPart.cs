using System.Collections.Immutable;
using HanoiAcademy.Drills.Reports;
using HanoiAcademy.Server.Drills.AfterAction.Document;

namespace HanoiAcademy.Server.Drills.AfterAction.Parts;

/// <summary>Injects that were not answered as expected, those that did not come, and what evaluators saw of them.</summary>
internal static class InjectsPart
{
    public static IEnumerable<Block> Of(AfterActionSource s) => Unanswered(s).Concat(Undelivered(s)).Concat(Observed(s));

    private static IEnumerable<Block> Unanswered(AfterActionSource s)
    {
        var all = s.Report.Teams.SelectMany(t => t.Unanswered.Select(u => (Team: t, Inject: u))).ToList();
        if (all.Count == 0)
            yield break;
        yield return new HeadingBlock(1, s.Shared("drills.report.unanswered"), "injects");
        yield return new TableBlock("injects", s.Shared("drills.report.unanswered"),
            [new(s.Shared("drills.report.when"), "time", 2), new(s.T("team"), Share: 2), new(s.T("inject"), Share: 4), new(s.T("not-done"), Share: 5)],
            [.. all.Select(x => ImmutableArray.Create(new Cell([s.Time(x.Inject.At)]), Cell.Of(s.TeamName(x.Team)), Cell.Of(x.Inject.Title), Cell.Of(string.Join("; ", x.Inject.Missing.Select(act => Act(s, act))))))]);
    }

    private static string Act(AfterActionSource s, MissedAct act) => $"{act.By}: {s.Word("drills.report.act", act.What)} {act.Name}";

    private static IEnumerable<Block> Undelivered(AfterActionSource s)
    {
        if (s.Report.Undelivered.IsEmpty)
            yield break;
        yield return new HeadingBlock(2, s.Shared("drills.report.undelivered"), "undelivered");
        yield return new ListBlock([.. s.Report.Undelivered.Select(m => (ImmutableArray<Run>)[.. m.At is { } due ? new[] { s.Time(due), new Run(" ") } : [], new Run(m.Title), new Run($" ({s.Word("client.plan-status", m.Status)})", Tone: Tones.Muted)])]);
    }

    private static IEnumerable<Block> Observed(AfterActionSource s)
    {
        foreach (var team in s.Report.Teams.Where(t => t.Observed.Length > 0))
        {
            int Count(string? found) => team.Observed.Count(act => act.Found == found);
            yield return new HeadingBlock(2, $"{s.Shared("drills.report.observed.title")} · {s.TeamName(team)}", "observed-" + team.Team);
            yield return new ParagraphBlock(Sentences.Plain(s.Shared("drills.report.observed.counts", Count("done"), team.Observed.Length, Count("partly"), Count("not-done"), Count(null))));
            yield return new TableBlock("observed-" + team.Team, s.Shared("drills.report.observed.caption"),
                [new(s.Shared("drills.report.observed.inject"), Share: 3), new(s.Shared("drills.report.observed.expected"), Share: 4), new(s.Shared("drills.report.observed.found"), Share: 2), new(s.Shared("drills.report.observed.seen"), Share: 3), new(s.Shared("drills.report.note"), Share: 3)],
                [.. team.Observed.Select(act => Row(s, act))]);
        }
    }

    private static ImmutableArray<Cell> Row(AfterActionSource s, ObservedReport act) =>
    [
        new([act.DeliveredAt is { } at ? s.Time(at) : new Run("–"), new Run(" " + act.Title)]),
        new([new Run(act.What), .. act.By.Length > 0 ? new[] { new Run($" ({act.By})", Tone: Tones.Muted) } : []]),
        Cell.Of(act.Found is { } found ? s.Word("client.found", found) : s.Shared("drills.report.observed.unmarked"), act.Found switch { "done" => Tones.Good, "not-done" => Tones.Bad, _ => Tones.Watch }),
        new(act.SeenAt is { } seen ? [s.Time(seen), new Run(" "), new Run(s.Who(act.Seat, seen), IsWritten: true), new Run(" "), .. act.ProofVersion is { } row ? new[] { s.Row(row) } : []] : []),
        new(Sentences.Written(act.Note)),
    ];
}
