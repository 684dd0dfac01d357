using HanoiAcademy.Drills.Commands;
using HanoiAcademy.Drills.Events;
using HanoiAcademy.Drills.Scenarios;
using HanoiAcademy.Drills.Views;
using static HanoiAcademy.Tests.Drills.Small;

namespace HanoiAcademy.Tests.Drills.Exercises;

public sealed class BroadcastTests
{
    private static readonly Broadcast Words = new("x-1", En("Lunch"), En("We go on at two."), "urgent", En("Exercise control"));

    [Theory]
    [InlineData("lobby")]
    [InlineData("running")]
    [InlineData("paused")]
    [InlineData("stopped")]
    public void A_broadcast_reaches_everybody_in_whatever_state_the_drill_is(string state)
    {
        var play = new RandomDrill(0, 7, state, [], []).Begin();

        play.Send("control.director.2", Words);

        foreach (var audience in View.Roles(play.Scenario, "en"))
            View.Of(play.State, play.Scenario, audience)["feed:x-1"].ShouldBeOfType<FeedView>().ShouldSatisfyAllConditions(
                item => item.Subject.ShouldBe("Lunch"), item => item.Text.ShouldBe("We go on at two."), item => item.From.ShouldBe("Exercise control"), item => item.Attention.ShouldBe("urgent"));
        play.State.ControlLog.TakeLast(2).Select(act => (act.Seat, act.What)).ShouldBe([("control.director.2", "wrote"), ("control.director.2", "fired")]);
    }

    [Fact]
    public void Sent_again_by_anybody_it_is_delivered_once()
    {
        var play = Play.Started(World).Send(Actor.Director, Words).Send(Actor.Director, Words).Send("control.lead.1", Words);

        play.Events.OfType<InjectDelivered>().Count(e => e.Inject == "x-1").ShouldBe(1);
        play.Refused(Actor.Director, Words with { Body = En("At three.") }).ShouldBe("inject-exists");
    }

    [Fact]
    public void It_is_directors_and_leads_who_broadcast_and_not_after_the_end()
    {
        var play = Play.Started(World);

        foreach (var seat in new[] { "bank.fraud.1", "control.local.bank", "control.observer.1", "control.evaluator.1", "system" })
            play.Refused(seat, Words).ShouldBe("not-allowed", seat);
        play.Send(Actor.Director, new EndExercise());
        play.Refused(Actor.Director, Words).ShouldBe("drill-ended");
    }

    [Theory]
    [InlineData("first", "bad-id")]
    [InlineData("x-", "bad-id")]
    [InlineData("x-Ä", "bad-id")]
    public void An_id_that_could_be_another_s_is_refused(string id, string code) => Play.Started(World).Refused(Actor.Director, Words with { Inject = id }).ShouldBe(code);

    [Fact]
    public void What_says_nothing_or_too_much_is_refused()
    {
        var play = Play.Started(World);

        play.Refused(Actor.Director, Words with { Body = En(" ") }).ShouldBe("empty-message");
        play.Refused(Actor.Director, Words with { Body = En(new string('x', 4_001)) }).ShouldBe("too-long");
        play.Refused(Actor.Director, Words with { Attention = "call" }).ShouldBe("bad-choice");
        var taken = World with { Injects = [.. World.Injects, Inject("x-1", null, "bank")] };
        Play.Started(taken).Refused(Actor.Director, Words).ShouldBe("inject-exists");
    }
}
