using HanoiAcademy.Drills.Commands;
using HanoiAcademy.Drills.Reports;
using HanoiAcademy.Drills.Scenarios;
using HanoiAcademy.Drills.Views;
using static HanoiAcademy.Tests.Drills.Small;

namespace HanoiAcademy.Tests.Drills;

/// <summary>What evaluators write down while it happens.</summary>
public sealed class NoteTests
{
    private static readonly Actor Evaluator = new("control.evaluator.1");

    [Fact]
    public void A_note_that_came_late_over_a_weak_line_is_about_the_moment_it_was_written()
    {
        var play = Play.Started(World).Send(Evaluator, new WriteNote("n-1", "bank", "Rang before writing.", Seen: 4 * Minute), 9 * Minute);

        var note = (NoteView)View.Of(play.State, World, Audience.Control("en"))["note:n-1"];
        (note.Team, note.TeamName, note.Text, note.Seen, note.At, note.Seat).ShouldBe(("bank", "bank", "Rang before writing.", 4 * Minute, 9 * Minute, "control.evaluator.1"));
        play.Send(Evaluator, new WriteNote("n-2", "bank", "From the time to come.", Seen: 90 * Minute)).State.Notes["n-2"].Seen.ShouldBe(9 * Minute);
    }

    [Fact]
    public void A_note_sent_twice_stands_once_and_one_is_written_after_EndEx_too()
    {
        var note = new WriteNote("n-1", "bank", "Quiet.");
        var play = Play.Started(World).Send(Evaluator, note).Send(Evaluator, note).Send(Actor.Director, new EndExercise()).Send(Evaluator, note with { Note = "n-2" });

        play.State.Notes.Keys.ShouldBe(["n-1", "n-2"]);
        play.Refused(Actor.Director, note).ShouldBe("bad-id", "the id is another's");
    }

    [Fact]
    public void No_player_and_no_observer_reads_what_is_noted()
    {
        var play = Play.Started(World).Send(Evaluator, new WriteNote("n-1", "bank", "They have no idea.")).Send(Actor.Director, new EndExercise());

        foreach (var audience in View.Roles(World, "en").Append(new Audience("observer", "", "en")).Append(Audience.OfLocal("desk", "en")))
            View.Of(play.State, World, audience).Keys.ShouldNotContain("note:n-1", audience.ToString());
        Report.Of(World, play.Rows, "en", "bank").Notes.ShouldBeEmpty();
        Report.Of(World, play.Rows, "en", observes: true).Notes.ShouldBeEmpty();
        Report.Of(World, play.Rows, "en").Notes.Single().Text.ShouldBe("They have no idea.");
    }

    [Fact]
    public void What_cannot_be_noted_is_refused_with_its_reason()
    {
        var play = Play.Started(World);
        var note = new WriteNote("n-1", "bank", "Quiet.");

        play.Refused(Evaluator, note with { Team = "nobody" }).ShouldBe("no-such-team");
        play.Refused(Evaluator, note with { Objective = "asked" }).ShouldBe("no-such-objective", "it is the desk's");
        play.Refused(Evaluator, note with { Text = " " }).ShouldBe("empty-message");
        play.Refused(Evaluator, note with { Text = new string('x', 4_001) }).ShouldBe("too-long");
        play.Refused(Evaluator, note with { Note = "N 1" }).ShouldBe("bad-id");
        play.Refused(new Actor("control.local.desk.1"), note).ShouldBe("not-allowed");
        play.Refused(new Actor("control.observer.1"), note).ShouldBe("not-allowed");
        play.Refused("bank.fraud.1", note).ShouldBe("not-allowed");
        play.Send(Evaluator, note with { Objective = "kept-calm" }).State.Notes["n-1"].Objective.ShouldBe("kept-calm");
    }
}
