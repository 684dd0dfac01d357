using System.Text;
using HanoiAcademy.Content.Scenarios;
using HanoiAcademy.Drills;
using HanoiAcademy.Drills.Commands;
using HanoiAcademy.Drills.Events;
using HanoiAcademy.Drills.Forks;
using HanoiAcademy.Drills.Scenarios;
using HanoiAcademy.Drills.Simulation;
using HanoiAcademy.Drills.State;
using HanoiAcademy.Drills.Wire;
using static HanoiAcademy.Tests.Drills.Small;

namespace HanoiAcademy.Tests.Drills;

/// <summary>A finished drill that goes on from one of its moments.</summary>
public sealed class ForkTests
{
    [Theory]
    [InlineData(0, 0)]
    [InlineData(7 * Minute, 5 * Minute)]
    [InlineData(10 * Minute, 10 * Minute)]
    [InlineData(10 * Minute - 1, 594_001)]
    public void A_moment_is_taken_to_the_last_row_at_or_before_it(long asked, long standsAt)
    {
        var play = Ended();

        var (point, refusal) = Find(play, asked);

        refusal.ShouldBeNull();
        point!.State.At.ShouldBe(standsAt);
        play.Rows.Skip((int)point.Version).ShouldAllBe(row => row.Events.Last().At > asked);
    }

    [Fact]
    public void At_the_very_end_the_exercise_stands_just_before_it()
    {
        var play = Ended();

        var point = Find(play, play.State.At).Point.ShouldNotBeNull();

        point.Version.ShouldBe(play.Rows.Count - 1);
        point.State.Status.ShouldBe("running");
    }

    [Fact]
    public void A_moment_in_a_pause_before_StartEx_and_between_an_end_and_its_reopening_is_answered()
    {
        var play = Play.Started(World).Until(6 * Minute).Send(Actor.Director, new Pause()).Send(Actor.Director, new EndExercise()).Send(Actor.Director, new ReopenExercise())
            .Send(Actor.Director, new Resume()).Until(20 * Minute).Send(Actor.Director, new EndExercise());

        var between = Find(play, 6 * Minute).Point.ShouldNotBeNull();
        between.State.Status.ShouldBe("running");
        play.Rows[(int)between.Version - 1].Events.ShouldContain(e => e is DrillResumed);
        Find(play, 0).Point.ShouldNotBeNull().State.Started.ShouldBeTrue();
    }

    [Fact]
    public void A_view_tells_from_when_on_its_people_are_those_of_today()
    {
        var play = Ended();
        var (point, _) = Find(play, 7 * Minute);
        var forked = Drill.Evolve(point!.State, World, Forking.Fork(point, "d-1"));
        var taken = Drill.Decide(forked, World, new TakeSeat("bank.fraud.1"), Actor.System, forked.At).Events.Aggregate(forked, (s, e) => Drill.Evolve(s, World, e));

        var view = HanoiAcademy.Drills.Views.View.Of(taken, World, HanoiAcademy.Drills.Views.Audience.OfRole("bank.fraud", "en"));

        ((HanoiAcademy.Drills.Views.ClockView)view["clock"]).ForkedAt.ShouldBe(point.State.At);
        ((HanoiAcademy.Drills.Views.SeatView)view["seat:bank.fraud.1"]).SinceAt.ShouldBe(point.State.At);
    }

    [Fact]
    public void What_cannot_be_forked_says_why()
    {
        var running = Play.Started(World).Until(6 * Minute);
        Find(running, 0).Refusal.ShouldNotBeNull().Code.ShouldBe("not-ended");
        Find(new Play(World), 0).Refusal.ShouldNotBeNull().Code.ShouldBe("not-ended");
        Forking.Find(World, [], 0).Refusal.ShouldNotBeNull().Code.ShouldBe("not-ended");
        var never = new Play(World).Send(Actor.Director, new StopForRealEvent()).Send(Actor.Director, new EndExercise());
        Find(never, 0).Refusal.ShouldNotBeNull().Code.ShouldBe("never-started");

        var ended = Ended();
        foreach (var at in new[] { -1, ended.State.At + 1, long.MaxValue, long.MinValue })
        {
            var refusal = Find(ended, at).Refusal.ShouldNotBeNull();
            refusal.Code.ShouldBe("no-such-moment");
            refusal.Words.ShouldBe(["T+02:00:00"]);
        }
    }

    [Fact]
    public void A_fork_stands_with_empty_seats_keeps_simulated_players_and_goes_on_when_resumed()
    {
        var play = Play.Started(World);
        play.Send(Actor.System, new LeaveSeat("kivara.officer.1")).Send(Actor.System, new SimulateSeat("kivara.officer.1", "poor")).Send("bank.fraud.1", new SetReady(true));
        play.Until(12 * Minute).Send(Actor.Director, new EndExercise());
        var point = Find(play, 12 * Minute).Point.ShouldNotBeNull();

        var fork = Drill.Evolve(point.State, World, Forking.Fork(point, "first"));

        (fork.Status, fork.Why, fork.At).ShouldBe(("paused", "forked", 12 * Minute));
        fork.Seats["bank.fraud.1"].ShouldBe(point.State.Seats["bank.fraud.1"] with { Holder = "free", Ready = false, Since = 12 * Minute });
        fork.Seats["kivara.officer.1"].ShouldBe(point.State.Seats["kivara.officer.1"]);
        fork.Seats["kivara.officer.1"].Holder.ShouldBe("simulated");
        fork.ControlLog[^1].ShouldBe(new ControlAct(12 * Minute, "system", "forked", "first"));
        Drill.NextDue(fork, World).ShouldBeNull();
        Drill.Decide(fork, World, new TakeSeat("bank.fraud.1"), Actor.System, fork.At).Refusal.ShouldBeNull();
        Drill.Decide(fork, World, new Resume(), Actor.Director, fork.At).Refusal.ShouldBeNull();
    }

    [Fact]
    public void With_nobody_left_in_the_attack_team_its_plan_goes_on_by_itself()
    {
        var play = Play.Started(Wider.World).Until(6 * Minute).Send(Actor.Director, new EndExercise());
        var point = Find(play, 5 * Minute).Point.ShouldNotBeNull();
        var waited = point.State.Plans.Where(plan => !plan.Value.Goes && plan.Value is { PlayedBy: "auto", Held: false }).Select(plan => plan.Key).ToList();
        waited.ShouldNotBeEmpty("people sit in the attack team");

        var fork = Drill.Evolve(point.State, play.Scenario, Forking.Fork(point, "first"));

        waited.ShouldAllBe(plan => fork.Plans[plan].Goes);
    }

    /// <summary>Players who are simulated do the same from the same state, so what comes after a fork is what came before it, to the byte.</summary>
    [Fact]
    public void A_fork_has_the_luck_that_its_first_drill_had()
    {
        var scenario = ScenarioLibrary.Load(Path.Combine(Repository.Root, "scenarios")).Find("invoice-at-dawn").ShouldNotBeNull().Scenario;
        var rows = Rehearsal.Run(scenario, 20270302);
        foreach (var at in new[] { 0, rows[^1].At / 3, rows[^1].At * 2 / 3, rows[^1].At })
        {
            var point = Forking.Find(scenario, rows.Select(row => (row.Version, row.Events)), at).Point.ShouldNotBeNull();
            var state = Drill.Evolve(point.State, scenario, Forking.Fork(point, "first"));
            state = Drill.Decide(state, scenario, new Resume(), Actor.Director, state.At).Events.Aggregate(state, (s, e) => Drill.Evolve(s, scenario, e));

            foreach (var row in rows.Where(row => row.Version > point.Version))
            {
                var due = Drill.NextDue(state, scenario) ?? long.MaxValue;
                var act = SimulatedPlayers.NextAct(state, scenario);
                var decided = act is null || due <= act.At
                    ? Drill.Decide(state, scenario, new Tick(), Actor.System, due)
                    : Drill.Decide(state, scenario, act.Command, new Actor(act.Seat, Simulated: true), act.At);
                Encoding.UTF8.GetString(DrillJson.ToBytes(decided.Events)).ShouldBe(Encoding.UTF8.GetString(DrillJson.ToBytes(row.Events)), $"row {row.Version}, forked at {at}");
                state = decided.Events.Aggregate(state, (s, e) => Drill.Evolve(s, scenario, e));
            }

            state.Status.ShouldBe("ended");
        }
    }

    [Fact]
    public void A_log_of_a_hundred_thousand_events_is_forked_too()
    {
        var quiet = World with { Injects = [], Decisions = [], Objectives = [], Phases = [World.Phases[0]], Ends = [] };
        var play = Play.Started(quiet);
        var rows = play.Rows.Select(row => (row.Version, row.Events)).ToList();
        for (var n = 1; n <= 100_000; n++)
            rows.Add((rows.Count + 1, [new TimePassed(n)]));
        rows.Add((rows.Count + 1, [new ExerciseEnded(100_000, "control.director.1")]));

        Forking.Find(quiet, rows, 50_000).Point.ShouldNotBeNull().Version.ShouldBe(play.Rows.Count + 50_000);
    }

    private static Play Ended() => Play.Started(World).Until(120 * Minute);

    private static (ForkPoint? Point, Refusal? Refusal) Find(Play play, long at) => Forking.Find(play.Scenario, play.Rows.Select(row => (row.Version, row.Events)), at);
}
