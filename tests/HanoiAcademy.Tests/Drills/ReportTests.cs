using System.Collections.Immutable;
using HanoiAcademy.Drills.Events;
using HanoiAcademy.Drills.Reports;
using HanoiAcademy.Drills.Scenarios;
using HanoiAcademy.Drills.Simulation;
using static HanoiAcademy.Tests.Drills.Small;

namespace HanoiAcademy.Tests.Drills;

/// <summary>The report from a log written by hand, so that it depends on nothing but what a log says.</summary>
public sealed class ReportTests
{
    private static readonly Scenario Scenario = Wider.World with
    {
        Objectives = Small.World.Objectives,
        Injects =
        [
            .. Wider.World.Injects.Select(i => i.Id switch
            {
                "first" => i with { Expected = [new ExpectAction("bank.fraud", "stop-payment"), new ExpectMessage("bank.fraud", "branch", En("Stop it."))] },
                "second" => i with { Expected = [new ExpectRequest("desk.officer", "norvia"), new ExpectCollect("police.investigator", "header")] },
                _ => i,
            }),
        ],
    };

    private static readonly ImmutableArray<LoggedRow> Log = Rows(
        [new DrillLaunched(0, "small", "sha", 7, "pause", "go-on")],
        [new SeatTaken(0, "bank.fraud.1"), new SeatTaken(0, "desk.officer.1")],
        [new ExerciseStarted(0), new InjectScheduled(0, "second", 600_000), new InjectDelivered(0, "first", "system")],
        [new ActionStarted(60_000, "stop-payment", "bank.fraud.1", 0, 180_000)],
        [new MessageSent(90_000, "bank.fraud.1", "branch", "Stop the payment.", "first", "en")],
        [new ActionFinished(180_000, "stop-payment", "bank.fraud.1"), new MeterChanged(180_000, "frozen", 970, 0), new ObjectiveWon(180_000, "stopped", "action-finished stop-payment")],
        [new DecisionOpened(300_000, "tell", 900_000)],
        [new DecisionTaken(420_000, "tell", "yes", "bank.fraud.1", "They must know."), new FlagRaised(420_000, "alarm")],
        [new InjectDelivered(600_000, "second", "system")],
        [new RequestDrafted(660_000, "r", "desk.officer.1", Form("kivara-desk", "kivara-log", "192.0.2.7"))],
        [new RequestSent(700_000, "r", "desk.officer.1", Start + 700_000, "kivara", ["not-authorised"])],
        [new RequestAcknowledged(720_000, "r", "kivara.officer.1", Start + 720_000, "KV-1")],
        [new RequestVerified(760_000, "r", "kivara.officer.1", Start + 760_000, true, "register")],
        [new ProgressAsked(800_000, "r", "desk.officer.1")],
        [new RequestForwarded(840_000, "r", "kivara.officer.1", Start + 840_000, "kivara-police")],
        [new RequestReceived(900_000, Wider.Narrowed, Wider.Narrowed, Start + 900_000, Wider.FormFrom("norvia-desk"), "norvia-asks", ["missing-field"])],
        [new RequestRefused(960_000, Wider.Narrowed, "kivara.officer.1", Start + 960_000, "essential-interests", "No."), new RequestClosed(960_000, Wider.Narrowed, "kivara.officer.1")],
        [new EvidenceCollected(970_000, "header", "bank", "bank.fraud.1", "7d", "own system", "")],
        [new PenaltyIncurred(980_000, "rash", "action-started needs-secret")],
        [new DrillPaused(990_000, "control.director.1", "control")],
        [new ObjectiveMissed(990_000, "asked"), new ObjectiveWon(990_000, "kept-calm", "time"), new ExerciseEnded(990_000, "control.director.1")]);

    private static readonly DrillReport Whole = Report.Of(Scenario, Log, "en");

    [Fact]
    public void An_objective_points_to_the_row_whose_events_prove_it()
    {
        var won = Whole.Teams.Single(t => t.Team == "bank").Objectives.Single(o => o.Id == "stopped");
        won.State.ShouldBe("won");
        won.ProofVersion.ShouldBe(6);
        Log.Single(r => r.Version == won.ProofVersion).Events.ShouldContain(e => e is ActionFinished);
        won.Because.ShouldBe("action-finished stop-payment");

        Whole.Teams.Single(t => t.Team == "bank").PenaltiesIncurred.Single().ProofVersion.ShouldBe(19);
        var missed = Whole.Teams.Single(t => t.Team == "desk").Objectives.Single();
        (missed.State, missed.Because, missed.ProofVersion).ShouldBe(("missed", null, 21L));
    }

    [Fact]
    public void Every_proof_of_the_rehearsed_drill_stands_in_its_row()
    {
        var rows = Rehearsed.Log(1);
        var marked = Rehearsed.InvoiceAtDawn.Objectives.Where(o => o.IsJudgedByPeople).Select(o => o.Id).ToHashSet();
        var proofs = Report.Of(Rehearsed.InvoiceAtDawn, rows, "en").Teams.SelectMany(t => t.Objectives).Where(o => !marked.Contains(o.Id)).ToList();

        proofs.ShouldContain(o => o.State == "won");
        foreach (var o in proofs)
        {
            var row = rows.Single(r => r.Version == o.ProofVersion).Events;
            row.ShouldContain(e => (e is ObjectiveWon && ((ObjectiveWon)e).Objective == o.Id) || (e is ObjectiveMissed && ((ObjectiveMissed)e).Objective == o.Id));
        }
    }

    [Fact]
    public void Scores_are_what_was_won_less_what_was_taken()
    {
        var bank = Whole.Teams.Single(t => t.Team == "bank");

        (bank.Won, bank.Of, bank.Penalties, bank.Score).ShouldBe((20, 20, 10, 50));
        Whole.Score.ShouldBe(25, "the mean of the bank and of the desk, which won nothing; police and Kivara had nothing to win");
    }

    [Fact]
    public void An_inject_delivered_whose_acts_were_not_all_done_is_unanswered_by_the_team_that_owed_them()
    {
        Whole.Teams.Single(t => t.Team == "bank").Unanswered.ShouldBeEmpty();
        var second = Whole.Teams.Single(t => t.Team == "desk").Unanswered.Single();
        (second.Inject, second.At).ShouldBe(("second", 600_000));
        second.Missing.Single().ShouldBe(new MissedAct("desk.officer", "request", "norvia"));
        Whole.Teams.Single(t => t.Team == "police").Unanswered.ShouldBeEmpty("it did not come to them");
    }

    [Fact]
    public void Both_sides_of_a_request_stand_on_one_line_of_time()
    {
        var request = Whole.Requests.Single(r => r.Id == "r");

        request.Line.Select(l => l.At).ShouldBeInOrder();
        request.Line.Select(l => (l.Side, l.What)).ShouldBe(
            [("sender", "draft"), ("sender", "sent"), ("receiver", "acknowledged"), ("receiver", "verified"), ("sender", "progress-asked"), ("receiver", "forwarded")]);
        request.FirstMistakes.ShouldBe(["not-authorised"]);
        request.Model.ShouldNotBeNull("what was faulty stands beside a complete one");
        request.AnswerFitted.ShouldBe(false);
    }

    [Fact]
    public void Requests_that_came_in_are_there_with_how_they_were_answered()
    {
        var incoming = Whole.Requests.Single(r => r.Id == Wider.Narrowed);

        (incoming.From, incoming.To, incoming.Status, incoming.AnswerFitted).ShouldBe(("norvia-desk", "kivara-desk", "closed", false));
        incoming.Line.Select(l => l.Side).ShouldBe(["sender", "receiver", "receiver"], "it was the receiver who closed it");
    }

    [Fact]
    public void Decisions_and_custody_say_who_when_and_why()
    {
        var decision = Whole.Teams.Single(t => t.Team == "bank").Decisions.Single();
        (decision.Option, decision.TookMs, decision.Reason, decision.Consequence).ShouldBe(("Yes", 120_000, "They must know.", "It is known."));
        Whole.Evidence.Single().Custody.Single().Basis.ShouldBe("own system");
        Whole.Control.Select(c => c.What).ShouldBe(["paused", "ended"]);
    }

    [Fact]
    public void A_log_that_stopped_anywhere_has_a_report()
    {
        for (var n = 0; n <= Log.Length; n++)
            Report.Of(Scenario, [.. Log.Take(n)], "en").Teams.Length.ShouldBe(Scenario.Teams.Length);

        var midway = Report.Of(Scenario, [.. Log.Take(7)], "en");
        midway.Status.ShouldBe("running");
        midway.Teams.Single(t => t.Team == "bank").Decisions.Single().State.ShouldBe("open");
        midway.Teams.Single(t => t.Team == "desk").Objectives.Single().State.ShouldBe("open");
        midway.Teams.Single(t => t.Team == "desk").Unanswered.ShouldBeEmpty("it had not come yet");
    }

    private static ImmutableArray<LoggedRow> Rows(params DrillEvent[][] rows) =>
        [.. rows.Select((events, i) => new LoggedRow(i + 1, "system", events[^1].At, [.. events]))];
}
