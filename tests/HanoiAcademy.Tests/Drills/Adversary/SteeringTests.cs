using HanoiAcademy.Drills.Commands;
using HanoiAcademy.Drills.Events;
using HanoiAcademy.Drills.Scenarios;
using HanoiAcademy.Drills.Views;
using static HanoiAcademy.Tests.Drills.Planned;
using static HanoiAcademy.Tests.Drills.Small;

namespace HanoiAcademy.Tests.Drills.Adversary;

/// <summary>Plans in the hands of controllers.</summary>
public sealed class SteeringTests
{
    private static Scenario Two => In(World, Of("enter", 4 * Minute, s => s with { Then = To("hide") }), Of("hide", Minute, s => s with { WaitMs = 2 * Minute }));

    [Fact]
    public void Held_a_plan_starts_nothing_and_waits_as_long_as_it_was_held()
    {
        var play = Play.Started(Two).Until(Minute).Send(Actor.Director, new HoldPlan("plan"));
        play.Until(15 * Minute);

        play.State.Actions["enter"].EndsAt.ShouldBe(4 * Minute, "what is under way goes on");
        play.State.Actions.ShouldNotContainKey("hide");

        play.Send(Actor.Director, new ResumePlan("plan")).Until(30 * Minute);
        play.State.Actions["hide"].StartedAt.ShouldBe(17 * Minute, "two minutes were left to wait");
    }

    [Fact]
    public void Patience_stands_still_while_a_plan_is_held()
    {
        var play = Play.Started(In(World, Of("enter", 0, s => s with { When = new FlagSet("secret"), PatienceMs = 6 * Minute, Fallback = To("phone") }), Of("phone"))).Until(2 * Minute);
        play.Send(Actor.Director, new HoldPlan("plan")).Until(20 * Minute).Send(Actor.Director, new ResumePlan("plan")).Until(40 * Minute);

        play.Events.OfType<StepGivenUp>().ShouldHaveSingleItem().At.ShouldBe(24 * Minute);
    }

    [Fact]
    public void A_skipped_step_counts_as_done_without_effects()
    {
        var play = Play.Started(In(World, Of("enter", 4 * Minute, s => s with { Then = To("hide") }, a => a with { Effects = [new SetFlag("alarm")] }), Of("hide"))).Until(Minute);
        play.Send(Actor.Director, new SkipStep("enter")).Until(10 * Minute);

        play.State.Flags.ShouldNotContain("alarm");
        play.State.Actions["hide"].EndsAt.ShouldBe(Minute);
        play.Events.OfType<StepSkipped>().ShouldHaveSingleItem();
    }

    [Fact]
    public void A_plan_that_comes_to_a_skipped_step_passes_over_it()
    {
        var play = Play.Started(In(World, Of("enter", 4 * Minute, s => s with { Then = To("hide") }), Of("hide", Minute, s => s with { Then = To("pay") }), Of("pay"), Of("count", 0, s => s with { After = ["pay"] })));
        play.Send(Actor.Director, new SkipStep("hide")).Until(10 * Minute);

        play.State.Actions.ShouldNotContainKey("hide");
        play.State.Actions["pay"].EndsAt.ShouldBe(4 * Minute);
        play.State.Actions["count"].EndsAt.ShouldBe(4 * Minute);
        play.Refused(Actor.Director, new SkipStep("hide")).ShouldBe("already-done");
    }

    [Fact]
    public void Fired_by_hand_a_step_starts_whatever_it_waits_for()
    {
        var play = Play.Started(Two).Until(Minute).Send(Actor.Director, new FireStep("hide"));

        play.State.Actions["hide"].ShouldSatisfyAllConditions(run => run.Status.ShouldBe("running"), run => run.Seat.ShouldBe("control.director.1"));
        play.State.ControlLog.Select(c => c.What).ShouldContain("step-fired");
        play.Refused(Actor.Director, new FireStep("hide")).ShouldBe("already-running");
        play.Until(20 * Minute).Events.OfType<ActionStarted>().Count(e => e.Action == "hide").ShouldBe(1, "it may run once");
    }

    [Fact]
    public void What_a_response_stands_against_cannot_be_fired()
    {
        var play = Play.Started(In(World, Of("enter", Minute, s => s with { FoiledBy = new AtTime(2 * Minute), WaitMs = 5 * Minute }))).Until(3 * Minute);
        play.Refused(Actor.Director, new FireStep("enter")).ShouldBe("step-foiled");
    }

    [Theory]
    [InlineData("control.local.bank")]
    [InlineData("control.evaluator.1")]
    [InlineData("bank.fraud.1")]
    public void Others_steer_no_plan(string who)
    {
        var play = Play.Started(Two);
        foreach (var command in new Command[] { new HoldPlan("plan"), new ResumePlan("plan"), new HandOverPlan("plan", "people"), new SkipStep("hide"), new FireStep("hide") })
            play.Refused(new Actor(who), command).ShouldBe("not-allowed");
    }

    [Fact]
    public void What_is_not_there_cannot_be_steered()
    {
        var play = Play.Started(Two);
        play.Refused(Actor.Director, new HoldPlan("no")).ShouldBe("no-such-plan");
        play.Refused(Actor.Director, new SkipStep("stop-payment")).ShouldBe("no-such-step");
        play.Refused(Actor.Director, new HandOverPlan("plan", "people")).ShouldBe("plan-without-team");
        play.Refused(Actor.Director, new HandOverPlan("plan", "nobody")).ShouldBe("bad-choice");
    }

    [Fact]
    public void Control_sees_where_the_plan_stands_and_other_teams_see_nothing_of_it()
    {
        var play = Play.Started(Two).Until(2 * Minute);
        var control = View.Of(play.State, play.Scenario, Audience.Control("en"));

        control["adversary:plan"].ShouldBeOfType<AdversaryView>().State.ShouldBe("goes");
        control["step:enter"].ShouldBeOfType<AdversaryStepView>().ShouldSatisfyAllConditions(s => s.State.ShouldBe("running"), s => s.UntilAt.ShouldBe(4 * Minute));
        control["step:hide"].ShouldBeOfType<AdversaryStepView>().State.ShouldBe("far");
        play.SeenBy("bank.fraud").Keys.ShouldNotContain(k => k.StartsWith("adversary:") || k.StartsWith("step:") || k.Contains("enter"));

        control = View.Of(play.Until(10 * Minute).State, play.Scenario, Audience.Control("en"));
        control["adversary:plan"].ShouldBeOfType<AdversaryView>().State.ShouldBe("over");
        control["step:enter"].ShouldBeOfType<AdversaryStepView>().State.ShouldBe("done");
    }
}
