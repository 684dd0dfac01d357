using HanoiAcademy.Drills.Commands;
using HanoiAcademy.Drills.Views;
using static HanoiAcademy.Tests.Drills.Small;

namespace HanoiAcademy.Tests.Drills.Exercises;

public sealed class RollCallTests
{
    private static Play Lobby()
    {
        var play = new Play(World);
        foreach (var seat in new[] { "bank.fraud.1", "desk.officer.1" })
            play.Send(Actor.System, new TakeSeat(seat));
        return play;
    }

    private static LinkView Link(Play play) => View.Of(play.State, World, Audience.Control("en"))["link:bank.fraud.1"].ShouldBeOfType<LinkView>();

    [Fact]
    public void The_roll_is_called_in_the_lobby_and_everybody_hears_of_it()
    {
        var play = Lobby();
        play.SeenBy("bank.fraud").ShouldNotContainKey("roll");

        play.Send(Actor.Director, new CallRoll());

        play.Record<RollView>("bank.fraud", "roll").N.ShouldBe(1);
        play.Send(Actor.Director, new CallRoll());
        play.Record<RollView>("kivara.officer", "roll").N.ShouldBe(2);
        View.Of(play.State, World, Audience.Control("en"))["roll"].ShouldBe(new RollView(2));
    }

    [Fact]
    public void A_seat_s_test_of_its_link_answers_the_roll_until_it_is_called_again()
    {
        var play = Lobby().Send("bank.fraud.1", new ReportLink(430, 2_048)).Send(Actor.Director, new CallRoll());
        Link(play).ShouldBe(new LinkView("bank.fraud.1", 430, 2_048, Answered: false));

        play.Send("bank.fraud.1", new ReportLink(51, 4_096));

        Link(play).ShouldBe(new LinkView("bank.fraud.1", 51, 4_096, Answered: true));
        play.Send(Actor.Director, new CallRoll());
        Link(play).Answered.ShouldBeFalse();
    }

    [Theory]
    [InlineData(false)]
    [InlineData(true)]
    public void An_answer_to_the_roll_changes_a_line_of_a_view_and_makes_none_whole(bool started)
    {
        var play = Lobby().Send("bank.fraud.1", new ReportLink(430, 2_048));
        if (started)
            play.Send(Actor.Director, new StartExercise());
        foreach (var (actor, command) in new (Actor, Command)[] { (Actor.Director, new CallRoll()), (new Actor("bank.fraud.1"), new ReportLink(51, 4_096)) })
        {
            if (started && command is CallRoll)
                continue;
            var (before, events) = (play.State, HanoiAcademy.Drills.Drill.Decide(play.State, World, command, actor, play.State.At).Events);
            var after = events.Aggregate(before, (s, e) => HanoiAcademy.Drills.Drill.Evolve(s, World, e));
            foreach (var audience in new[] { Audience.Control("en"), Audience.OfRole("bank.fraud", "en"), Audience.OfSeat("bank.fraud.1", "en"), Audience.OfSeat("desk.officer.1", "en") })
            {
                var view = View.Of(before, World, audience);
                foreach (var change in View.Changes(after, World, audience, events).ShouldNotBeNull($"{command} for {audience}"))
                    view = change.Record is { } record ? view.SetItem(change.Key, record) : view.Remove(change.Key);
                HanoiAcademy.Drills.Wire.DrillJson.ToBytes(view).ShouldBe(HanoiAcademy.Drills.Wire.DrillJson.ToBytes(View.Of(after, World, audience)), $"{command} for {audience}");
            }

            play.Send(actor, command);
        }
    }

    [Fact]
    public void How_somebody_s_link_is_only_he_and_control_see()
    {
        var play = Lobby().Send("bank.fraud.1", new ReportLink(430, 2_048));

        View.Of(play.State, World, Audience.OfSeat("bank.fraud.1", "en")).ShouldContainKey("link:bank.fraud.1");
        View.Of(play.State, World, Audience.OfSeat("desk.officer.1", "en")).ShouldNotContainKey("link:bank.fraud.1");
        foreach (var audience in View.Roles(World, "en"))
            View.Of(play.State, World, audience).Keys.ShouldNotContain(key => key.StartsWith("link:", StringComparison.Ordinal));
    }

    [Fact]
    public void A_local_controller_sees_the_links_of_his_own_team_alone()
    {
        var play = Lobby().Send("bank.fraud.1", new ReportLink(430, 2_048));

        View.Of(play.State, World, Audience.OfLocal("bank", "en")).ShouldContainKey("link:bank.fraud.1");
        View.Of(play.State, World, Audience.OfLocal("desk", "en")).ShouldNotContainKey("link:bank.fraud.1");
    }

    [Fact]
    public void Only_who_holds_a_seat_reports_a_link_and_only_a_controller_calls_the_roll()
    {
        var play = Lobby();

        play.Refused("kivara.officer.1", new ReportLink(1, 1)).ShouldBe("not-your-seat");
        play.Refused(Actor.Director, new ReportLink(1, 1)).ShouldBe("not-your-seat");
        play.Refused("bank.fraud.1", new CallRoll()).ShouldBe("not-allowed");
        play.Refused("control.observer.1", new CallRoll()).ShouldBe("not-allowed");
        play.Refused("bank.fraud.1", new ReportLink(-1, 1)).ShouldBe("bad-link-test");
        play.Refused("bank.fraud.1", new ReportLink(1, int.MaxValue)).ShouldBe("bad-link-test");
        play.Refused("control.local.bank.1", new CallRoll()).ShouldBe("not-allowed", "all teams are asked");
        play.Send(Actor.Director, new StartExercise());
        play.Refused(Actor.Director, new CallRoll()).ShouldBe("already-running");
        play.Send(Actor.Director, new EndExercise());
        play.Refused(Actor.Director, new CallRoll()).ShouldBe("drill-ended");
    }
}
