using HanoiAcademy.Drills;
using HanoiAcademy.Drills.Commands;
using HanoiAcademy.Drills.Events;
using HanoiAcademy.Drills.Reports;
using HanoiAcademy.Drills.Scenarios;
using HanoiAcademy.Drills.Scoring;
using HanoiAcademy.Drills.Views;
using static HanoiAcademy.Tests.Drills.Small;

namespace HanoiAcademy.Tests.Drills;

/// <summary>The director strikes what was won, or a penalty: it counts nothing from then on, and everybody can see why.</summary>
public sealed class VoidingTests
{
    private static readonly Actor Evaluator = new("control.evaluator.1");

    private static readonly Scenario Judged = World with
    {
        Objectives =
        [
            .. World.Objectives,
            new Objective { Id = "fast", Team = "bank", Name = En("Fast"), Points = 11, When = new ActionDone("stop-payment"), Measure = new Measure(Minute, 10 * Minute, null) },
            new Objective { Id = "spoke-well", Team = "bank", Name = En("Spoke well"), Points = 4, Rubric = [new RubricLevel("well", En("Well"), 4), new RubricLevel("badly", En("Badly"), 0)] },
        ],
    };

    /// <summary>The bank has stopped the payment (10 points, and 5 of 11 for its speed), and was rash.</summary>
    private static Play Played() => Play.Started(Judged)
        .Send("bank.fraud.1", new StartAction("stop-payment"))
        .Send("bank.fraud.1", new StartAction("needs-secret"))
        .Until(5 * Minute);

    private static VoidScore Objective(string id, string reason = "Control had told them.") => new("objective", id, reason);

    private static VoidScore Penalty(string id, string reason = "The button was named wrongly.") => new("penalty", id, reason);

    private static Score Bank(Play play) => Score.ForTeam(play.State, Judged, "bank");

    private static TeamReport ReportOf(Play play, string? team = null) => Report.Of(Judged, play.Rows, "en", team).Teams.Single(t => t.Team == "bank");

    [Fact]
    public void Points_that_the_rules_gave_count_nothing_once_voided_and_could_still_have_been_won()
    {
        var play = Played();
        (Bank(play).Won, Bank(play).Of, Bank(play).Penalties).ShouldBe((15, 31, 10));

        play.Send(Actor.Director, Objective("stopped"));

        (Bank(play).Won, Bank(play).Of, Bank(play).Penalties).ShouldBe((5, 31, 10));
        play.State.Objectives["stopped"].Status.ShouldBe("won", "what proved it stays in the log");
    }

    [Theory]
    [InlineData("fast", 10)]
    [InlineData("spoke-well", 15)]
    public void So_do_points_won_in_part_and_marks_of_evaluators(string objective, int won)
    {
        var play = Played().Send(Evaluator, new MarkObjective("spoke-well", "well")).Send(Actor.Director, Objective(objective));

        Bank(play).Won.ShouldBe(won);
        Bank(play).Marked.ShouldBe(objective == "spoke-well" ? 0 : 4);
        Bank(play).MarkedOf.ShouldBe(4);
    }

    [Fact]
    public void So_do_points_typed_in_of_play_on_paper()
    {
        var typed = new TypeInResults([new TypedResult("objective", "asked", "won")]);
        var play = Played().Send(Actor.Director, typed).Send(Actor.Director, Objective("asked"));

        Score.ForTeam(play.State, Judged, "desk").Won.ShouldBe(0);
        play.Refused(Actor.Director, new TypeInResults([new TypedResult("objective", "asked", "partly", 5)])).ShouldBe("already-voided");
        Report.Of(Judged, play.Rows, "en").Teams.Single(t => t.Team == "desk").Objectives.Single(o => o.Id == "asked")
            .ShouldSatisfyAllConditions(o => o.PointsWon.ShouldBe(0), o => o.TypedIn.ShouldBeTrue(), o => o.Voided!.Points.ShouldBe(10));
    }

    [Fact]
    public void A_penalty_that_is_voided_takes_nothing_away()
    {
        var play = Played().Send(Actor.Director, Penalty("rash"));

        Bank(play).Penalties.ShouldBe(0);
        ReportOf(play).PenaltiesIncurred.ShouldHaveSingleItem().Voided.ShouldNotBeNull().Reason.ShouldBe("The button was named wrongly.");
        ReportOf(play).Penalties.ShouldBe(0);
    }

    [Fact]
    public void What_has_brought_no_points_yet_is_not_voided()
    {
        var play = Played().Send(Evaluator, new MarkObjective("spoke-well", "badly"));

        play.Refused(Actor.Director, Objective("asked")).ShouldBe("no-points-to-void");
        play.Refused(Actor.Director, Objective("spoke-well")).ShouldBe("no-points-to-void");
        Play.Started(Judged).Refused(Actor.Director, Penalty("rash")).ShouldBe("no-penalty-to-void");
        Drill.Decide(play.State, Judged, Objective("asked"), Actor.Director, play.State.At).Refusal!.Said!.ToString().ShouldContain("Asked", Case.Sensitive);
    }

    [Fact]
    public void It_needs_a_reason_and_a_thing_that_there_is()
    {
        var play = Played();

        play.Refused(Actor.Director, Objective("stopped", "  ")).ShouldBe("say-why");
        play.Refused(Actor.Director, Objective("stopped", new string('x', 501))).ShouldBe("too-long");
        play.Refused(Actor.Director, Objective("no-such")).ShouldBe("no-such-score");
        play.Refused(Actor.Director, Penalty("stopped")).ShouldBe("no-such-score");
        play.Refused(Actor.Director, new VoidScore("decision", "tell", "Why not.")).ShouldBe("bad-choice");
    }

    [Fact]
    public void It_is_the_director_s_alone_once_the_exercise_has_begun()
    {
        var play = Played();

        foreach (var seat in new[] { "control.lead.1", "control.local.bank.1", "control.simcell.1", "control.evaluator.1", "control.observer.1", "bank.fraud.1" })
            play.Refused(seat, Objective("stopped")).ShouldBe("not-allowed", seat);
        new Play(Judged).Refused(Actor.Director, Objective("stopped")).ShouldBe("not-started");
    }

    [Fact]
    public void A_second_voiding_is_refused_and_says_when_and_by_whom_it_was_done()
    {
        var play = Played().Send(Actor.Director, Objective("stopped"));

        var refusal = Drill.Decide(play.State, Judged, Objective("stopped"), Actor.Director, 6 * Minute).Refusal.ShouldNotBeNull();
        (refusal.Code, refusal.Words[0], refusal.Words[1]).ShouldBe(("already-voided", "T+00:05:00", "control.director.1"));
    }

    [Fact]
    public void Neither_a_later_mark_nor_the_rules_win_it_again()
    {
        var marked = Played().Send(Evaluator, new MarkObjective("spoke-well", "well")).Send(Actor.Director, Objective("spoke-well"));
        marked.Refused(Evaluator, new MarkObjective("spoke-well", "well")).ShouldBe("already-voided");
        marked.Refused(Actor.Director, new TypeInResults([new TypedResult("mark", "spoke-well", "well")])).ShouldBe("already-voided");

        // Won on paper, voided, and only then brought about in the drill itself.
        var early = Play.Started(Judged).Send(Actor.Director, new TypeInResults([new TypedResult("objective", "stopped", "won")])).Send(Actor.Director, Objective("stopped"));
        early.Send("bank.fraud.1", new StartAction("stop-payment")).Until(31 * Minute);
        early.Events.OfType<ObjectiveWon>().ShouldNotContain(e => e.Objective == "stopped");
        Score.PointsWon(early.State, Judged.Objectives[0]).ShouldBe(0);
    }

    [Fact]
    public void After_EndEx_too_while_what_was_not_voided_stays()
    {
        var play = Played().Send(Actor.Director, new EndExercise()).Send(Actor.Director, Objective("stopped"));

        Bank(play).Won.ShouldBe(15, "10 of keeping calm and 5 of its speed");
        play.Refused(Actor.Director, Objective("stopped")).ShouldBe("already-voided");
    }

    [Fact]
    public void Control_sees_it_at_once_and_the_team_when_it_sees_its_points()
    {
        var play = Played().Send(Actor.Director, Objective("stopped")).Send(Actor.Director, Penalty("rash"));

        var control = View.Of(play.State, Judged, Audience.Control("en"));
        control["objective:stopped"].ShouldBeOfType<ObjectiveView>().ShouldSatisfyAllConditions(
            o => o.State.ShouldBe("voided"), o => o.PointsWon.ShouldBe(0), o => o.Voided.ShouldBe(new VoidedView(5 * Minute, "control.director.1", "Control had told them.", 10)));
        control["penalty:rash"].ShouldBeOfType<PenaltyView>().Voided.ShouldNotBeNull().Points.ShouldBe(10);
        control["score:bank"].ShouldBeOfType<ScoreView>().ShouldSatisfyAllConditions(s => s.Won.ShouldBe(5), s => s.Penalties.ShouldBe(0));
        control.Values.OfType<ControlLogView>().Select(l => (l.What, l.Id)).ShouldBe([("voided", "objective stopped"), ("voided", "penalty rash")]);
        play.SeenBy("bank.fraud").Keys.ShouldNotContain(k => k.StartsWith("objective:", StringComparison.Ordinal) || k.StartsWith("penalty:", StringComparison.Ordinal));
        View.Of(play.State, Judged, Audience.OfLocal("bank", "en")).Values.OfType<ControlLogView>().Count(l => l.What == "voided").ShouldBe(2);
        View.Of(play.State, Judged, Audience.OfLocal("desk", "en")).Values.OfType<ControlLogView>().ShouldNotContain(l => l.What == "voided");

        play.Send(Actor.Director, new EndExercise());

        play.Record<ObjectiveView>("bank.fraud", "objective:stopped").Voided.ShouldNotBeNull().Reason.ShouldBe("Control had told them.");
        play.Record<PenaltyView>("bank.fraud", "penalty:rash").Voided.ShouldNotBeNull();
        play.SeenBy("desk.officer").ShouldNotContainKey("penalty:rash");
    }

    [Fact]
    public void The_report_shows_what_was_struck_by_whom_why_and_in_which_row()
    {
        var play = Played().Send(Actor.Director, Objective("stopped"));

        ReportOf(play).Objectives.Single(o => o.Id == "stopped").ShouldSatisfyAllConditions(
            o => o.State.ShouldBe("won"), o => o.PointsWon.ShouldBe(0), o => o.Because.ShouldBe("action-finished stop-payment"),
            o => o.Voided.ShouldBe(new VoidedReport(5 * Minute, "control.director.1", "Control had told them.", 10, play.Rows[^1].Version)));
        ReportOf(play).Objectives.Single(o => o.Id == "fast").Voided.ShouldBeNull();
        Report.Of(Judged, play.Rows, "en").Control.Single(c => c.What == "voided").Id.ShouldBe("objective stopped");
        ReportOf(play.Send(Actor.Director, new EndExercise()), "bank").Objectives.Single(o => o.Id == "stopped").Voided.ShouldNotBeNull();
    }

    [Fact]
    public void What_is_typed_in_afterwards_changes_nothing_of_what_was_struck()
    {
        var paper = new TypedResult("action", "stop-payment", "done", HappenedAt: 3 * Minute, By: "bank.fraud");
        var play = Play.Started(Judged).Until(90 * Minute).Send(Actor.Director, new EndExercise()).Send(Actor.Director, new TypeInResults([paper]));
        var before = Bank(play).Won;

        play.Send(Actor.Director, Objective("stopped")).Send(Actor.Director, new TypeInResults([paper with { HappenedAt = 4 * Minute }]));

        Bank(play).Won.ShouldBe(before - 10);
        ReportOf(play).Objectives.Single(o => o.Id == "stopped").ShouldSatisfyAllConditions(o => o.State.ShouldBe("won"), o => o.Voided!.Points.ShouldBe(10));
    }
}
