using System.Collections.Immutable;
using HanoiAcademy.Drills;
using HanoiAcademy.Drills.Events;
using HanoiAcademy.Drills.Reports;
using HanoiAcademy.Drills.Simulation;
using static HanoiAcademy.Tests.Drills.Small;

namespace HanoiAcademy.Tests.Drills.Reports;

/// <summary>The legal clock and a team's times, from a log written by hand.</summary>
public sealed class LegalClockTests
{
    private static readonly ImmutableArray<LoggedRow> Log = Rows(
        [new DrillLaunched(0, "small", "sha", 7, "pause", "go-on")],
        [new SeatTaken(0, "bank.fraud.1"), new SeatTaken(0, "desk.officer.1")],
        [new ExerciseStarted(0)],
        [new ThingRevealed(100_000, "data", "kivara-log", "desk")],
        [new DecisionOpened(300_000, "tell", 900_000)],
        [new DecisionTaken(420_000, "tell", "yes", "bank.fraud.1", "")],
        [new RequestDrafted(660_000, "r", "desk.officer.1", Form("kivara-desk", "kivara-log", "192.0.2.7"))],
        [new RequestAuthorised(680_000, "r", "desk.officer.1")],
        [new RequestSent(700_000, "r", "desk.officer.1", Start + 700_000, "kivara", [])],
        [new RequestAcknowledged(720_000, "r", "kivara.officer.1", Start + 720_000, "KV-1")],
        [new RequestVerified(760_000, "r", "kivara.officer.1", Start + 760_000, true, "register")],
        [new RequestGranted(840_000, "r", "kivara.officer.1", Start + 840_000, "grant", "")],
        [new HoldBegun(840_000, "kivara-log", "kivara-log", "r", Start + 90_000_000), new RequestExecuted(840_000, "r", "kivara.officer.1", Start + 840_000, "kept")],
        [new ExerciseEnded(990_000, "control.director.1")]);

    private static LegalClock Clock(string? team = null) => Report.Of(Wider.World, LogFolding.Of(Wider.World, Log), "en", team).Requests.Single(r => r.Id == "r").Clock;

    [Fact]
    public void It_counts_from_when_the_senders_could_know_and_from_the_sending()
    {
        var clock = Clock();

        clock.Steps.Select(s => (s.What, s.Side, s.At)).ShouldBe(
        [
            ("draft", "sender", 660_000), ("authorised", "sender", 680_000), ("sent", "sender", 700_000), ("acknowledged", "receiver", 720_000), ("verified", "receiver", 760_000),
            ("granted", "receiver", 840_000), ("executed", "receiver", 840_000),
        ]);
        clock.KnownAt.ShouldBe(KnewAllAlong ? 0 : 100_000);
        clock.ToSend!.DrillMs.ShouldBe(700_000 - clock.KnownAt!.Value);
        clock.ToPreserve!.DrillMs.ShouldBe(840_000 - clock.KnownAt.Value);
        (clock.ToAcknowledge!.DrillMs, clock.ToAcknowledge.StoryMs, clock.ToAcknowledge.WithinStoryMs, clock.ToAcknowledge.IsLate).ShouldBe((20_000, 20_000, 900_000, false));
        clock.ToAnswer!.DrillMs.ShouldBe(140_000);
        clock.LostAt.ShouldBeNull();
        clock.NeverAcknowledged.ShouldBeFalse();
    }

    [Fact]
    public void A_side_reads_its_own_of_it_and_what_passed_between_them()
    {
        var (sender, receiver) = (Clock("desk"), Clock("kivara"));

        sender.Steps.Select(s => s.What).ShouldNotContain("verified");
        sender.ToPreserve.ShouldNotBeNull();
        receiver.Steps.Select(s => s.What).ShouldNotContain("draft");
        receiver.Steps.Select(s => s.What).ShouldNotContain("authorised");
        (receiver.KnownAt, receiver.ToSend, receiver.ToPreserve, receiver.SparedStoryMs, receiver.LostAt).ShouldBe((null, null, null, null, null));
        receiver.ToAcknowledge.ShouldBe(sender.ToAcknowledge);
    }

    [Fact]
    public void An_acknowledgement_after_its_time_is_late_by_story_time()
    {
        var late = Log.Select(r => r with { Events = [.. r.Events.Select(e => e is RequestAcknowledged a ? a with { Story = Start + 700_000 + 900_001 } : e)] }).ToImmutableArray();
        var report = Report.Of(Wider.World, LogFolding.Of(Wider.World, late), "en");

        report.Requests.Single().Clock.ToAcknowledge!.IsLate.ShouldBeTrue();
        report.Findings.ShouldContain(f => f.Code == "acknowledged-late" && f.Team == "kivara");
        report.Teams.Single(t => t.Team == "kivara").Timings.AcknowledgedLate.ShouldBe(1);
    }

    [Fact]
    public void What_nobody_acknowledged_in_the_time_asked_is_said_and_not_before()
    {
        // A quarter of an hour is asked; the first drill ends five minutes after the sending.
        var soon = Of([.. Log[..9], Log[^1]]);
        soon.Requests.Single().Clock.NeverAcknowledged.ShouldBeFalse();
        soon.Findings.ShouldNotContain(f => f.Code == "never-acknowledged");

        var report = Of([.. Log[..9], Log[^1] with { At = 1_700_000, Events = [new ExerciseEnded(1_700_000, "control.director.1")] }]);
        report.Requests.Single().Clock.NeverAcknowledged.ShouldBeTrue();
        report.Findings.ShouldContain(f => f.Code == "never-acknowledged" && f.Team == "kivara");
    }

    [Fact]
    public void Data_that_were_held_for_another_request_or_handed_over_were_not_gone_before_they_were_kept()
    {
        DataLost lost = new(900_000, "kivara-log");
        ImmutableArray<LoggedRow> After(params DrillEvent[] before) => [.. Log[..11], new LoggedRow(12, "system", 840_000, [.. before]), new LoggedRow(13, "system", 900_000, [lost]), Log[^1] with { Version = 14 }];
        (long?, bool) Gone(DrillReport report) => (report.Requests.Single(r => r.Id == "r").Clock.LostAt, report.Findings.Any(f => f.Code == "data-lost"));

        Gone(Of(After())).ShouldBe((900_000, true), "nobody did anything");
        Gone(Of(After(new HoldBegun(840_000, "h", "kivara-log", "another", Start + 880_000), new HoldEnded(880_000, "h", "ended")))).ShouldBe((null, false));
        Gone(Of(After(new RequestExecuted(840_000, "r", "kivara.officer.1", Start + 840_000, "handed-over"), new DataHandedOver(840_000, "r", "kivara-log", "kivara.officer.1", Start + 840_000)))).ShouldBe((null, false));
        Gone(Of(After(new RequestRefused(840_000, "r", "kivara.officer.1", Start + 840_000, "", "")))).ShouldBe((null, false), "who was refused did not wait too long");
        Gone(Of([.. Log[..4], new LoggedRow(5, "system", 500_000, [lost with { At = 500_000 }]), .. Log[6..11].Select((r, n) => r with { Version = 6 + n }),
            new LoggedRow(11, "system", 840_000, [new RequestExecuted(840_000, "r", "kivara.officer.1", Start + 840_000, "nil")]), Log[^1] with { Version = 12 }])).ShouldBe((500_000, true), "it came too late");
    }

    [Fact]
    public void Senders_read_no_time_of_an_answer_that_only_the_receivers_saw()
    {
        ImmutableArray<LoggedRow> log = [.. Log[..10], new LoggedRow(11, "system", 760_000, [new RequestVerified(760_000, "r", "kivara.officer.1", Start + 760_000, false, "register")]),
            new LoggedRow(12, "system", 860_000, [new RequestReturned(860_000, "r", "kivara.officer.1", Start + 860_000, [], "")]), Log[^1]];
        long? Answered(string? team) => Report.Of(Wider.World, LogFolding.Of(Wider.World, log), "en", team).Requests.Single().Clock.ToAnswer?.DrillMs;

        Answered("kivara").ShouldBe(60_000);
        Answered("desk").ShouldBe(160_000);
    }

    [Fact]
    public void Where_a_decision_is_still_open_at_EndEx_not_every_one_was_taken_in_time()
    {
        Of(Log).Findings.ShouldContain(f => f.Code == "decided" && f.Team == "bank");
        ImmutableArray<LoggedRow> open = [.. Log[..5], .. Log[6..]];
        var two = Wider.World with { Decisions = [.. Wider.World.Decisions, Wider.World.Decisions.Single(d => d.Id == "tell") with { Id = "tell-again" }] };
        ImmutableArray<LoggedRow> one = [.. Log[..5].Select(r => r with { Events = [.. r.Events.SelectMany(e => e is DecisionOpened d ? new DrillEvent[] { d, d with { Decision = "tell-again", Deadline = null } } : [e])] }), .. Log[5..]];

        var taken = Report.Of(two, LogFolding.Of(two, one), "en");
        taken.Findings.ShouldNotContain(f => f.Code == "decided");
        taken.Findings.ShouldContain(f => f.Code == "decision-open" && !f.IsStrength && f.Team == "bank" && f.At == 300_000);
        Of(open).Findings.ShouldContain(f => f.Code == "decision-open");
        Of(open[..^1]).Findings.ShouldNotContain(f => f.Code == "decision-open", "it may yet be taken");
    }

    [Fact]
    public void Strengths_and_gaps_of_the_other_side_are_not_in_a_team_s_report()
    {
        ImmutableArray<LoggedRow> late = [.. Log[..9], Log[^1] with { At = 1_700_000, Events = [new ExerciseEnded(1_700_000, "control.director.1")] }];
        Of(late).Findings.ShouldContain(f => f.Team == "kivara");

        Report.Of(Wider.World, LogFolding.Of(Wider.World, late), "en", "desk").Findings.ShouldAllBe(f => f.Team == null || f.Team == "desk");
    }

    [Fact]
    public void A_team_s_times_are_medians_of_what_it_did()
    {
        var teams = Report.Of(Wider.World, LogFolding.Of(Wider.World, Log), "en").Teams;

        var bank = teams.Single(t => t.Team == "bank").Timings;
        (bank.DecisionsTaken, bank.DecisionsLapsed, bank.DecisionMedianMs, bank.DecisionSlowestMs).ShouldBe((1, 0, 120_000, 120_000));
        teams.Single(t => t.Team == "kivara").Timings.ToAcknowledgeMs.ShouldBe(20_000);
        teams.Single(t => t.Team == "desk").Timings.ToPreserveMs.ShouldBe(Clock().ToPreserve!.DrillMs);
        TeamTimings.Median([1, 3]).ShouldBe(2);
        TeamTimings.Median([1, 3, 9]).ShouldBe(3);
        TeamTimings.Median([]).ShouldBeNull();
    }

    [Fact]
    public void The_course_of_play_is_what_a_replay_to_that_moment_says()
    {
        var log = Rehearsed.Log(1);
        var scenario = Rehearsed.InvoiceAtDawn;
        var course = LogFolding.Of(scenario, log).Course;
        foreach (var moment in course.Where((_, n) => n % 12 == 5))
        {
            var state = Drill.Replay(scenario, log.Select(r => r.Events.Where(e => e.At <= moment.At).ToImmutableArray()));
            foreach (var team in moment.Teams)
            {
                var score = HanoiAcademy.Drills.Scoring.Score.ForTeam(state, scenario, team.Team);
                team.Points.ShouldBe(score.Won + score.Marked - score.Penalties, $"{team.Team} at {moment.At}");
            }
        }
    }

    private static DrillReport Of(ImmutableArray<LoggedRow> log) => Report.Of(Wider.World, LogFolding.Of(Wider.World, log), "en");

    private static bool KnewAllAlong => Wider.World.DataSets.Single(d => d.Id == "kivara-log").KnownTo.Contains("desk");

    private static ImmutableArray<LoggedRow> Rows(params DrillEvent[][] rows) => [.. rows.Select((events, i) => new LoggedRow(i + 1, "system", events[^1].At, [.. events]))];
}
