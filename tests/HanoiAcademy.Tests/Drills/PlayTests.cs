using HanoiAcademy.Drills.Commands;
using HanoiAcademy.Drills.Events;
using HanoiAcademy.Drills.Scenarios;
using HanoiAcademy.Drills.Views;
using static HanoiAcademy.Tests.Drills.Small;

namespace HanoiAcademy.Tests.Drills;

/// <summary>Injects, actions, decisions, evidence, scoring: given what happened, when a command comes, then this.</summary>
public sealed class PlayTests
{
    [Fact]
    public void A_conditional_inject_comes_so_long_after_its_condition_first_held()
    {
        var play = Play.Started(World).Send("bank.fraud.1", new StartAction("stop-payment"), Minute).Until(10 * Minute);

        play.Events.OfType<InjectDelivered>().Single(e => e.Inject == "on-alarm").At.ShouldBe(6 * Minute);
        play.SeenBy("police.investigator").ContainsKey("feed:on-alarm").ShouldBeTrue();
        play.SeenBy("bank.fraud").ContainsKey("feed:on-alarm").ShouldBeFalse();
    }

    [Fact]
    public void The_second_press_on_fire_delivers_nothing_and_says_when_it_went_out()
    {
        var play = Play.Started(World).Send(Actor.Director, new FireInject("by-hand"), Minute);

        play.Refused(new Actor("control.director.2"), new FireInject("by-hand")).ShouldBe("already-delivered");
        play.Events.OfType<InjectDelivered>().Count(e => e.Inject == "by-hand").ShouldBe(1);
    }

    [Fact]
    public void A_held_back_inject_waits_for_its_release_and_a_skipped_one_never_comes()
    {
        var play = Play.Started(World).Send(Actor.Director, new HoldBackInject("second"), Minute).Until(20 * Minute);
        play.SeenBy("desk.officer").ContainsKey("feed:second").ShouldBeFalse();

        play.Send(Actor.Director, new ReleaseInject("second")).Until(20 * Minute);
        play.Events.OfType<InjectDelivered>().Single(e => e.Inject == "second").At.ShouldBe(20 * Minute);

        var skipped = Play.Started(World).Send(Actor.Director, new SkipInject("second"), Minute).Until(30 * Minute);
        skipped.SeenBy("desk.officer").ContainsKey("feed:second").ShouldBeFalse();
    }

    [Fact]
    public void A_player_cannot_steer_and_an_observer_cannot_act()
    {
        var play = Play.Started(World);

        foreach (var command in new Command[] { new FireInject("by-hand"), new Pause(), new SetSpeed(2), new EndExercise(), new SimulateSeat("bank.fraud.1"), new Tick(), new LaunchDrill("small", "", 1) })
            play.Refused("bank.fraud.1", command).ShouldBe("not-allowed");
        play.Refused(new Actor("control.observer.1"), new FireInject("by-hand")).ShouldBe("not-allowed");
        play.Refused(new Actor("control.director.1"), new StartAction("stop-payment")).ShouldBe("not-your-seat");
        play.Refused("desk.officer.1", new StartAction("stop-payment")).ShouldBe("not-your-action");
        play.Refused("nobody.at.1", new StartAction("stop-payment")).ShouldBe("not-your-seat");
    }

    [Fact]
    public void The_money_stopped_is_the_money_that_could_still_be_reached()
    {
        long Frozen(long at) => Play.Started(World).Send("bank.fraud.1", new StartAction("stop-payment"), at).Until(at + 3 * Minute).State.Meters["frozen"].Value;

        Frozen(3 * Minute).ShouldBe(950);
        Frozen(30 * Minute).ShouldBe(680);
    }

    [Fact]
    public void What_the_doers_can_see_refuses_an_action_with_its_reason()
    {
        var play = Play.Started(World);

        play.Refused("bank.fraud.1", new StartAction("needs-alarm")).ShouldBe("action-blocked");
        var row = play.Record<ActionView>("bank.fraud", "action:needs-alarm");
        row.State.ShouldBe("blocked");
        row.Reasons.ShouldBe(["Raise the alarm first."]);
    }

    [Fact]
    public void What_they_cannot_see_neither_disables_the_row_nor_gives_a_reason_and_the_action_takes_its_time_and_fails()
    {
        var play = Play.Started(World);
        var row = play.Record<ActionView>("bank.fraud", "action:needs-secret");
        row.State.ShouldBe("ready");
        row.Reasons.ShouldBeEmpty();

        play.Send("bank.fraud.1", new StartAction("needs-secret")).Until(Minute);
        play.Record<ActionView>("bank.fraud", "action:needs-secret").Result.ShouldBe("It came to nothing.");
    }

    [Fact]
    public void A_decision_is_taken_once_by_the_first_who_may()
    {
        var play = Play.Started(World).Until(5 * Minute);
        play.Refused("desk.officer.1", new Decide("tell", "yes")).ShouldBe("not-your-decision");
        play.Refused("bank.fraud.1", new Decide("tell", "perhaps")).ShouldBe("no-such-option");

        play.Send("bank.fraud.1", new Decide("tell", "yes", "They must know."));
        play.Refused("bank.fraud.1", new Decide("tell", "no")).ShouldBe("already-decided");
        play.State.Flags.ShouldContain("alarm");
    }

    [Fact]
    public void Evidence_is_collected_with_its_hash_and_handed_over_with_its_log()
    {
        var play = Play.Started(World);
        play.Refused("bank.fraud.1", new CollectEvidence("header")).ShouldBe("no-such-evidence", "it has not come to them yet");

        play.Send(Actor.Director, new FireInject("by-hand"));
        play.Refused("bank.fraud.1", new CollectEvidence("header", Sha256: "00")).ShouldBe("not-a-hash");
        play.Send("bank.fraud.1", new CollectEvidence("header", Basis: "own system")).Send("bank.fraud.1", new HandOverEvidence("header", "police"));

        var there = play.Record<EvidenceView>("police.investigator", "evidence:header");
        there.State.ShouldBe("collected");
        there.Custody.Select(c => c.What).ShouldBe(["collected", "handed-over", "received"]);
        there.Sha256.ShouldBe(World.Evidence[0].Sha256);
    }

    [Fact]
    public void Objectives_are_won_in_time_missed_when_late_and_asked_at_the_end_where_the_author_says_so()
    {
        var won = Play.Started(World).Send("bank.fraud.1", new StartAction("stop-payment"), Minute).Until(120 * Minute);
        won.State.Status.ShouldBe("ended");
        won.State.Objectives["stopped"].ShouldBe(new HanoiAcademy.Drills.State.ObjectiveState("won", 3 * Minute, "action-finished stop-payment"));
        won.State.Objectives["kept-calm"].Status.ShouldBe("won");
        won.State.Objectives["asked"].Status.ShouldBe("missed");

        var late = Play.Started(World).Until(30 * Minute + 1);
        late.State.Objectives["stopped"].Status.ShouldBe("missed");
    }

    [Fact]
    public void A_penalty_is_taken_once_and_never_below_nothing()
    {
        var play = Play.Started(World).Send("bank.fraud.1", new StartAction("needs-secret")).Until(2 * Minute).Send("bank.fraud.1", new StartAction("needs-secret")).Until(4 * Minute);

        play.Events.OfType<PenaltyIncurred>().Count().ShouldBe(1);
        HanoiAcademy.Drills.Scoring.Score.ForTeam(play.State, play.Scenario, "bank").Value.ShouldBe(0);
    }

    [Fact]
    public void Effects_of_effects_beyond_a_command_s_limit_are_cut_logged_and_shown_to_control()
    {
        var many = Enumerable.Range(0, 1_200).Select(i => Inject($"echo-{i}", null, "bank") with { When = new InjectOut("first") });
        var play = Play.Started(World with { Injects = [.. World.Injects, .. many] }).Until(Minute);

        play.Rows.Max(r => r.Events.Length).ShouldBeLessThanOrEqualTo(1_000);
        play.Events.OfType<CascadeCut>().ShouldNotBeEmpty();
        View.Of(play.State, play.Scenario, Audience.Control("en")).Values.OfType<ControlLogView>().ShouldContain(l => l.What == "cascade-cut");
    }
}
