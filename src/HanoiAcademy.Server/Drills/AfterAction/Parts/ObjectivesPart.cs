using System.Collections.Immutable;
using System.Globalization;
using HanoiAcademy.Drills.Reports;
using HanoiAcademy.Server.Drills.AfterAction.Document;
using HanoiAcademy.Server.Drills.Pages;

namespace HanoiAcademy.Server.Drills.AfterAction.Parts;

/// <summary>Each objective with the event that proves it and the lesson it is taught in; what evaluators marked stands beside what the rules found.</summary>
internal static class ObjectivesPart
{
    public static IEnumerable<Block> Of(AfterActionSource s)
    {
        var teams = s.Report.Teams.Where(t => t.Objectives.Length + t.PenaltiesIncurred.Length > 0).ToList();
        if (teams.Count == 0)
            yield break;
        yield return new HeadingBlock(1, s.Shared("drills.report.objectives"), "objectives");
        if (teams.Any(t => t.Of + t.ToJudge > 0))
            yield return Points(s, teams);
        if (teams.Any(t => t.Objectives.Length > 0))
            yield return new TableBlock("objectives", s.Shared("drills.report.objectives"),
                [new(s.T("team"), Share: 2), new(s.Shared("drills.report.objective"), Share: 4), new(s.Shared("drills.report.points"), "number"), new(s.T("points-won"), "number"), new(s.Shared("drills.report.result"), Share: 3), new(s.Shared("drills.report.when"), "time", 2), new(s.Shared("drills.report.proof"), Share: 3), new(s.Shared("drills.report.lesson"), Share: 3)],
                [.. teams.SelectMany(t => t.Objectives.Select(o => Row(s, t, o)))]);
        if (teams.All(t => t.PenaltiesIncurred.IsEmpty))
            yield break;
        yield return new HeadingBlock(2, s.Shared("drills.report.penalties"), "penalties");
        yield return new ListBlock([.. teams.SelectMany(t => t.PenaltiesIncurred.Select(p => Penalty(s, t, p)))]);
    }

    /// <summary>What people marked stands beside what the rules found, so that one who doubts either sees both.</summary>
    private static TableBlock Points(AfterActionSource s, IEnumerable<TeamReport> teams) => new("points", s.T("points-beside"),
        [new(s.T("team"), Share: 3), new(s.T("by-rules"), "number", 2), new(s.T("taken-off"), "number", 2), new(s.T("by-people"), "number", 2), new(s.T("not-marked"), "number", 2), new(s.T("score"), "number")],
        [.. teams.Where(t => t.Of + t.ToJudge > 0).Select(t => ImmutableArray.Create(Cell.Of(s.TeamName(t)), Cell.Of(s.T("of", t.Won, t.Of)), Cell.Of(Number(t.Penalties)), Cell.Of(s.T("of", t.Marked, t.MarkedOf)), Cell.Of(Number(t.ToJudge - t.MarkedOf)), Cell.Of(Number(t.Score))))]);

    private static ImmutableArray<Cell> Row(AfterActionSource s, TeamReport team, ObjectiveReport o) =>
    [
        Cell.Of(s.TeamName(team)),
        new([new Run(o.Name, s.Replay is null || o.At is null ? null : $"/drills/{s.Drill}/replay?objective={o.Id}")]),
        new([new Run(Number(o.Points), IsStruck: o.Voided is not null)]),
        Cell.Of(o.State == "open" ? "–" : Number(o.PointsWon)),
        new([.. Result(s, o)], o.State switch { "won" => Tones.Good, "missed" => Tones.Bad, _ => Tones.Watch }),
        new(o.At is { } at ? [s.Time(at)] : []),
        new([.. Proof(s, o)]),
        new(o.Lesson is { } lesson ? [new Run(s.Lesson(lesson) ?? s.Shared("drills.report.lesson-open"), $"/courses/{lesson}")] : []),
    ];

    private static IEnumerable<Run> Result(AfterActionSource s, ObjectiveReport o)
    {
        yield return new Run(s.Word("drills.report.state", o.State), Tone: o.State switch { "won" => Tones.Good, "missed" => Tones.Bad, _ => Tones.Watch });
        if (o.TypedIn)
            foreach (var run in TypedIn(s))
                yield return run;
        if (o.Level is { Length: > 0 } level)
            yield return new Run(" " + level);
        if (o.Note is { Length: > 0 } note)
            yield return new Run($" “{note}”", IsWritten: true);
        foreach (var run in Struck(s, o.Voided))
            yield return run;
    }

    private static IEnumerable<Run> Proof(AfterActionSource s, ObjectiveReport o)
    {
        if (o.Because is { Length: > 0 } because)
            yield return new Run(because, IsCode: true, IsLeftToRight: true);
        if (o.ProofVersion is { } row)
            foreach (var run in new[] { new Run(" "), s.Row(row) })
                yield return run;
    }

    private static ImmutableArray<Run> Penalty(AfterActionSource s, TeamReport team, PenaltyReport p) =>
    [
        s.Time(p.At), new Run(" " + s.TeamName(team), IsBold: true), new Run($" {p.Name} ("), new Run("−" + Number(p.Points), IsStruck: p.Voided is not null), new Run("): "), new Run(p.Because, IsCode: true, IsLeftToRight: true), new Run(" "), s.Row(p.ProofVersion),
        .. p.TypedIn ? TypedIn(s) : [], .. Struck(s, p.Voided),
    ];

    public static IEnumerable<Run> TypedIn(AfterActionSource s) => [new Run(" "), new Run(s.Shared("exercises.comparison.typed-in"), Tone: Tones.Watch)];

    private static IEnumerable<Run> Struck(AfterActionSource s, VoidedReport? v) => v is null ? [] :
    [
        new Run(" "), new Run(s.Shared("drills.report.voided"), Tone: Tones.Bad), new Run(" " + s.Shared("drills.report.voided-why", DrillTimes.T(v.At, seconds: true), s.Who(v.Seat, v.At)) + " "), new Run($"“{v.Reason}”", IsWritten: true),
        new Run(" "), s.Row(v.ProofVersion),
    ];

    private static string Number(int n) => n.ToString(CultureInfo.InvariantCulture);
}
