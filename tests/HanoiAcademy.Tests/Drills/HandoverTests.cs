using HanoiAcademy.Drills;
using HanoiAcademy.Drills.Commands;
using HanoiAcademy.Drills.Events;
using HanoiAcademy.Drills.Scenarios;
using HanoiAcademy.Drills.Simulation;
using HanoiAcademy.Drills.Views;
using static HanoiAcademy.Tests.Drills.Small;

namespace HanoiAcademy.Tests.Drills;

/// <summary>A seat passes from a simulated player to a person and back, at any time: nothing is done twice, nothing is lost.</summary>
public sealed class HandoverTests
{
    private const string Bank = "bank.fraud.1";
    private const string Desk = "desk.officer.1";

    /// <summary>The bank is to stop the payment, the desk to ask Norvia; both are told at StartEx.</summary>
    private static readonly Scenario Told = World with
    {
        Injects =
        [
            Inject("stop-it", 0, "bank") with { Expected = [new ExpectAction("bank.fraud", "stop-payment")] },
            Inject("ask-norvia", 0, "desk") with { Expected = [new ExpectRequest("desk.officer", "norvia")] },
        ],
    };

    [Fact]
    public void A_person_who_takes_over_is_told_what_is_in_hand_and_it_goes_on()
    {
        var play = Simulated().Until(4 * Minute, p => p.State.Actions.ContainsKey("stop-payment"));
        var began = play.State.Actions["stop-payment"];

        play.Send(Actor.System, new TakeSeat(Bank));

        Own(play, Bank)["handover"].ShouldBeOfType<HandoverView>().InHand.ShouldBe(["action:stop-payment"]);
        Simulate(play, began.EndsAt + Minute);
        play.State.Actions["stop-payment"].EverDone.ShouldBeTrue("what was begun goes on");
        play.Events.OfType<ActionStarted>().Count(e => e.Action == "stop-payment").ShouldBe(1);
        play.Refused(Bank, new StartAction("stop-payment")).ShouldBe("already-done");
    }

    [Fact]
    public void Nothing_is_told_to_others_or_of_a_seat_where_nobody_played()
    {
        var play = Simulated().Until(4 * Minute, p => p.State.Actions.ContainsKey("stop-payment")).Send(Actor.System, new TakeSeat(Bank));

        Own(play, Desk).ContainsKey("handover").ShouldBeFalse();
        play.SeenBy("bank.fraud").ContainsKey("handover").ShouldBeFalse("it is the seat's own");
        Own(Play.Started(Told), Bank).ContainsKey("handover").ShouldBeFalse();
    }

    [Fact]
    public void A_simulated_player_goes_on_where_a_person_left_and_does_nothing_again()
    {
        var play = Play.Started(Told).Send(Bank, new MarkRead(["stop-it"]), Minute).Send(Bank, new StartAction("stop-payment"));

        play.Send(Bank, new HandSeatOver(Bank, "good"));

        play.State.Seats[Bank].Holder.ShouldBe("simulated");
        play.State.Seats[Bank].Skill.ShouldBe("good");
        play.Events.TakeLast(2).Select(e => e.GetType()).ShouldBe([typeof(SeatLeft), typeof(SeatSimulated)]);
        Simulate(play, 40 * Minute);
        play.Events.OfType<ActionStarted>().Count(e => e.Action == "stop-payment").ShouldBe(1);
        play.State.Actions["stop-payment"].EverDone.ShouldBeTrue();
    }

    [Fact]
    public void What_a_person_has_read_and_left_undone_a_simulated_player_does()
    {
        var play = Play.Started(Told).Send(Bank, new MarkRead(["stop-it"]), Minute).Send(Actor.Director, new HandSeatOver(Bank, "good"), 2 * Minute);

        Simulate(play, 40 * Minute);

        var started = play.Events.OfType<ActionStarted>().Single(e => e.Action == "stop-payment");
        started.Seat.ShouldBe(Bank);
        started.At.ShouldBeGreaterThan(2 * Minute);
    }

    [Fact]
    public void A_draft_under_way_stays_and_is_not_written_a_second_time()
    {
        var play = Play.Started(Told).Send(Desk, new MarkRead(["ask-norvia"]), Minute).Send(Desk, new DraftRequest("mine", Form() with { Fields = Fields(("offence", "Half a")) }));
        var draft = play.State.Requests["mine"];

        play.Send(Desk, new HandSeatOver(Desk, "good"), 2 * Minute);

        play.State.Requests["mine"].ShouldBe(draft);
        Simulate(play, 60 * Minute);
        play.State.Requests.Keys.ShouldBe(["mine"]);
        play.State.Requests["mine"].Form.Fields["offence"].ShouldBe("Half a\nFraud by false invoice", "what he wrote stays, what he left open is filled in");
        play.Events.OfType<RequestEdited>().ShouldHaveSingleItem().Seat.ShouldBe(Desk);
        play.Events.OfType<RequestSent>().ShouldHaveSingleItem().Request.ShouldBe("mine");
    }

    [Fact]
    public void A_whole_draft_of_a_person_is_signed_and_sent_by_the_player_who_goes_on_once()
    {
        var play = Play.Started(Told).Send(Desk, new MarkRead(["ask-norvia"]), Minute).Send(Desk, new DraftRequest("mine", Form())).Send(Desk, new HandSeatOver(Desk, "good"));

        Simulate(play, 60 * Minute);

        play.Events.OfType<RequestSent>().ShouldHaveSingleItem().Request.ShouldBe("mine");
    }

    [Fact]
    public void A_draft_of_a_simulated_player_is_in_the_hands_of_the_person_who_takes_over()
    {
        var play = Simulated().Until(30 * Minute, p => p.State.Requests.ContainsKey("sim-norvia")).Send(Actor.System, new TakeSeat(Desk));

        Own(play, Desk)["handover"].ShouldBeOfType<HandoverView>().InHand.ShouldBe(["request:sim-norvia"]);
        play.Send(Desk, new AuthoriseRequest("sim-norvia", 1)).Send(Desk, new SendRequest("sim-norvia"));
        Simulate(play, 60 * Minute);
        play.Events.OfType<RequestSent>().ShouldHaveSingleItem();
    }

    [Fact]
    public void A_seat_is_handed_over_by_who_sits_there_or_by_control_and_by_nobody_else()
    {
        var play = Play.Started(Told);

        play.Refused(Desk, new HandSeatOver(Bank)).ShouldBe("not-your-seat");
        play.Refused(new Actor("control.observer.1"), new HandSeatOver(Bank)).ShouldBe("not-allowed");
        play.Refused(Bank, new HandSeatOver(Bank, "genius")).ShouldBe("no-such-skill");
        play.Refused(Actor.Director, new HandSeatOver("nobody.at.1")).ShouldBe("no-such-seat");
        play.Send(Actor.Director, new HandSeatOver(Bank)).Refused(Bank, new StartAction("stop-payment")).ShouldBe("not-your-seat");
    }

    [Fact]
    public void Handed_over_twice_is_handed_over_once_and_control_may_change_the_player()
    {
        var play = Play.Started(Told).Send(Actor.Director, new HandSeatOver(Bank, "poor"));
        var rows = play.Rows.Count;

        play.Send(Actor.Director, new HandSeatOver(Bank, "poor")).Rows.Count.ShouldBe(rows);
        play.Send(Actor.Director, new HandSeatOver(Bank, "good")).State.Seats[Bank].Skill.ShouldBe("good");
    }

    [Fact]
    public void Back_and_forth_leaves_nothing_of_an_earlier_handover()
    {
        var play = Simulated().Until(4 * Minute, p => p.State.Actions.ContainsKey("stop-payment")).Send(Actor.System, new TakeSeat(Bank));

        play.Send(Bank, new HandSeatOver(Bank)).Send(Actor.Director, new FreeSeat(Bank)).Send(Actor.System, new TakeSeat(Bank));

        Own(play, Bank).ContainsKey("handover").ShouldBeFalse("an empty seat has nothing in hand");
    }

    [Fact]
    public void How_good_a_simulated_player_is_control_alone_is_told()
    {
        var play = Simulated().Play;

        View.Of(play.State, Told, Audience.Control("en"))[$"seat:{Bank}"].ShouldBeOfType<SeatView>().Skill.ShouldBe("good");
        play.Record<SeatView>("bank.fraud", $"seat:{Desk}").Skill.ShouldBeNull();
    }

    private static System.Collections.Immutable.ImmutableSortedDictionary<string, ViewRecord> Own(Play play, string seat) => View.Of(play.State, play.Scenario, Audience.OfSeat(seat, "en"));

    /// <summary>Good players in all seats, begun.</summary>
    private static Run Simulated()
    {
        var play = new Play(Told);
        foreach (var seat in play.State.Seats.Keys)
            play.Send(Actor.System, new SimulateSeat(seat, "good"));
        return new Run(play.Send(Actor.Director, new StartExercise()));
    }

    private static void Simulate(Play play, long until) => new Run(play).Until(until, _ => false);

    /// <summary>Plays as a room does: what is due, and what simulated players do in between.</summary>
    private sealed record Run(Play Play)
    {
        public static implicit operator Play(Run run) => run.Play;

        public Play Until(long at, Func<Play, bool> stop)
        {
            while (Play.State.IsRunning && !stop(Play))
            {
                var due = Drill.NextDue(Play.State, Play.Scenario) ?? long.MaxValue;
                var act = SimulatedPlayers.NextAct(Play.State, Play.Scenario);
                if (Math.Min(due, act?.At ?? long.MaxValue) > at)
                    break;
                if (act is null || due <= act.At)
                    Play.Send(Actor.System, new Tick(), due);
                else
                    Play.Send(new Actor(act.Seat, Simulated: true), act.Command, act.At);
            }

            return Play;
        }
    }
}
