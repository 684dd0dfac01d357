using HanoiAcademy.Drills.Commands;
using HanoiAcademy.Drills.Events;
using HanoiAcademy.Drills.Scenarios;
using HanoiAcademy.Drills.Views;
using static HanoiAcademy.Tests.Drills.Small;

namespace HanoiAcademy.Tests.Drills;

/// <summary>A controller moves, edits, writes and corrects; nothing that was delivered changes.</summary>
public sealed class SteeringTests
{
    private static readonly Actor LocalOfDesk = new("control.local.desk");

    private static WriteInject Flood => new("w-flood", ["bank"], En("Flood"), En("The street is flooded."), FromText: En("Morning News"));

    [Fact]
    public void A_moved_inject_comes_at_its_new_time_and_once()
    {
        var play = Play.Started(World).Send(Actor.Director, new MoveInject("second", 4 * Minute)).Send(Actor.Director, new MoveInject("by-hand", 6 * Minute)).Until(20 * Minute);

        play.Events.OfType<InjectDelivered>().Where(e => e.Inject is "second" or "by-hand").Select(e => (e.Inject, e.At)).ShouldBe([("second", 4 * Minute), ("by-hand", 6 * Minute)]);
        play.State.ControlLog.Count(c => c.What == "moved").ShouldBe(2);
        play.Refused(Actor.Director, new MoveInject("second", 30 * Minute)).ShouldBe("already-delivered");
        play.Refused(Actor.Director, new MoveInject("on-alarm", 19 * Minute)).ShouldBe("bad-time");
    }

    [Fact]
    public void A_conditional_inject_whose_time_came_while_it_was_held_back_comes_when_it_is_released()
    {
        var play = Play.Started(World).Send(Actor.Director, new HoldBackInject("on-alarm")).Send("bank.fraud.1", new StartAction("stop-payment")).Until(10 * Minute);

        play.Send(Actor.Director, new ReleaseInject("on-alarm")).State.Injects["on-alarm"].Due.ShouldBe(13 * Minute);
    }

    [Fact]
    public void One_moved_in_the_lobby_and_one_moved_while_held_back_keep_the_new_time()
    {
        var play = new Play(World).Send(Actor.Director, new MoveInject("second", 15 * Minute)).Send(Actor.Director, new HoldBackInject("first")).Send(Actor.Director, new MoveInject("first", 3 * Minute));
        play.Send(Actor.Director, new StartExercise()).Until(Minute).Send(Actor.Director, new ReleaseInject("first")).Until(20 * Minute);

        play.Events.OfType<InjectDelivered>().Where(e => e.Inject is "first" or "second").Select(e => e.At).ShouldBe([3 * Minute, 15 * Minute]);
    }

    [Fact]
    public void An_inject_edited_before_delivery_is_read_as_edited_in_each_language()
    {
        var play = Play.Started(World).Send(Actor.Director, new EditInject("second", ["desk", "police.investigator"], Text.Empty.ByLanguage is var no ? new Text(no.Add("en", "New").Add("vi", "Mới")) : null, En("New words.")));
        play.Until(10 * Minute);

        var read = play.Record<FeedView>("police.investigator", "feed:second");
        (read.Subject, read.Text, read.Html).ShouldBe(("New", "New words.", null));
        ((FeedView)View.Of(play.State, World, Audience.OfRole("desk.officer", "vi"))["feed:second"]).Subject.ShouldBe("Mới");
        ((FeedView)View.Of(play.State, World, Audience.OfRole("desk.officer", "vi"))["feed:second"]).Text.ShouldBe("New words.", "what was not translated falls back");
        play.Refused(Actor.Director, new EditInject("second", [], null, En("Later."))).ShouldBe("already-delivered");
    }

    [Fact]
    public void A_controllers_own_inject_comes_at_its_time_or_by_hand_and_stands_in_the_plan()
    {
        var play = Play.Started(World).Send(Actor.Director, Flood with { Due = 2 * Minute }).Send(Actor.Director, Flood with { Inject = "w-later", From = "branch", FromText = null });
        Plan(play, "w-flood").Status.ShouldBe("due");
        Plan(play, "w-later").Status.ShouldBe("contingency");

        play.Until(3 * Minute).Record<FeedView>("bank.fraud", "feed:w-flood").From.ShouldBe("Morning News");
        play.SeenBy("desk.officer").ShouldNotContainKey("feed:w-flood");
        play.Send(Actor.Director, new FireInject("w-later")).Record<FeedView>("bank.fraud", "feed:w-later").FromContact.ShouldBe("branch");
        play.Send("bank.fraud.1", new MarkRead(["w-later", "w-flood"])).State.Read.Count.ShouldBe(2);
    }

    [Fact]
    public void A_delivered_inject_is_never_changed_and_its_corrections_go_to_the_same_people()
    {
        var play = Play.Started(World).Until(Minute);
        var before = play.Record<FeedView>("bank.fraud", "feed:first");
        play.Send(Actor.Director, new CorrectInject("first", En("It is account 7."))).Send(Actor.Director, new CorrectInject("first", En("No: 8.")));

        play.Record<FeedView>("bank.fraud", "feed:first").ShouldBe(before);
        var second = play.Record<FeedView>("bank.fraud", "feed:c-first-2");
        (second.Text, second.Corrects, second.Subject).ShouldBe(("No: 8.", "first", "first"));
        play.SeenBy("desk.officer").Keys.ShouldNotContain(k => k.StartsWith("feed:c-", StringComparison.Ordinal));
        play.Refused(Actor.Director, new CorrectInject("second", En("Too early."))).ShouldBe("not-delivered");
    }

    [Fact]
    public void What_cannot_be_written_is_refused_with_its_reason()
    {
        var play = Play.Started(World);

        play.Refused(Actor.Director, Flood with { Inject = "flood" }).ShouldBe("bad-id");
        play.Refused(Actor.Director, Flood with { To = ["nobody"] }).ShouldBe("no-such-team");
        play.Refused(Actor.Director, Flood with { To = [] }).ShouldBe("no-receiver");
        play.Refused(Actor.Director, Flood with { Channel = "fax" }).ShouldBe("bad-choice");
        play.Refused(Actor.Director, Flood with { FromText = null }).ShouldBe("no-such-contact");
        play.Refused(Actor.Director, Flood with { Body = En(" ") }).ShouldBe("empty-message");
        play.Refused(Actor.Director, Flood with { Body = En(new string('x', 4_001)) }).ShouldBe("too-long");
        play.Refused(Actor.Director, Flood with { Due = -1 }).ShouldBe("bad-time");
        play.Send(Actor.Director, Flood).Refused(Actor.Director, Flood).ShouldBe("inject-exists");
        play.Refused(Actor.Director, new EditInject("second", [])).ShouldBe("empty-message");
    }

    [Fact]
    public void A_local_controller_steers_what_goes_to_his_own_team_and_nothing_else()
    {
        var play = Play.Started(World).Send(LocalOfDesk, new MoveInject("second", 2 * Minute)).Send(LocalOfDesk, Flood with { To = ["desk.officer.1"] });

        play.Refused(LocalOfDesk, new HoldBackInject("first")).ShouldBe("not-allowed");
        play.Refused(LocalOfDesk, new FireInject("by-hand")).ShouldBe("not-allowed");
        play.Refused(LocalOfDesk, new EditInject("second", ["desk", "bank"])).ShouldBe("not-allowed");
        play.Refused(LocalOfDesk, Flood with { Inject = "w-2", To = ["all"] }).ShouldBe("not-allowed");
        play.Refused(new Actor("control.observer.1"), Flood).ShouldBe("not-allowed");
        play.Refused("bank.fraud.1", Flood).ShouldBe("not-allowed");
    }

    private static PlanView Plan(Play play, string inject) => (PlanView)View.Of(play.State, play.Scenario, Audience.Control("en"))["plan:" + inject];

    [Fact]
    public void What_an_author_writes_to_control_about_an_inject_is_read_by_control_alone()
    {
        var world = World with { Injects = [.. World.Injects.Select(i => i.Id == "first" ? i with { Controller = En("Second desk"), Notes = En("SECRET: wait for silence") } : i)] };
        var play = Play.Started(world);

        var plan = (PlanView)View.Of(play.State, world, Audience.Control("en"))["plan:first"];
        (plan.Controller, plan.Notes).ShouldBe(("Second desk", "SECRET: wait for silence"));
        foreach (var audience in View.Roles(world, "en").Append(new Audience("observer", "", "en")))
            System.Text.Encoding.UTF8.GetString(HanoiAcademy.Drills.Wire.DrillJson.ToBytes(View.Of(play.State, world, audience))).ShouldNotContain("SECRET", Case.Sensitive, audience.ToString());
    }
}
