using HanoiAcademy.Drills.Commands;
using HanoiAcademy.Drills.Events;
using HanoiAcademy.Drills.Scenarios;
using HanoiAcademy.Drills.Views;
using static HanoiAcademy.Tests.Drills.Planned;
using static HanoiAcademy.Tests.Drills.Small;

namespace HanoiAcademy.Tests.Drills.Adversary;

/// <summary>A plan that people of an attack team play.</summary>
public sealed class CrewTests
{
    private static Scenario World => ForCrew(Small.World,
        Of("enter", 2 * Minute, s => s with { Then = To("hide"), Fallback = To("phone"), FoiledBy = new FlagSet("alarm"), Techniques = ["T1539"] }),
        Of("hide", Minute, s => s with { WaitMs = Minute }),
        Of("phone", Minute, s => s with { Repeat = 2 }),
        Of("pay", Minute, s => s with { After = ["hide"] }));

    [Fact]
    public void While_somebody_sits_in_the_team_the_plan_does_nothing_by_itself()
    {
        var play = Play.Started(World).Until(10 * Minute);

        play.State.Actions.ShouldBeEmpty();
        play.Record<AdversaryView>(Hand, "adversary:crew-plan").State.ShouldBe("people");
        play.Record<ActionView>(Hand, "action:enter").ShouldSatisfyAllConditions(a => a.CanDo.ShouldBeTrue(), a => a.Step!.IsNext.ShouldBeTrue(), a => a.Step!.Techniques.ShouldBe(["T1539"]));
        play.Record<ActionView>(Hand, "action:pay").ShouldSatisfyAllConditions(a => a.State.ShouldBe("blocked"), a => a.Reasons.ShouldBe(["Step hide"]));
    }

    [Fact]
    public void People_start_steps_in_their_own_order_as_often_as_each_may_be_done()
    {
        var play = Play.Started(World).Send("crew.hand.1", new StartAction("phone")).Until(2 * Minute).Send("crew.hand.1", new StartAction("phone")).Until(4 * Minute);

        play.Refused("crew.hand.1", new StartAction("phone")).ShouldBe("no-more-tries");
        play.Refused("crew.hand.1", new StartAction("pay")).ShouldBe("action-blocked");
        play.Record<ActionView>(Hand, "action:phone").ShouldSatisfyAllConditions(a => a.CanDo.ShouldBeFalse(), a => a.Step!.Left.ShouldBe(0));
    }

    [Fact]
    public void Who_starts_against_a_response_that_stands_is_foiled_and_is_not_told_beforehand()
    {
        var play = Play.Started(World with { Injects = [Inject("first", 0, "bank") with { Effects = [new SetFlag("alarm")] }] }).Until(Minute);
        play.Record<ActionView>(Hand, "action:enter").State.ShouldBe("ready");

        play.Send("crew.hand.1", new StartAction("enter"));

        play.Events.OfType<StepFoiled>().ShouldHaveSingleItem().At.ShouldBe(Minute);
        play.Record<ActionView>(Hand, "action:enter").State.ShouldBe("failed");
        play.State.Steps["phone"].Open.ShouldBeTrue("the way the plan would go is kept");
    }

    [Fact]
    public void The_plan_goes_on_from_where_people_left()
    {
        var play = Play.Started(World).Send("crew.hand.1", new StartAction("enter")).Until(5 * Minute).Send("crew.hand.1", new LeaveSeat("crew.hand.1"));
        play.Until(20 * Minute);

        play.Events.OfType<ActionStarted>().Select(e => (e.Action, e.At, e.Seat)).ShouldBe([("enter", 0, "crew.hand.1"), ("hide", 6 * Minute, "system"), ("pay", 7 * Minute, "system")]);
    }

    [Fact]
    public void Nobody_sits_there_so_the_plan_goes_until_somebody_comes()
    {
        var play = new Play(World).Send(Actor.Director, new StartExercise()).Until(Minute);
        play.State.Actions["enter"].Seat.ShouldBe("system");

        play.Send(Actor.System, new TakeSeat("crew.hand.1")).Until(30 * Minute);

        play.State.Actions["enter"].EverDone.ShouldBeTrue("what is under way goes on");
        play.State.Actions.ShouldNotContainKey("hide");
    }

    [Fact]
    public void Control_takes_a_plan_back_and_hands_it_over_whoever_sits_there()
    {
        var play = Play.Started(World).Send(Actor.Director, new HandOverPlan("crew-plan", "plan"));
        play.State.Actions["enter"].Seat.ShouldBe("system");
        play.Refused("crew.hand.1", new StartAction("phone")).ShouldBe("plan-plays");
        play.Record<ActionView>(Hand, "action:phone").CanDo.ShouldBeFalse();

        play.Send(Actor.Director, new HandOverPlan("crew-plan", "people")).Send("crew.hand.1", new LeaveSeat("crew.hand.1")).Until(30 * Minute);
        play.State.Actions.Keys.ShouldBe(["enter"]);

        play.Send(Actor.Director, new HandOverPlan("crew-plan", "auto")).Until(40 * Minute);
        play.State.Actions["pay"].EverDone.ShouldBeTrue();
    }

    [Fact]
    public void A_held_plan_holds_its_people_too()
    {
        var play = Play.Started(World).Send(Actor.Director, new HoldPlan("crew-plan"));

        play.Refused("crew.hand.1", new StartAction("enter")).ShouldBe("plan-held");
        play.Record<AdversaryView>(Hand, "adversary:crew-plan").State.ShouldBe("held");
    }

    [Theory]
    [InlineData("held", "plan-held")]
    [InlineData("taken back", "plan-plays")]
    public void While_control_has_a_plan_its_people_call_nothing_off(string how, string refusal)
    {
        var play = Play.Started(World).Send("crew.hand.1", new StartAction("enter")).Send(Actor.Director, how == "held" ? new HoldPlan("crew-plan") : new HandOverPlan("crew-plan", "plan"));

        play.Refused("crew.hand.1", new CancelAction("enter")).ShouldBe(refusal);
    }

    [Fact]
    public void Called_off_by_its_doers_a_step_makes_no_more_noise_and_the_plan_would_fall_back()
    {
        var play = Play.Started(World).Send("crew.hand.1", new StartAction("enter")).Send("crew.hand.1", new CancelAction("enter"), Minute);

        play.State.Steps["phone"].Open.ShouldBeTrue();
    }
}
