using HanoiAcademy.Drills;
using HanoiAcademy.Drills.Commands;
using HanoiAcademy.Drills.Events;
using HanoiAcademy.Drills.Scenarios;
using HanoiAcademy.Drills.Views;
using static HanoiAcademy.Tests.Drills.Small;

namespace HanoiAcademy.Tests.Drills;

/// <summary>What control does before, during and after, and what time does meanwhile.</summary>
public sealed class ControlTests
{
    [Fact]
    public void A_dated_inject_held_back_in_the_lobby_and_released_there_comes_at_its_time()
    {
        var play = new Play(World).Send(Actor.Director, new HoldBackInject("second")).Send(Actor.Director, new ReleaseInject("second"))
            .Send(Actor.Director, new StartExercise()).Until(30 * Minute);

        play.Events.OfType<InjectDelivered>().Single(e => e.Inject == "second").At.ShouldBe(10 * Minute);
    }

    [Fact]
    public void A_drill_stopped_in_the_lobby_goes_back_to_the_lobby_and_one_stopped_at_once_after_StartEx_does_not()
    {
        var none = World with { Injects = [] };
        var lobby = new Play(none).Send(Actor.System, new StopForRealEvent()).Send(Actor.Director, new Resume());
        lobby.State.Status.ShouldBe("lobby");

        var started = new Play(none).Send(Actor.Director, new StartExercise()).Send(Actor.System, new StopForRealEvent()).Send(Actor.Director, new Resume());
        started.State.Status.ShouldBe("running");
    }

    [Fact]
    public void Drill_time_begins_with_StartEx_however_long_the_lobby_was()
    {
        var play = new Play(World).Send(Actor.System, new TakeSeat("bank.fraud.1"), 9 * Minute).Send(Actor.Director, new StartExercise(), 10 * Minute);

        play.State.At.ShouldBe(0);
        play.Until(10 * Minute).Events.OfType<InjectDelivered>().Select(e => (e.Inject, e.At)).ShouldContain(("second", 10 * Minute));
    }

    [Fact]
    public void Drill_time_stands_still_while_paused_whatever_is_sent_and_fired()
    {
        var play = Play.Started(World).Send(Actor.Director, new Pause(), 4 * Minute)
            .Send("desk.officer.1", new DraftRequest("r", Form()), 30 * Minute)
            .Send(Actor.Director, new FireInject("by-hand"), 31 * Minute)
            .Send(Actor.Director, new Resume(), 32 * Minute);

        play.State.At.ShouldBe(4 * Minute);
        play.Until(20 * Minute).Events.OfType<DecisionOpened>().Single().At.ShouldBe(5 * Minute);
    }

    [Fact]
    public void A_command_that_would_find_no_room_behind_what_is_due_waits_for_a_tick()
    {
        var echoes = Enumerable.Range(0, 1_200).Select(i => Inject($"echo-{i}", null, "bank") with { When = new InjectOut("second") });
        var at = new ActionDefinition { Id = "at-once", Name = En("At once"), By = ["bank.fraud"] };
        var play = Play.Started(World with { Injects = [.. World.Injects, .. echoes], Actions = [.. World.Actions, at] });

        play.Refused("bank.fraud.1", new StartAction("at-once"), 11 * Minute).ShouldBe("catching-up");
        play.Until(11 * Minute).Send("bank.fraud.1", new StartAction("at-once"), 11 * Minute).State.Actions["at-once"].Status.ShouldBe("done");
    }

    [Fact]
    public void What_a_team_writes_is_numbered_within_the_team_so_that_no_gap_tells_of_the_others()
    {
        var scenario = World with { Contacts = [World.Contacts[0] with { Teams = ["all"] }] };
        var play = Play.Started(scenario).Send("bank.fraud.1", new SendMessage("branch", "one")).Send("desk.officer.1", new SendMessage("branch", "two")).Send("bank.fraud.1", new SendMessage("branch", "three"));

        play.SeenBy("bank.fraud").Keys.Where(k => k.StartsWith("feed:m-", StringComparison.Ordinal)).ShouldBe(["feed:m-bank-1", "feed:m-bank-2"]);
        play.SeenBy("desk.officer").Keys.Where(k => k.StartsWith("feed:m-", StringComparison.Ordinal)).ShouldBe(["feed:m-desk-1"]);
    }

    [Fact]
    public void A_thread_s_beginning_is_named_only_to_those_who_had_it()
    {
        var play = Play.Started(Wider.World).Until(10 * Minute).Send(Actor.Director, new FireInject("answer-to-second"));

        play.Record<FeedView>("desk.officer", "feed:answer-to-second").ReplyTo.ShouldBe("second");
        play.Record<FeedView>("bank.fraud", "feed:answer-to-second").ReplyTo.ShouldBeNull();
    }

    [Fact]
    public void A_team_without_roles_has_a_tile_all_the_same()
    {
        var play = Play.Started(World with { Teams = [.. World.Teams, new Team("ring", En("The ring"), "attack", "norvia", Prose.Empty, [])] });

        View.Of(play.State, play.Scenario, Audience.Control("en")).ShouldContainKey("tile:ring");
    }

    [Theory]
    [InlineData("")]
    [InlineData("zz-a-language-tag-longer-than-any-that-there-is")]
    public void A_message_s_language_is_a_tag_and_no_place_to_keep_a_book(string language)
    {
        var decided = Drill.Decide(Play.Started(World).State, World, new SendMessage("branch", "text", Language: language), new Actor("bank.fraud.1"), 0);

        (decided.Refusal?.Code).ShouldBe(language.Length > 35 ? "too-long" : null);
    }
}
