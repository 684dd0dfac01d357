using System.Collections.Immutable;
using static HanoiAcademy.Drills.Reports.FindingArg;

namespace HanoiAcademy.Drills.Reports;

/// <summary>
/// Strengths and gaps of a report, each by a rule from its figures: nothing is said that no row shows. They are read from the report as its reader has it, so that a sentence can tell nothing
/// that the report does not.
/// </summary>
internal static class Findings
{
    public static ImmutableArray<Finding> Of(DrillReport report) =>
        [.. report.Teams.SelectMany(t => OfTeam(report, t)).Concat(report.Requests.SelectMany(r => OfRequest(report, r))).Concat(OfEvidence(report)).Concat(report.Courts.SelectMany(c => OfCourt(report, c)))
            .Concat(OfAdversary(report)).OrderByDescending(f => f.Weight)];

    private static IEnumerable<Finding> OfTeam(DrillReport report, TeamReport team)
    {
        Finding Says(string code, bool isStrength, int weight, long? at, long? proof, string? lesson, params FindingArg[] args) => new(code, isStrength, team.Team, team.Name, [.. args], weight, at, proof, lesson);

        var judged = team.Objectives.Where(o => o.State != "open").ToList();
        var won = judged.Where(o => o.State == "won" && o.Voided is null).ToList();
        if (won.Count > 0 && won.Count * 2 >= judged.Count)
            yield return Says("objectives-won", true, 50, null, null, null, As(won.Count), As(judged.Count));
        foreach (var o in won.Where(o => o.Group == "rights"))
            yield return Says("rights-held", true, 60 + o.Points, o.At, o.ProofVersion, o.Lesson, As(o.Name));
        foreach (var o in won.Where(o => o.Group != "rights").OrderByDescending(o => o.Points).Take(2))
            yield return Says("objective-won", true, 30 + o.Points, o.At, o.ProofVersion, null, As(o.Name));
        foreach (var o in judged.Where(o => o.State == "missed"))
            yield return Says("objective-missed", false, 60 + o.Points, o.At, o.ProofVersion, o.Lesson, As(o.Name), As(o.Points));
        foreach (var o in judged.Where(o => o.State == "partly"))
            yield return Says("objective-partly", false, 30 + o.Points, o.At, o.ProofVersion, o.Lesson, As(o.Name), As(o.PointsWon), As(o.Points));
        foreach (var o in judged.Where(o => o.State == "marked" && o.Voided is null && o.PointsWon * 2 < o.Points))
            yield return Says("marked-low", false, 40 + o.Points, o.At, o.ProofVersion, o.Lesson, As(o.Name), As(o.Level ?? ""));
        foreach (var o in judged.Where(o => o.State == "marked" && o.Voided is null && o.PointsWon >= o.Points && o.Points > 0))
            yield return Says("marked-high", true, 40 + o.Points, o.At, o.ProofVersion, null, As(o.Name), As(o.Level ?? ""));
        foreach (var p in team.PenaltiesIncurred.Where(p => p.Voided is null))
            yield return Says("penalty", false, 80 + p.Points, p.At, p.ProofVersion, null, As(p.Name), As(p.Points));

        var t = team.Timings;
        if (t.DecisionsTaken > 0 && team.Decisions.All(d => d.State == "taken") && t.DecisionMedianMs is { } median)
            yield return Says("decided", true, 35, null, null, null, As(t.DecisionsTaken), Duration(median));
        foreach (var d in team.Decisions.Where(d => d.State == "lapsed"))
            yield return Says("decision-lapsed", false, 55, d.DeadlineAt ?? d.OpenedAt, null, null, As(d.Title));
        foreach (var d in team.Decisions.Where(d => d.State == "open" && report.Status == "ended"))
            yield return Says("decision-open", false, 45, d.OpenedAt, null, null, As(d.Title));
        if (t.ToAcknowledge > 0 && t.Acknowledged == t.ToAcknowledge && t.AcknowledgedLate == 0 && t.ToAcknowledgeMs is { } acknowledged)
            yield return Says("acknowledged", true, 45, null, null, null, As(t.Acknowledged), Duration(acknowledged));
        if (t.Answerable > 1 && t.Unanswered == 0)
            yield return Says("answered-all", true, 40, null, null, null, As(t.Answerable));
        if (t.Unanswered > 0)
            yield return Says("unanswered", false, 45, team.Unanswered[0].At, null, null, As(t.Unanswered), As(t.Answerable), As(team.Unanswered[0].Title));
        if (team.Observed.Count(o => o.Found == "not-done") is var undone and > 0)
            yield return Says("observed-undone", false, 40, team.Observed.First(o => o.Found == "not-done").SeenAt, team.Observed.First(o => o.Found == "not-done").ProofVersion, null, As(undone), As(team.Observed.Length));
        if (team.Observed.Length > 1 && team.Observed.All(o => o.Found == "done"))
            yield return Says("observed-done", true, 40, null, null, null, As(team.Observed.Length));
    }

    private static IEnumerable<Finding> OfRequest(DrillReport report, RequestReport r)
    {
        Finding Says(string code, bool isStrength, int weight, string? team, long? at, params FindingArg[] args) => new(code, isStrength, team, Name(report, team), [As(r.Kind) with { Kind = "kind" }, As(r.To), .. args], weight, at);

        var clock = r.Clock;
        var sent = clock.Steps.FirstOrDefault(s => s.What == "sent")?.At;
        if (r is { Kind: "preservation", SenderTeam: not null } && clock.ToPreserve is { } kept && clock.SparedStoryMs is { } spared)
            yield return Says("preserved", true, 70, r.SenderTeam, clock.KnownAt + kept.DrillMs, Duration(kept.DrillMs), Story(spared));
        if (r.SenderTeam is not null && clock.LostAt is { } lost && clock.ToPreserve is null && sent is not null)
            yield return Says("data-lost", false, 75, r.SenderTeam, lost);
        if (r.SenderTeam is not null && r.FirstMistakes.Length > 0)
            yield return Says("mistakes", false, 42, r.SenderTeam, sent, Words("mistake", r.FirstMistakes.Distinct()));
        else if (sent is not null && r.SenderTeam is not null && r.Sender is { Percent: 100 })
            yield return Says("sent-whole", true, 38, r.SenderTeam, sent);
        if (r.ReceiverTeam is null)
            yield break;
        if (clock.ToAcknowledge is { IsLate: true } late)
            yield return Says("acknowledged-late", false, 46, r.ReceiverTeam, clock.Steps.First(s => s.What == "acknowledged").At, Story(late.StoryMs), Story(late.WithinStoryMs!.Value));
        if (clock.NeverAcknowledged)
            yield return Says("never-acknowledged", false, 50, r.ReceiverTeam, sent);
        var answered = clock.Steps.LastOrDefault(s => s.Side == "receiver")?.At;
        if (r.AnswerFitted == false)
            yield return Says("answer-unfit", false, 52, r.ReceiverTeam, answered);
        else if (r.AnswerFitted == true)
            yield return Says("answer-fit", true, 33, r.ReceiverTeam, answered);
    }

    private static IEnumerable<Finding> OfEvidence(DrillReport report)
    {
        foreach (var team in report.Teams)
        {
            var items = report.Evidence.Where(e => e.TeamId == team.Team).ToList();
            var whole = items.Count(e => e.Gaps.IsEmpty);
            if (whole > 0)
                yield return new Finding("custody-whole", true, team.Team, team.Name, [As(whole), As(items.Count)], 36);
            foreach (var item in items.Where(e => !e.Gaps.IsEmpty))
                yield return new Finding("custody-gap", false, team.Team, team.Name, [As(item.Name), Words("gap", item.Gaps)], 48, item.Custody.FirstOrDefault(c => !c.Gaps.IsEmpty)?.At ?? item.Custody.FirstOrDefault()?.At);
        }
    }

    private static IEnumerable<Finding> OfCourt(DrillReport report, CourtReport court)
    {
        var team = court.Teams.FirstOrDefault();
        Finding Says(string code, bool isStrength, int weight, params FindingArg[] args) => new(code, isStrength, team, Name(report, team), [As(court.Title), .. args], weight, court.FiledAt ?? court.AskedAt);

        if (court.State == "lapsed")
            yield return Says("court-lapsed", false, 65);
        var admitted = court.Verdicts.Count(v => v.Admitted);
        if (admitted > 0 && admitted == court.Verdicts.Length)
            yield return Says("court-admitted", true, 58, As(admitted));
        if (admitted < court.Verdicts.Length)
            yield return Says("court-rejected", false, 62, As(court.Verdicts.Length - admitted), As(court.Verdicts.Length), Words("gap", court.Verdicts.SelectMany(v => v.Gaps).Distinct()));
    }

    private static IEnumerable<Finding> OfAdversary(DrillReport report)
    {
        foreach (var plan in report.Adversary)
        {
            if (plan.Line.Where(l => l.What == "foiled").ToList() is { Count: > 0 } foiled)
                yield return new Finding("foiled", true, null, null, [As(plan.Name), As(foiled.Count)], 57, foiled[0].At);
            if (plan.Line.Where(l => l.What == "missed").ToList() is { Count: > 0 } missed)
                yield return new Finding("traces-missed", false, null, null, [As(plan.Name), As(missed.Count), As(plan.Line.Count(l => l.What is "missed" or "noticed"))], 34, missed[0].At);
        }
    }

    private static string? Name(DrillReport report, string? team) => report.Teams.FirstOrDefault(t => t.Team == team)?.Name;
}
