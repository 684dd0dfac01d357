using HanoiAcademy.Drills.Commands;
using HanoiAcademy.Drills.Scenarios;
using HanoiAcademy.Drills.Views;
using static HanoiAcademy.Tests.Drills.Small;

namespace HanoiAcademy.Tests.Drills.Exercises;

/// <summary>One drill in one tile of the wall.</summary>
public sealed class GlimpseTests
{
    private static readonly Scenario Scenario = World with
    {
        Injects = [.. World.Injects, Inject("branch-answers", null, "bank") with { Contingency = true, From = "branch" }, Inject("alarm-bell", null, "bank") with { Contingency = true, Attention = "urgent" }],
    };

    private static Glimpse Of(Play play) => Glimpse.Of(play.State, Scenario);

    [Fact]
    public void A_message_to_an_absent_actor_waits_until_he_answers_that_team()
    {
        var play = Play.Started(Scenario).Until(2 * Minute);
        Of(play).ShouldSatisfyAllConditions(g => g.Waiting.ShouldBe(0), g => g.WaitingSince.ShouldBeNull());

        play.Send("bank.fraud.1", new SendMessage("branch", "Stop it."), 3 * Minute).Send("bank.fraud.1", new SendMessage("branch", "Hello?"), 5 * Minute);
        Of(play).ShouldSatisfyAllConditions(g => g.Waiting.ShouldBe(2), g => g.WaitingSince.ShouldBe(3 * Minute), g => g.LastActAt.ShouldBe(5 * Minute));

        play.Send(Actor.Director, new FireInject("branch-answers"));
        Of(play).Waiting.ShouldBe(0);
        Of(play.Send("bank.fraud.1", new SendMessage("branch", "Thank you."), 6 * Minute)).Waiting.ShouldBe(1);
    }

    [Fact]
    public void What_a_simulated_player_writes_waits_for_nobody()
    {
        var play = Play.Started(Scenario).Send(Actor.System, new LeaveSeat("bank.fraud.1")).Send(Actor.System, new SimulateSeat("bank.fraud.1"));

        play.Send(new Actor("bank.fraud.1", Simulated: true), new SendMessage("branch", "Stop it."));

        Of(play).Waiting.ShouldBe(0);
    }

    [Fact]
    public void Urgent_injects_and_open_decisions_are_counted_until_they_are_dealt_with()
    {
        var play = Play.Started(Scenario).Until(6 * Minute).Send(Actor.Director, new FireInject("alarm-bell"));
        Of(play).ShouldSatisfyAllConditions(g => g.Urgent.ShouldBe(1), g => g.Decisions.ShouldBe(1));

        play.Send("bank.fraud.1", new MarkRead(["alarm-bell"])).Send("bank.fraud.1", new Decide("tell", "no"));

        Of(play).ShouldSatisfyAllConditions(g => g.Urgent.ShouldBe(0), g => g.Decisions.ShouldBe(0));
    }

    [Fact]
    public void A_request_that_people_leave_unanswered_for_an_hour_is_overdue()
    {
        var play = Play.Started(Scenario)
            .Send("desk.officer.1", new DraftRequest("r", Form("kivara-desk", "kivara-log", "192.0.2.7"))).Send("desk.officer.1", new AuthoriseRequest("r", 1)).Send("desk.officer.1", new SendRequest("r"));
        Of(play.Until(59 * Minute)).Overdue.ShouldBe(0);

        Of(play.Until(62 * Minute)).Overdue.ShouldBe(1);
    }
}
