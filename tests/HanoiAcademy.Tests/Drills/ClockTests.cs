using HanoiAcademy.Drills;
using HanoiAcademy.Drills.Commands;
using HanoiAcademy.Drills.Events;
using HanoiAcademy.Drills.Scenarios;
using static HanoiAcademy.Tests.Drills.Small;

namespace HanoiAcademy.Tests.Drills;

public sealed class ClockTests
{
    [Fact]
    public void An_end_comes_at_its_time_though_something_else_happens_at_that_moment_and_not_again_after_a_reopening()
    {
        var play = Play.Started(World with { Injects = [.. World.Injects, Inject("last", 120 * Minute, "bank")] }).Until(130 * Minute);

        play.State.ShouldSatisfyAllConditions(s => s.Status.ShouldBe("ended"), s => s.At.ShouldBe(120 * Minute), s => s.Injects["last"].At.ShouldBe(120 * Minute));

        play.Send(Actor.Director, new ReopenExercise()).Send(Actor.Director, new Resume()).Until(125 * Minute);
        play.State.IsRunning.ShouldBeTrue();
    }

    [Fact]
    public void What_waits_for_a_moment_is_asked_at_it_though_an_inject_comes_at_the_same()
    {
        var play = Play.Started(World with { Penalties = [new Penalty("late", "desk", En("Late"), 5, new AtTime(10 * Minute))] }).Until(10 * Minute);

        play.Events.OfType<InjectDelivered>().ShouldContain(e => e.Inject == "second" && e.At == 10 * Minute);
        play.Events.OfType<PenaltyIncurred>().Single().At.ShouldBe(10 * Minute);
    }

    [Fact]
    public void What_is_due_carries_its_own_time_however_late_the_tick()
    {
        var play = Play.Started(World).Send(Actor.System, new Tick(), 25 * Minute);

        play.Events.OfType<InjectDelivered>().Single(e => e.Inject == "second").At.ShouldBe(10 * Minute);
        play.Events.OfType<DecisionOpened>().Single().At.ShouldBe(5 * Minute);
        play.Events.OfType<DecisionLapsed>().Single().At.ShouldBe(15 * Minute);
    }

    [Fact]
    public void A_late_tick_and_a_punctual_one_lead_to_the_same_state()
    {
        var late = Play.Started(World).Send(Actor.System, new Tick(), 119 * Minute);
        var punctual = Play.Started(World).Until(119 * Minute);

        HanoiAcademy.Drills.Wire.DrillJson.ToBytes(late.State).ShouldBe(HanoiAcademy.Drills.Wire.DrillJson.ToBytes(punctual.State));
    }

    [Fact]
    public void A_paused_drill_delivers_nothing()
    {
        var play = Play.Started(World).Send(Actor.Director, new Pause(), 4 * Minute);

        Drill.NextDue(play.State, play.Scenario).ShouldBeNull();
        play.Refused(Actor.System, new Tick(), 30 * Minute).ShouldBe("not-running");
        play.Refused("bank.fraud.1", new StartAction("stop-payment")).ShouldBe("paused");
    }

    [Fact]
    public void A_command_after_something_due_lets_that_happen_first()
    {
        var play = Play.Started(World).Send("bank.fraud.1", new Decide("tell", "no"), 6 * Minute);

        play.Events.OfType<DecisionOpened>().Single().At.ShouldBe(5 * Minute);
        play.State.Decisions["tell"].Option.ShouldBe("no");
    }

    [Fact]
    public void A_meter_is_seen_to_cross_at_the_very_millisecond()
    {
        // 1,000 falling by 10 a minute: 99 are gone after 9.9 minutes, and the hundredth with the next millisecond, for a begun unit counts.
        var play = Play.Started(World).Until(20 * Minute);

        play.Events.OfType<InjectDelivered>().Single(e => e.Inject == "low").At.ShouldBe(594_001);
    }

    [Fact]
    public void What_lay_inside_a_jump_happens_in_order_before_the_phase_s_own_injects()
    {
        var scenario = World with { Injects = World.Injects.Add(Inject("epilogue", 100 * Minute, "all")) };
        var play = Play.Started(scenario)
            .Send("desk.officer.1", new DraftRequest("r", Form()))
            .Send("desk.officer.1", new AuthoriseRequest("r", 1))
            .Send("desk.officer.1", new SendRequest("r"))
            .Until(100 * Minute);

        var order = play.Events.Where(e => e is PhaseStarted or DataLost or HoldEnded or RequestLapsed || e is InjectDelivered { Inject: "epilogue" }).Select(e => e.GetType().Name).ToList();
        order.ShouldBe(["PhaseStarted", "DataLost", "HoldEnded", "RequestLapsed", "DataLost", "InjectDelivered"], "kivara's log goes on its day, norvia's when its hold has ended");
    }

    [Fact]
    public void After_a_crash_the_drill_stands_or_goes_on_as_chosen_at_launch()
    {
        var play = Play.Started(World).Send(Actor.System, new Recover(), 3 * Minute);

        play.State.Status.ShouldBe("paused");
        play.State.Why.ShouldBe("recovered");
        play.State.At.ShouldBe(3 * Minute);
    }

    [Fact]
    public void Anyone_may_stop_for_a_real_event_and_all_are_told_who()
    {
        var play = Play.Started(World).Send("kivara.officer.1", new StopForRealEvent(), Minute);

        play.State.Status.ShouldBe("stopped");
        play.Record<HanoiAcademy.Drills.Views.ClockView>("bank.fraud", "clock").By.ShouldBe("kivara.officer.1");
    }

    [Fact]
    public void What_was_sent_before_EndEx_and_arrives_after_it_is_not_done()
    {
        var play = Play.Started(World).Until(119 * Minute);

        play.Refused("bank.fraud.1", new StartAction("stop-payment"), 121 * Minute).ShouldBe("drill-ended");
    }

    [Fact]
    public void A_drill_that_went_on_by_itself_after_a_crash_says_so()
    {
        var play = new Play(World, afterCrash: "go-on").Send(Actor.Director, new StartExercise()).Send(Actor.System, new Recover(), 3 * Minute);

        play.State.Status.ShouldBe("running");
        play.Record<HanoiAcademy.Drills.Views.ClockView>("bank.fraud", "clock").Why.ShouldBe("recovered");
    }
}
