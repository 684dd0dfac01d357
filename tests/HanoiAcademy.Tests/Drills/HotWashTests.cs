using HanoiAcademy.Drills.Commands;
using HanoiAcademy.Drills.Views;
using static HanoiAcademy.Tests.Drills.Small;

namespace HanoiAcademy.Tests.Drills;

/// <summary>What teams and control write down right after EndEx.</summary>
public sealed class HotWashTests
{
    private static readonly NoteHotWash Hindered = new("h-1", "hindered", "Nobody knew who may call the bank.");

    private static Play Over() => Play.Started(World).Send("bank.fraud.1", new SendChat("Here.")).Send(Actor.Director, new EndExercise());

    private static string[] Sees(Play play, Audience audience) =>
        [.. View.Of(play.State, World, audience).Values.OfType<HotWashView>().OrderBy(n => n.Nth).Select(n => n.Text)];

    [Fact]
    public void A_team_reads_its_own_notes_and_those_for_everybody_and_control_reads_all()
    {
        var play = Over().Send("bank.fraud.1", Hindered)
            .Send("desk.officer.1", new NoteHotWash("h-2", "helped", "The register was at hand."))
            .Send(Actor.Director, new NoteHotWash("h-3", "fix", "A night list.", "Head of treasury"))
            .Send(Actor.Director, new NoteHotWash("h-4", "fix", "The desk rings back.", Team: "desk"));

        Sees(play, Audience.OfRole("bank.fraud", "en")).ShouldBe(["Nobody knew who may call the bank.", "A night list."]);
        Sees(play, Audience.OfRole("desk.officer", "en")).ShouldBe(["The register was at hand.", "A night list.", "The desk rings back."]);
        Sees(play, Audience.OfLocal("bank", "en")).ShouldBe(["Nobody knew who may call the bank.", "A night list."]);
        Sees(play, Audience.Control("en")).Length.ShouldBe(4);
        var fix = (HotWashView)View.Of(play.State, World, Audience.Control("en"))["hot-wash:h-3"];
        (fix.Team, fix.TeamName, fix.Sort, fix.Owner, fix.BySeat).ShouldBe(("", "", "fix", "Head of treasury", "control.director.1"));
    }

    [Fact]
    public void A_note_is_mended_by_who_wrote_it_and_by_who_leads_and_stays_whose_it_was()
    {
        var play = Over().Send("bank.fraud.1", Hindered).Send("bank.fraud.1", Hindered).Send("bank.fraud.1", Hindered with { Text = "Nobody knew who may ring at night." });
        play.State.HotWash["h-1"].Text.ShouldBe("Nobody knew who may ring at night.");
        play.Refused("desk.officer.1", Hindered).ShouldBe("bad-id", "it is another's");
        play.Refused(new Actor("control.evaluator.1"), Hindered).ShouldBe("bad-id");

        play.Send(Actor.Director, Hindered with { Sort = "fix", Owner = "Treasury", Team = "desk" });
        var mended = play.State.HotWash["h-1"];
        (mended.Team, mended.Seat, mended.MendedBy, mended.Sort, mended.Owner).ShouldBe(("bank", "bank.fraud.1", "control.director.1", "fix", "Treasury"));
    }

    [Fact]
    public void A_note_is_withdrawn_by_the_same_and_a_second_press_does_no_harm()
    {
        var play = Over().Send("bank.fraud.1", Hindered);

        play.Refused("desk.officer.1", new WithdrawHotWashNote("h-1")).ShouldBe("not-allowed");
        play.Send("bank.fraud.1", new WithdrawHotWashNote("h-1")).Send("bank.fraud.1", new WithdrawHotWashNote("h-1")).State.HotWash.ShouldBeEmpty();
    }

    [Fact]
    public void Nothing_is_noted_before_EndEx_and_what_was_noted_stays_when_the_drill_is_reopened()
    {
        var play = Play.Started(World);
        play.Refused("bank.fraud.1", Hindered).ShouldBe("not-ended");
        play.Refused(Actor.Director, Hindered).ShouldBe("not-ended");

        play.Send(Actor.Director, new EndExercise()).Send("bank.fraud.1", Hindered).Send(Actor.Director, new ReopenExercise()).State.HotWash.Keys.ShouldBe(["h-1"]);
        Sees(play, Audience.OfRole("bank.fraud", "en")).Length.ShouldBe(1);
    }

    [Fact]
    public void A_team_that_was_taken_out_is_heard_too()
    {
        var play = Play.Started(World).Send(Actor.Director, new RemoveTeam("bank", "The alarm was real.")).Send(Actor.Director, new EndExercise());

        play.Send("bank.fraud.1", Hindered).State.HotWash.Keys.ShouldBe(["h-1"]);
    }

    [Fact]
    public void What_cannot_be_noted_is_refused_with_its_reason()
    {
        var play = Over();

        play.Refused("bank.fraud.1", Hindered with { Note = "H 1" }).ShouldBe("bad-id");
        play.Refused("bank.fraud.1", Hindered with { Sort = "grumbled" }).ShouldBe("bad-choice");
        play.Refused("bank.fraud.1", Hindered with { Text = " " }).ShouldBe("empty-message");
        play.Refused("bank.fraud.1", Hindered with { Text = new string('x', 501) }).ShouldBe("too-long");
        play.Refused("bank.fraud.1", Hindered with { Owner = new string('x', 101) }).ShouldBe("too-long");
        play.Refused("bank.fraud.1", Hindered with { Language = new string('x', 36) }).ShouldBe("too-long");
        play.Refused(Actor.Director, Hindered with { Team = "nobody" }).ShouldBe("no-such-team");
        play.Refused(new Actor("control.local.desk.1"), Hindered with { Team = "bank" }).ShouldBe("not-allowed");
        play.Refused(new Actor("control.observer.1"), Hindered).ShouldBe("not-allowed");
    }

    [Fact]
    public void A_team_writes_a_hundred_notes_and_no_more_and_another_team_still_may()
    {
        var play = Over();
        for (var n = 0; n < 100; n++)
            play.Send("bank.fraud.1", Hindered with { Note = $"h-{n}" });

        play.Refused("bank.fraud.1", Hindered with { Note = "h-100" }).ShouldBe("too-many");
        play.Send("desk.officer.1", Hindered with { Note = "h-d" }).State.HotWash.Count.ShouldBe(101);
    }
}
