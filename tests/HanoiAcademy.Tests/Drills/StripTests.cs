using HanoiAcademy.Drills.Commands;
using HanoiAcademy.Drills.Messages;
using HanoiAcademy.Drills.Scenarios;
using HanoiAcademy.Drills.Views;
using static HanoiAcademy.Tests.Drills.Small;

namespace HanoiAcademy.Tests.Drills;

/// <summary>What people write to absent actors and to control waits there until somebody of control answers in their name.</summary>
public sealed class StripTests
{
    private static readonly Actor Simcell = new("control.simcell.1");
    private static readonly Actor LocalOfDesk = new("control.local.desk.1");

    private static Play Asked => Play.Started(World).Send("bank.fraud.1", new SendMessage("branch", "Is the payment stopped?"), Minute).Send("desk.officer.1", new SendMessage("control", "Is this part of the exercise?"), 2 * Minute);

    [Fact]
    public void What_people_write_waits_for_control_oldest_first()
    {
        Strip.Waiting(Asked.State).Select(w => (w.Item, w.Team, w.To, w.At)).ShouldBe([("m-bank-1", "bank", "branch", Minute), ("m-desk-1", "desk", "control", 2 * Minute)]);
        Tile(Asked, "bank").ShouldSatisfyAllConditions(t => t.Waiting.ShouldBe(1), t => t.WaitingAt.ShouldBe(Minute));
        Tile(Asked, "police").Waiting.ShouldBe(0);
    }

    [Fact]
    public void What_a_simulated_player_writes_waits_for_nobody()
    {
        var play = new Play(World).Send(Actor.System, new SimulateSeat("bank.fraud.1")).Send(Actor.Director, new StartExercise())
            .Send(new Actor("bank.fraud.1", Simulated: true), new SendMessage("branch", "Stop it."));

        Strip.Waiting(play.State).ShouldBeEmpty();
    }

    [Fact]
    public void An_answer_comes_to_the_team_from_whom_it_wrote_to_and_nobody_else_reads_it()
    {
        var play = Asked.Send(Simcell, new ReplyToMessage("m-bank-1", "Yes, since 08:10."));

        var read = play.Record<FeedView>("bank.fraud", "feed:r-m-bank-1-1");
        (read.From, read.FromContact, read.Text, read.ReplyTo, read.Own, read.BySeat).ShouldBe(("Branch", "branch", "Yes, since 08:10.", "m-bank-1", false, null));
        play.SeenBy("desk.officer").ShouldNotContainKey("feed:r-m-bank-1-1");
        Strip.Waiting(play.State).Select(w => w.Item).ShouldBe(["m-desk-1"]);
        play.Send("bank.fraud.1", new MarkRead(["r-m-bank-1-1"])).State.Read.Keys.ShouldContain("bank.fraud.1 r-m-bank-1-1");
        play.State.ControlLog.Last().ShouldBe(new(2 * Minute, "control.simcell.1", "answered", "m-bank-1"));
    }

    [Fact]
    public void Any_team_can_ask_exercise_control_and_is_answered_by_it()
    {
        var play = Asked.Send(Actor.Director, new ReplyToMessage("m-desk-1", "No: stop and call me."));

        play.Record<FeedView>("desk.officer", "feed:m-desk-1").ShouldSatisfyAllConditions(m => m.FromContact.ShouldBe("control"), m => m.Own.ShouldBeTrue());
        play.Record<FeedView>("desk.officer", "feed:r-m-desk-1-1").ShouldSatisfyAllConditions(r => r.FromContact.ShouldBe("control"), r => r.From.ShouldBe(""));
    }

    [Fact]
    public void The_plan_answers_too_when_it_sends_something_in_the_actors_name_to_that_team()
    {
        var world = World with { Injects = [.. World.Injects, Inject("branch-writes", 3 * Minute, "bank") with { From = "branch" }, Inject("branch-to-police", 2 * Minute, "police") with { From = "branch" }] };
        var play = Play.Started(world).Send("bank.fraud.1", new SendMessage("branch", "Is it stopped?"), Minute);

        Strip.Waiting(play.Until(2 * Minute).State).Count().ShouldBe(1, "the police's mail answers nothing of the bank's");
        Strip.Waiting(play.Until(3 * Minute).State).ShouldBeEmpty();
    }

    [Fact]
    public void What_needs_no_answer_is_set_aside_and_can_still_be_answered()
    {
        var play = Asked.Send(Simcell, new SetAsideMessage("m-bank-1"));

        Strip.Waiting(play.State).Select(w => w.Item).ShouldBe(["m-desk-1"]);
        play.Refused(Simcell, new SetAsideMessage("m-bank-1")).ShouldBe("no-such-item");
        play.Send(Simcell, new ReplyToMessage("m-bank-1", "On second thoughts: yes.")).SeenBy("bank.fraud").ShouldContainKey("feed:r-m-bank-1-1");
    }

    [Fact]
    public void Who_claims_a_message_is_seen_by_control_and_alone_answers_it_until_another_takes_it_over()
    {
        var play = Asked.Send(Simcell, new Claim("feed:m-bank-1"));
        ((ClaimView)Control(play)["claim:feed:m-bank-1"]).Seat.ShouldBe("control.simcell.1");
        play.SeenBy("bank.fraud").Keys.ShouldNotContain(k => k.StartsWith("claim:", StringComparison.Ordinal) || k.StartsWith("waiting:", StringComparison.Ordinal));

        play.Refused(Actor.Director, new ReplyToMessage("m-bank-1", "Yes.")).ShouldBe("claimed");
        play.Send(Actor.Director, new Claim("feed:m-bank-1")).Send(Actor.Director, new ReplyToMessage("m-bank-1", "Yes."));
        play.State.Claims.ShouldBeEmpty("what is answered needs nobody any more");
    }

    [Fact]
    public void A_claim_on_an_inject_ends_when_it_is_left_fired_or_skipped()
    {
        var play = Asked.Send(Simcell, new Claim("plan:second")).Send(Simcell, new Claim("plan:by-hand")).Send(Simcell, new Claim("plan:on-alarm"));
        play.Send(Actor.Director, new LeaveClaim("plan:second")).State.Claims.Count.ShouldBe(3, "another's claim is not his to leave");

        play.Send(Simcell, new LeaveClaim("plan:second")).Send(Actor.Director, new FireInject("by-hand")).Send(Actor.Director, new SkipInject("on-alarm"));
        play.State.Claims.ShouldBeEmpty();
        play.Refused(Simcell, new Claim("plan:nothing")).ShouldBe("no-such-inject");
        play.Refused(Simcell, new Claim("nothing")).ShouldBe("no-such-item");
    }

    [Fact]
    public void A_local_controller_answers_his_own_team_alone()
    {
        var play = Asked;
        play.Refused(LocalOfDesk, new ReplyToMessage("m-bank-1", "Yes.")).ShouldBe("not-allowed");
        play.Refused(LocalOfDesk, new Claim("feed:m-bank-1")).ShouldBe("not-allowed");
        play.Refused(LocalOfDesk, new SetAsideMessage("m-bank-1")).ShouldBe("not-allowed");
        play.Send(LocalOfDesk, new Claim("feed:m-desk-1")).Send(LocalOfDesk, new ReplyToMessage("m-desk-1", "No."));
        Strip.Waiting(play.State).Select(w => w.Item).ShouldBe(["m-bank-1"]);
    }

    [Fact]
    public void What_cannot_be_answered_is_refused_with_its_reason()
    {
        var play = Asked.Until(5 * Minute);
        play.Refused(Simcell, new ReplyToMessage("first", "An inject is no question.")).ShouldBe("no-such-item");
        play.Refused(Simcell, new ReplyToMessage("m-bank-1", " ")).ShouldBe("empty-message");
        play.Refused(Simcell, new ReplyToMessage("m-bank-1", new string('x', 4_001))).ShouldBe("too-long");
        play.Refused(new Actor("control.evaluator.1"), new ReplyToMessage("m-bank-1", "Yes.")).ShouldBe("not-allowed");
        play.Refused("bank.fraud.1", new ReplyToMessage("m-bank-1", "Yes.")).ShouldBe("not-allowed");
    }

    [Fact]
    public void What_the_simulation_cell_may_answer_is_suggested_to_control_alone()
    {
        var play = Play.Started(World with { Contacts = [World.Contacts[0] with { Replies = [En("We are closed.")] }] });

        ((ContactView)Control(play)["contact:branch"]).Replies.ShouldBe(["We are closed."]);
        play.Record<ContactView>("bank.fraud", "contact:branch").Replies.ShouldBeNull();
    }

    [Fact]
    public void A_second_press_hears_who_fired_it_and_when()
    {
        var play = Play.Started(World).Send(new Actor("control.lead.1"), new FireInject("by-hand"), 47 * Minute + 2_000);

        var again = HanoiAcademy.Drills.Drill.Decide(play.State, World, new FireInject("by-hand"), Actor.Director, 48 * Minute).Refusal.ShouldNotBeNull();
        (again.Code, string.Join(' ', again.Words)).ShouldBe(("already-delivered", "by-hand T+47:02 control.lead.1"));
        ((PlanView)Control(play)["plan:by-hand"]).By.ShouldBe("control.lead.1");
        ((PlanView)Control(play)["plan:first"]).By.ShouldBeNull("it came by itself");
    }

    [Fact]
    public void What_an_inject_will_say_is_read_by_control_until_it_is_delivered()
    {
        var play = Play.Started(World);
        ((InjectView)Control(play)["inject:second"]).ShouldSatisfyAllConditions(i => i.Subject.ShouldBe("second"), i => i.Html.ShouldBe("<p>Body of second</p>"));

        play.Send(Actor.Director, new EditInject("second", [], null, En("New words.")));
        ((InjectView)Control(play)["inject:second"]).ShouldSatisfyAllConditions(i => i.Text.ShouldBe("New words."), i => i.Html.ShouldBeNull());
        Control(play.Until(10 * Minute)).ShouldNotContainKey("inject:second");
        play.SeenBy("bank.fraud").Keys.ShouldNotContain(k => k.StartsWith("inject:", StringComparison.Ordinal));
    }

    [Fact]
    public void An_observer_reads_neither_what_is_to_come_nor_what_may_be_answered_nor_how_control_has_set_the_drill()
    {
        var play = Play.Started(World with { Contacts = [World.Contacts[0] with { Replies = [En("We are closed.")] }] }).Send("bank.fraud.1", new HanoiAcademy.Drills.Commands.ReportLink(51, 4_096));
        var observer = new Audience("observer", "", "en");

        var seen = View.Of(play.State, play.Scenario, observer);

        seen.Keys.ShouldNotContain(k => k.StartsWith("inject:", StringComparison.Ordinal) || k.StartsWith("link:", StringComparison.Ordinal) || k == "settings");
        ((ContactView)seen["contact:branch"]).Replies.ShouldBeNull();
        View.Changes(play.State, play.Scenario, observer, [new HanoiAcademy.Drills.Events.InjectDelivered(0, "first", "system")])!.ShouldNotContain(c => c.Key.StartsWith("inject:", StringComparison.Ordinal));
    }

    [Fact]
    public void A_local_controller_is_told_what_is_expected_of_his_own_team_alone()
    {
        var world = World with { Injects = [.. World.Injects, Inject("to-both", Minute, "all") with { Expected = [new ExpectAction("bank.fraud", "stop-payment"), new ExpectCollect("desk.officer", "header")] }] };
        var play = Play.Started(world);

        ((PlanView)View.Of(play.State, world, Audience.OfLocal("desk", "en"))["plan:to-both"]).Expected.Select(e => e.What).ShouldBe(["collect"]);
        ((PlanView)Control(play)["plan:to-both"]).Expected.Length.ShouldBe(2);
    }

    [Fact]
    public void A_claim_on_a_message_ends_when_the_plan_answers_it()
    {
        var world = World with { Injects = [.. World.Injects, Inject("branch-writes", 3 * Minute, "bank") with { From = "branch" }] };
        var play = Play.Started(world).Send("bank.fraud.1", new SendMessage("branch", "Is it stopped?"), Minute).Send("bank.fraud.1", new SendMessage("control", "Is this real?"), Minute)
            .Send(Simcell, new Claim("feed:m-bank-1")).Send(Simcell, new Claim("feed:m-bank-2"));

        play.Until(3 * Minute).State.Claims.Keys.ShouldBe(["feed:m-bank-2"]);
    }

    private static System.Collections.Immutable.ImmutableSortedDictionary<string, ViewRecord> Control(Play play) => View.Of(play.State, play.Scenario, Audience.Control("en"));

    private static TileView Tile(Play play, string team) => (TileView)Control(play)["tile:" + team];
}
