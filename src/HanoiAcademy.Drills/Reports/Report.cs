using System.Collections.Immutable;
using HanoiAcademy.Drills.Commands;
using HanoiAcademy.Drills.Events;
using HanoiAcademy.Drills.Evidence;
using HanoiAcademy.Drills.Injects;
using HanoiAcademy.Drills.Scenarios;
using HanoiAcademy.Drills.Scoring;
using HanoiAcademy.Drills.Simulation;
using HanoiAcademy.Drills.State;
using HanoiAcademy.Drills.World;

namespace HanoiAcademy.Drills.Reports;

/// <summary>The plain report, made from the pinned scenario and the log alone.</summary>
public static class Report
{
    /// <param name="team">Whose report it is: it then holds of the others what control shares after EndEx, and nothing before. Null: everything, for control.</param>
    /// <param name="observes">It is for one who watches the drill, not control at work: what evaluators noted is left out, as it is of his view.</param>
    public static DrillReport Of(Scenario scenario, IReadOnlyList<LoggedRow> rows, string language, string? team = null, bool observes = false) =>
        Of(scenario, new ReadLog([.. rows], Drill.Replay(scenario, rows.Select(r => r.Events)), [], []), language, team, observes);

    /// <summary>Of a log that may be damaged: what cannot be made of what is left is left out, and named among the problems.</summary>
    public static DrillReport Of(Scenario scenario, ReadLog log, string language, string? team = null, bool observes = false)
    {
        // In a row that cannot be read control may have chosen to share less.
        var (rows, state) = (log.Rows, log.IsSound ? log.State : log.State with { Sharing = Control.Sharing.Own, ReplaySharing = Control.ReplaySharing.Nobody });
        var reach = new Reach(state, scenario, team);
        var parts = new Parts(log);
        var clues = new Clues(rows);
        string Say(Text text) => text.In(language, scenario.Language);
        var end = scenario.Ends.FirstOrDefault(e => e.Id == state.End);
        var requests = parts.Each("requests", state.Requests.Values.Where(reach.Has), r => Request(state, scenario, r, reach, clues, Say));
        var evidence = parts.Each("evidence", scenario.Evidence.SelectMany(e => scenario.Teams.Where(t => reach.Has(t.Id) && state.Evidence.ContainsKey(t.Id + " " + e.Id)).Select(t => (Item: e, Team: t))), x => Evidence(state, x.Item, x.Team, Say));
        var teams = parts.Each("teams", scenario.Teams.Where(reach.Scores), t => reach.Has(t.Id) ? Team(state, scenario, rows, t, Say) : Points(state, scenario, t, Say));
        var report = new DrillReport(Say(scenario.Title), Say(scenario.Assumption), state.Status, state.At, end is null ? null : Say(end.Title), parts.One("teams", () => reach.Score),
            [.. teams.Select(t => t with { Timings = TeamTimings.Of(t, requests, evidence) })], requests, evidence,
            [.. state.ControlLog.Where(_ => reach.All).Select(c => new StepReport(c.At, c.Seat, c.What, c.Id))],
            parts.Each("questionnaires", scenario.Questionnaires.Where(q => state.Questionnaires.ContainsKey(q.Id)), q => Questionnaire(state, q, reach, Say)),
            parts.Some("adversary", () => AdversaryReports.Of(state, scenario, rows, Say, reach)),
            parts.Each("courts", scenario.Courts.Where(c => state.Courts.ContainsKey(c.Id) && c.By.Any(r => reach.Has(new Actor(r).Team))), c => Court(state, scenario, c, Say)),
            [.. state.Notes.Values.Where(_ => team is null && !observes).OrderBy(n => n.Seen).Select(n => new NoteReport(Say(scenario.Teams.First(t => t.Id == n.Team).Name), n.Text, n.Objective is { } o ? Say(scenario.Objectives.First(x => x.Id == o).Name) : null, n.Seen, n.Seat))])
        {
            Undelivered = reach.All ? parts.Some("undelivered", () => Undelivered(state, scenario, language)) : [],
            TypedIn = [.. parts.Some("typed-in", () => TypedReports.Of(scenario, rows, Say)).Where(typed => typed.Teams.All(reach.Has))],
            PlannedMs = scenario.PlannedMs,
            ReplaySharing = state.ReplaySharing,
            HotWash = [.. state.HotWash.Where(n => n.Value.Team.Length == 0 || reach.Has(n.Value.Team)).OrderBy(n => n.Value.Nth).Select(n => new HotWashReport(n.Key, n.Value.Team,
                scenario.Teams.FirstOrDefault(t => t.Id == n.Value.Team) is { } by ? Say(by.Name) : "", n.Value.Sort, n.Value.Text, n.Value.Owner, n.Value.Language, n.Value.Seat, n.Value.At))],
            Course = [.. log.Course.Select(m => m with { Teams = [.. m.Teams.Where(t => reach.Has(t.Team))] })],
        };
        return report with
        {
            // How others fared at the other end of a request is theirs.
            Findings = [.. Reports.Findings.Of(report).Where(f => f.Team is null || reach.Has(f.Team))],
            Problems = reach.All ? parts.Problems : [.. parts.Problems.Select(p => p.ForTeam()).Distinct()],
        };
    }

    private static RequestReport Request(DrillState state, Scenario scenario, RequestState r, Reach reach, Clues clues, Func<Text, string> say)
    {
        var index = Indexes.ScenarioIndex.Of(scenario);
        string? Players(string authority) => index.Authorities.Find(authority)?.PlayedBy.Select(role => new Actor(role).Team).FirstOrDefault();
        var whole = Requests.RequestLines.Of(state, scenario, r, say) with
        {
            SenderTeam = r.Incoming is null ? Players(r.Form.From) ?? r.Team : Players(r.Form.From),
            ReceiverTeam = Players(r.Receiver.Length > 0 ? r.Receiver : r.Form.To) ?? Players(r.Form.To),
        };
        return reach.Cut(r, whole with { Clock = LegalClocks.Of(state, scenario, r, whole, clues) });
    }

    private static TeamReport Team(DrillState state, Scenario scenario, IReadOnlyList<LoggedRow> rows, Team team, Func<Text, string> say)
    {
        var score = Score.ForTeam(state, scenario, team.Id);
        return new TeamReport(team.Id, say(team.Name), team.Side, score.Won, score.Of, score.Penalties, score.Value,
            [.. scenario.Objectives.Where(o => o.Team == team.Id).Select(o => Objective(state, rows, o, say) with { Voided = Voided(state, rows, Voiding.OfObjective, o.Id, Score.Earned(state, o)), PointsWon = Score.PointsWon(state, o) })],
            [.. scenario.Penalties.Where(p => p.Team == team.Id && state.Penalties.ContainsKey(p.Id)).Select(p =>
                new PenaltyReport(p.Id, say(p.Name), p.Points, state.Penalties[p.Id].At, state.Penalties[p.Id].Because, Row(rows, e => e is PenaltyIncurred x && x.Penalty == p.Id)))
                .Concat(TypedReports.Penalties(state, scenario, rows, team.Id, say)).Select(p => p with { Voided = Voided(state, rows, Voiding.OfPenalty, p.Id, p.Points) })],
            [.. scenario.Decisions.Where(d => (state.Decisions.ContainsKey(d.Id) || state.Exercise.Typed("decision", d.Id) is not null) && d.By.Any(r => new Actor(r).Team == team.Id)).Select(d => Decision(state, d, say))],
            [.. Unanswered(state, scenario, team.Id, say)], score.Marked, score.MarkedOf, score.ToJudge)
        {
            Answerable = Expecting(state, scenario, team.Id).Count(),
            Observed = [.. ObservedReports.Of(state, scenario, rows, team.Id, say)],
            Out = state.Rulings.Out.GetValueOrDefault(team.Id) is { } gone ? new OutReport(gone.At, gone.Seat, gone.Reason, Row(rows, e => e is TeamRemoved x && x.Team == team.Id)) : null,
        };
    }

    /// <summary>A team of which the reader hears no more than its points.</summary>
    private static TeamReport Points(DrillState state, Scenario scenario, Team team, Func<Text, string> say)
    {
        var score = Score.ForTeam(state, scenario, team.Id);
        return new TeamReport(team.Id, say(team.Name), team.Side, score.Won, score.Of, score.Penalties, score.Value, [], [], [], [], score.Marked, score.MarkedOf, score.ToJudge);
    }

    private static ObjectiveReport Objective(DrillState state, IReadOnlyList<LoggedRow> rows, Objective o, Func<Text, string> say)
    {
        if (state.Exercise.OnPaper.TryGetValue("objective " + o.Id, out var paper))
            return TypedReports.Objective(rows, o, paper, say);
        var s = state.Objectives.GetValueOrDefault(o.Id);
        var mark = state.Marks.GetValueOrDefault(o.Id);
        return new ObjectiveReport(o.Id, say(o.Name), o.Group, o.Points, mark is not null ? "marked" : s?.Status ?? "open", mark?.At ?? s?.At, s is { Because.Length: > 0 } ? s.Because : null,
            mark is not null ? rows.Last(r => r.Events.Any(e => e is ObjectiveMarked k && k.Objective == o.Id)).Version
            : s is null ? null : Row(rows, e => e is ObjectiveWon w && w.Objective == o.Id || e is ObjectivePartlyWon p && p.Objective == o.Id || e is ObjectiveMissed m && m.Objective == o.Id),
            o.Lesson, Score.PointsWon(state, o), o.IsJudgedByPeople, mark is null ? null : say(o.Rubric.First(l => l.Id == mark.Level).Words), mark is { Note.Length: > 0 } ? mark.Note : null,
            state.Exercise.Typed("mark", o.Id) is { } typed && typed.At == mark?.At && typed.Value == mark.Level);
    }

    private static VoidedReport? Voided(DrillState state, IReadOnlyList<LoggedRow> rows, string what, string id, int points) =>
        state.Rulings.VoidedOf(what, id) is { } v ? new VoidedReport(v.At, v.Seat, v.Reason, points, Row(rows, e => e is ScoreVoided x && x.What == what && x.Id == id)) : null;

    private static QuestionnaireReport Questionnaire(DrillState state, Questionnaire q, Reach reach, Func<Text, string> say) => new(q.Id, say(q.Title),
        [.. state.Questionnaires[q.Id].Answers.Where(given => reach.Has(new Actor(given.Key).Team)).Select(given => new GivenReport(given.Key,
            [.. q.Fields.Where(f => given.Value.ContainsKey(f.Id)).Select(f => new AnswerReport(say(f.Name), f.Choices.FirstOrDefault(c => c.Id == given.Value[f.Id]) is { } choice ? say(choice.Name) : given.Value[f.Id]))]))]);

    private static DecisionReport Decision(DrillState state, Decision d, Func<Text, string> say)
    {
        if (state.Exercise.Typed("decision", d.Id) is { } typed)
            return TypedReports.Decision(state, d, typed, say);
        var s = state.Decisions[d.Id];
        var option = d.Options.FirstOrDefault(o => o.Id == s.Option);
        return new DecisionReport(d.Id, say(d.Title), s.Status, s.OpenedAt, s.Deadline, s.TakenAt, s.TakenAt - s.OpenedAt, option is null ? null : say(option.Name), s.Seat,
            s.Reason.Length == 0 ? null : s.Reason, option is null || option.Consequence.IsEmpty ? null : say(option.Consequence));
    }

    private static IEnumerable<UnansweredReport> Unanswered(DrillState state, Scenario scenario, string team, Func<Text, string> say)
    {
        foreach (var (item, inject, expected) in Expecting(state, scenario, team))
            if (expected.Where(act => !Expectations.Done(state, act)).ToList() is { Count: > 0 } missing)
                yield return new UnansweredReport(inject.Id, say(inject.Title), item.At, [.. missing.Select(m => Missed(scenario, m, say))]);
    }

    /// <summary>Injects that came to a team while it played, with what the rules can see of what was expected of it.</summary>
    private static IEnumerable<(FeedItem Item, Inject Inject, ImmutableArray<ExpectedAct> Expected)> Expecting(DrillState state, Scenario scenario, string team)
    {
        var until = state.Rulings.Out.GetValueOrDefault(team)?.At ?? long.MaxValue;
        foreach (var item in state.Feed)
        {
            if (item.Inject is null || item.At > until || InjectBook.FindOrNull(state, scenario, item.Inject) is not { } inject || !Visibility.AddressesTeam(inject.To, team))
                continue;
            var expected = InjectBook.Expected(inject, state.Injects.GetValueOrDefault(inject.Id)).Select(e => e.Act).Where(e => new Actor(e.By).Team == team && e is not ExpectObserved).ToImmutableArray();
            if (!expected.IsEmpty)
                yield return (item, inject, expected);
        }
    }

    private static IEnumerable<UndeliveredReport> Undelivered(DrillState state, Scenario scenario, string language)
    {
        var sight = new Views.Sight(scenario, language, null, null);
        return scenario.Injects.Select(inject => Views.ControlViews.Plan(state, scenario, sight, inject.Id)).Where(plan => plan.Status != "past").Select(plan => new UndeliveredReport(plan.Inject, plan.Title, plan.Status, plan.At));
    }

    private static MissedAct Missed(Scenario scenario, ExpectedAct act, Func<Text, string> say)
    {
        var (what, name) = Expectations.Describe(scenario, act);
        return new MissedAct(act.By, what, say(name));
    }

    private static EvidenceReport Evidence(DrillState state, EvidenceItem e, Team team, Func<Text, string> say) => new(e.Id, say(e.Name), e.Sha256, say(team.Name),
        [.. state.Evidence[team.Id + " " + e.Id].Custody.Select(c => new CustodyLine(c.At, c.What, c.Seat, c.To, c.Basis, c.Note, c.Sha256, c.Seal, c.Place, c.Gaps))], CustodyGaps.Of(state, e, team.Id))
    { TeamId = team.Id };

    private static CourtReport Court(DrillState state, Scenario scenario, Court court, Func<Text, string> say)
    {
        var s = state.Courts[court.Id];
        return new CourtReport(court.Id, say(court.Title), s.Status, s.AskedAt, s.FiledAt, s.Seat, s.Purpose,
            [.. s.Verdicts.Select(v => new VerdictReport(v.Evidence, say(scenario.Evidence.First(e => e.Id == v.Evidence).Name), v.Admitted, v.Gaps))])
        { Teams = [.. court.By.Select(r => new Actor(r).Team).Distinct()] };
    }

    private static long Row(IReadOnlyList<LoggedRow> rows, Func<DrillEvent, bool> proves) => rows.First(r => r.Events.Any(proves)).Version;
}
