using HanoiAcademy.Drills.Commands;
using HanoiAcademy.Drills.Control;
using HanoiAcademy.Drills.Views;

namespace HanoiAcademy.Tests.Drills.Replays;

/// <summary>Through whose eyes players may look back is control's choice.</summary>
public sealed class ReplaySharingTests
{
    [Theory]
    [InlineData("nobody", false, false, false)]
    [InlineData("own", true, false, false)]
    [InlineData("team", true, true, false)]
    [InlineData("all", true, true, true)]
    [InlineData("", false, false, false)]
    public void Each_choice_shows_what_its_name_says(string choice, bool own, bool mate, bool other)
    {
        ReplaySharing.Shows(choice, "bank.fraud.1", "bank.fraud.1").ShouldBe(own);
        ReplaySharing.Shows(choice, "bank.fraud.1", "bank.board.1").ShouldBe(mate);
        ReplaySharing.Shows(choice, "bank.fraud.1", "banking.fraud.1").ShouldBe(other);
    }

    [Fact]
    public void It_is_told_to_control_alone_and_what_is_no_choice_is_refused()
    {
        var play = Play.Started(Small.World, 7);
        ((SettingsView)View.Of(play.State, Small.World, Audience.Control("en"))["settings"]).Replay.ShouldBe("own");
        play = play.Send(Actor.Director, new SetReplaySharing("team"));
        ((SettingsView)View.Of(play.State, Small.World, Audience.Control("en"))["settings"]).Replay.ShouldBe("team");
        play.State.ControlLog.Last().What.ShouldBe("replay-sharing-set");
        play.Send(new Actor("control.lead.1"), new SetReplaySharing("nobody")).State.ReplaySharing.ShouldBe("nobody");
        play.Refused(Actor.Director, new SetReplaySharing("everybody")).ShouldBe("bad-choice");
        play.Refused(new Actor("control.local.bank.1"), new SetReplaySharing("all")).ShouldBe("not-allowed");
        play.Refused("bank.fraud.1", new SetReplaySharing("all")).ShouldBe("not-allowed");
    }
}
