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
    public void What_nobody_acknowledged_is_said()
    {
        var report = Report.Of(Wider.World, LogFolding.Of(Wider.World, [.. Log[..9], Log[^1]]), "en");
        report.Requests.Single().Clock.NeverAcknowledged.ShouldBeTrue();
        report.Findings.ShouldContain(f => f.Code == "never-acknowledged" && f.Team == "kivara");
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

    private static bool KnewAllAlong => Wider.World.DataSets.Single(d => d.Id == "kivara-log").KnownTo.Contains("desk");

    private static ImmutableArray<LoggedRow> Rows(params DrillEvent[][] rows) => [.. rows.Select((events, i) => new LoggedRow(i + 1, "system", events[^1].At, [.. events]))];
}
