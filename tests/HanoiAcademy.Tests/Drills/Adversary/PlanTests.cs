using HanoiAcademy.Drills.Commands;
using HanoiAcademy.Drills.Events;
using HanoiAcademy.Drills.Scenarios;
using static HanoiAcademy.Tests.Drills.Planned;
using static HanoiAcademy.Tests.Drills.Small;

namespace HanoiAcademy.Tests.Drills.Adversary;

/// <summary>A plan that carries itself out.</summary>
public sealed class PlanTests
{
    [Fact]
    public void Steps_follow_one_another_at_exact_drill_times_however_late_the_tick()
    {
        var play = Play.Started(In(World,
            Of("enter", 2 * Minute, s => s with { Then = To("hide") }, a => a with { Effects = [new SetFlag("alarm")] }),
            Of("hide", Minute, s => s with { WaitMs = 3 * Minute }),
            Of("pay", Minute, s => s with { After = ["hide"] })));

        play.Send(Actor.System, new Tick(), 9 * Minute);

        play.Events.OfType<ActionStarted>().Select(e => (e.Action, e.At, e.Seat)).ShouldBe([("enter", 0, "system"), ("hide", 5 * Minute, "system"), ("pay", 6 * Minute, "system")]);
        play.Events.OfType<ActionFinished>().Select(e => e.At).ShouldBe([2 * Minute, 6 * Minute, 7 * Minute]);
        play.State.Flags.ShouldContain("alarm");
    }

    [Fact]
    public void A_response_that_comes_true_under_way_foils_the_step_and_the_plan_falls_back()
    {
        var play = Play.Started(In(World,
            Of("read-mail", 10 * Minute, s => s with { FoiledBy = new AssetIs("mailbox", "closed"), FoiledEffects = [new SetFlag("secret")], Fallback = To("other-way"), Then = To("never") }),
            Of("other-way"), Of("never")) with
        { Actions = [.. Closing, .. In(World, Of("read-mail", 10 * Minute), Of("other-way"), Of("never")).Actions] });

        play.Until(4 * Minute).Send("bank.fraud.1", new StartAction("close"));

        play.Events.OfType<StepFoiled>().ShouldHaveSingleItem().At.ShouldBe(4 * Minute);
        play.State.Flags.ShouldContain("secret");
        play.State.Actions["other-way"].EverDone.ShouldBeTrue();
        play.Until(30 * Minute).State.Actions.ShouldNotContainKey("never");
        play.State.Actions["read-mail"].EverDone.ShouldBeFalse();
    }

    [Fact]
    public void Before_it_begins_a_response_blocks_it_until_patience_is_over()
    {
        var world = In(World, Of("enter", Minute, s => s with { FoiledBy = new FlagSet("alarm"), PatienceMs = 5 * Minute, WaitMs = Minute, Fallback = To("phone") }), Of("phone", Minute))
            with
        { Injects = [Inject("first", 0, "bank") with { Effects = [new SetFlag("alarm")] }] };
        var play = Play.Started(world).Until(20 * Minute);

        play.Events.OfType<StepFoiled>().ShouldBeEmpty();
        play.Events.OfType<StepBlocked>().ShouldHaveSingleItem().ShouldBe(new StepBlocked(Minute, "enter", 6 * Minute));
        play.Events.OfType<StepGivenUp>().ShouldHaveSingleItem().At.ShouldBe(6 * Minute);
        play.State.Actions["phone"].EndsAt.ShouldBe(7 * Minute);
    }

    [Fact]
    public void A_blocked_step_starts_as_soon_as_it_can()
    {
        var play = Play.Started(In(World,
            Of("slice", Minute, s => s with { When = new AtTime(3 * Minute) }, a => a with { Requires = [new Requirement(new MeterIs("reachable", AtMost: 960), Text.Empty, false)] })));

        play.Until(10 * Minute);

        play.Events.OfType<ActionStarted>().ShouldHaveSingleItem().At.ShouldBe(3 * Minute + 54_001, "ten a minute leave the thousand");
    }

    [Fact]
    public void Branches_are_taken_in_order_by_what_holds_when_the_step_ends()
    {
        var steps = new[]
        {
            Of("look", Minute, s => s with { Then = [new StepBranch("loud", new FlagSet("alarm")), new StepBranch("quiet")] }),
            Of("loud"), Of("quiet"),
        };
        Play.Started(In(World, steps)).Until(5 * Minute).State.Actions.Keys.ShouldBe(["look", "quiet"]);
        Play.Started(In(World with { Injects = [Inject("first", 0, "bank") with { Effects = [new SetFlag("alarm")] }] }, steps)).Until(5 * Minute).State.Actions.Keys.ShouldBe(["look", "loud"]);
    }

    [Fact]
    public void A_loop_runs_as_often_as_a_step_may_be_repeated_and_then_goes_the_other_way()
    {
        var play = Play.Started(In(World,
            Of("guess", Minute, s => s with { Repeat = 3, Fallback = To("guess", "buy") }, a => a with { Chance = 0 }),
            Of("buy")));

        play.Until(10 * Minute);

        play.Events.OfType<ActionFailed>().Select(e => e.At).ShouldBe([Minute, 2 * Minute, 3 * Minute]);
        play.State.Actions["buy"].EndsAt.ShouldBe(3 * Minute);
    }

    [Fact]
    public void Steps_that_give_each_other_up_in_no_time_come_to_an_end()
    {
        var impossible = new FlagSet("secret");
        var play = Play.Started(In(World,
            Of("a", 0, s => s with { When = impossible, PatienceMs = 0, Repeat = 100, Fallback = To("b") }),
            Of("b", 0, s => s with { When = impossible, PatienceMs = 0, Repeat = 100, Fallback = To("a") }), Of("start", 0, s => s with { Then = To("a") })));

        play.Until(Minute);

        play.Events.OfType<StepGivenUp>().Count().ShouldBe(200);
        play.Rows.Max(r => r.Events.Length).ShouldBeLessThanOrEqualTo(1_000);
    }

    [Fact]
    public void A_plan_whose_step_ended_the_drill_goes_on_after_it_was_reopened()
    {
        var play = Play.Started(In(World, Of("enter", Minute, s => s with { Then = To("hide") }, a => a with { Effects = [new EndDrill("time")] }), Of("hide", Minute))).Until(5 * Minute);
        play.State.Status.ShouldBe("ended");

        play.Send(Actor.Director, new ReopenExercise()).Send(Actor.Director, new Resume()).Until(10 * Minute);

        play.State.Actions["hide"].EndsAt.ShouldBe(2 * Minute);
    }

    [Fact]
    public void A_step_that_comes_after_several_waits_for_all_of_them()
    {
        var play = Play.Started(In(World, Of("one", Minute), Of("two", 4 * Minute), Of("both", 0, s => s with { After = ["one", "two"], WaitMs = Minute })));

        play.Until(10 * Minute);

        play.State.Actions["both"].StartedAt.ShouldBe(5 * Minute);
    }

    [Fact]
    public void A_plan_pays_what_a_step_costs_and_waits_until_it_can()
    {
        var play = Play.Started(In(World with { Meters = [.. World.Meters, new Meter("loot", En("Loot"), "", 0, 5, 0, 100, [])] },
            Of("bribe", 0, action: a => a with { Costs = [new ActionCost("loot", 20)] })));

        play.Until(10 * Minute);

        play.State.Actions["bribe"].StartedAt.ShouldBe(4 * Minute);
        play.State.Meters["loot"].Value.ShouldBe(0);
    }

    [Fact]
    public void Pause_keeps_everything_of_a_plan_where_it_is()
    {
        var world = In(World, Of("enter", 5 * Minute, s => s with { WaitMs = 2 * Minute }));
        var play = Play.Started(world).Until(4 * Minute).Send(Actor.Director, new Pause()).Send(Actor.Director, new Resume()).Until(10 * Minute);

        play.Events.OfType<ActionFinished>().ShouldHaveSingleItem().At.ShouldBe(7 * Minute);
    }

    [Fact]
    public void Its_own_skill_makes_a_plan_fail_and_luck_is_the_same_whoever_carries_a_step_out()
    {
        var certain = In(World, Of("enter"));
        Play.Started(certain with { Adversary = [certain.Adversary[0] with { Skill = 0 }] }).State.Actions["enter"].EverFailed.ShouldBeTrue();

        for (var seed = 1; seed < 20; seed++)
        {
            var crew = ForCrew(World, Of("enter", action: a => a with { Chance = 50 }));
            var byPlan = new Play(crew, seed).Send(Actor.Director, new StartExercise()).State.Actions["enter"].EverDone;
            var byHand = new Play(crew, seed).Send(Actor.System, new TakeSeat("crew.hand.1")).Send(Actor.Director, new StartExercise()).Send("crew.hand.1", new StartAction("enter")).State.Actions["enter"].EverDone;
            byHand.ShouldBe(byPlan, $"seed {seed}");
        }
    }

    [Fact]
    public void Conditions_ask_what_became_of_a_step()
    {
        var world = In(World, Of("enter", 2 * Minute, s => s with { FoiledBy = new AtTime(Minute) }), Of("hide"))
            with
        { Injects = [Inject("foiled", null, "bank") with { When = new StepIs("enter", "foiled"), After = Minute }, Inject("hidden", null, "bank") with { When = new StepIs("hide") }] };
        var play = Play.Started(world).Until(5 * Minute);

        play.State.Injects["foiled"].At.ShouldBe(2 * Minute);
        play.State.Injects["hidden"].At.ShouldBe(0);
    }

    private static readonly ActionDefinition[] Closing = [new() { Id = "close", Name = En("Close"), By = ["bank.fraud"], Effects = [new SetAsset("mailbox", "closed")] }];
}
