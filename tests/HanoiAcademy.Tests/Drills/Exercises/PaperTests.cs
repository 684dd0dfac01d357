using System.Collections.Immutable;
using HanoiAcademy.Drills;
using HanoiAcademy.Drills.Commands;
using HanoiAcademy.Drills.Events;
using HanoiAcademy.Drills.Reports;
using HanoiAcademy.Drills.Scenarios;
using HanoiAcademy.Drills.Scoring;
using HanoiAcademy.Drills.Views;
using HanoiAcademy.Drills.Wire;
using static HanoiAcademy.Tests.Drills.Small;

namespace HanoiAcademy.Tests.Drills.Exercises;

/// <summary>A country lost its link; what it did on paper is typed in, and counts as if it had been done at its time.</summary>
public sealed class PaperTests
{
    private static readonly Scenario Judged = World with
    {
        Objectives = [.. World.Objectives, new Objective { Id = "spoke-well", Team = "bank", Name = En("Spoke well"), Points = 4, Rubric = [new RubricLevel("well", En("Well"), 4), new RubricLevel("badly", En("Badly"), 0)] }],
    };

    private static Play Ended() => Play.Started(Judged).Until(90 * Minute).Send(Actor.Director, new EndExercise());

    private static TypedResult Stopped(long at) => new("action", "stop-payment", "done", HappenedAt: at, By: "bank.fraud");

    private static TypeInResults Of(params TypedResult[] results) => new([.. results]);

    private static DrillReport ReportOf(Play play) => Report.Of(play.Scenario, play.Rows, "en");

    private static ObjectiveReport ObjectiveOf(Play play, string id) => ReportOf(play).Teams.SelectMany(t => t.Objectives).Single(o => o.Id == id);

    [Fact]
    public void An_action_done_in_time_on_paper_wins_its_objective_after_the_end()
    {
        var play = Ended();
        ObjectiveOf(play, "stopped").State.ShouldBe("missed");

        play.Send(Actor.Director, Of(Stopped(12 * Minute)));

        ObjectiveOf(play, "stopped").ShouldSatisfyAllConditions(
            o => o.State.ShouldBe("won"), o => o.At.ShouldBe(12 * Minute), o => o.PointsWon.ShouldBe(10), o => o.TypedIn.ShouldBeTrue(), o => o.Because.ShouldBe("action-finished stop-payment"));
        Score.ForTeam(play.State, Judged, "bank").Won.ShouldBe(20);
    }

    [Fact]
    public void One_done_too_late_or_that_failed_wins_nothing()
    {
        var play = Ended().Send(Actor.Director, Of(Stopped(31 * Minute)));

        ObjectiveOf(play, "stopped").State.ShouldBe("missed");
        ObjectiveOf(play.Send(Actor.Director, Of(Stopped(12 * Minute) with { Value = "failed" })), "stopped").State.ShouldBe("missed");
    }

    [Fact]
    public void A_second_typing_corrects_the_first_and_both_stay_in_the_log()
    {
        var play = Ended().Send(Actor.Director, Of(Stopped(12 * Minute))).Send("control.lead.1", Of(Stopped(40 * Minute)));

        ObjectiveOf(play, "stopped").ShouldSatisfyAllConditions(o => o.State.ShouldBe("missed"), o => o.TypedIn.ShouldBeFalse());
        ReportOf(play).TypedIn.Select(t => (t.HappenedAt, t.Seat, t.Corrected)).ShouldBe([((long?)(12 * Minute), "control.director.1", true), (40 * Minute, "control.lead.1", false)]);
        play.Events.OfType<ResultTypedIn>().Count().ShouldBe(2);

        play.Send(Actor.Director, Of(Stopped(12 * Minute)));
        ObjectiveOf(play, "stopped").State.ShouldBe("won");
    }

    [Fact]
    public void What_is_taken_back_counts_no_more()
    {
        var play = Ended().Send(Actor.Director, Of(Stopped(12 * Minute))).Send(Actor.Director, Of(new TypedResult("action", "stop-payment", "")));

        ObjectiveOf(play, "stopped").State.ShouldBe("missed");
        play.State.Exercise.OnPaper.ShouldBeEmpty();
        play.State.Exercise.Typed("action", "stop-payment").ShouldBeNull();
    }

    [Fact]
    public void A_decision_typed_in_stands_in_the_report_and_what_is_asked_at_the_end_is_asked_of_it()
    {
        var play = Ended();
        ObjectiveOf(play, "kept-calm").State.ShouldBe("won");

        play.Send(Actor.Director, Of(new TypedResult("decision", "tell", "yes", HappenedAt: 7 * Minute, By: "bank.fraud", Note: "They had to know.")));

        var decision = ReportOf(play).Teams.Single(t => t.Team == "bank").Decisions.ShouldHaveSingleItem();
        decision.ShouldSatisfyAllConditions(
            d => d.State.ShouldBe("taken"), d => d.Option.ShouldBe("Yes"), d => d.At.ShouldBe(7 * Minute), d => d.TookMs.ShouldBe(2 * Minute), d => d.Seat.ShouldBe("bank.fraud"), d => d.Reason.ShouldBe("They had to know."), d => d.TypedIn.ShouldBeTrue());
        ObjectiveOf(play, "kept-calm").ShouldSatisfyAllConditions(o => o.State.ShouldBe("missed"), o => o.TypedIn.ShouldBeTrue(), o => o.PointsWon.ShouldBe(0));
    }

    [Fact]
    public void Typed_in_before_the_end_what_is_asked_at_the_end_is_asked_then()
    {
        var play = Play.Started(Judged).Until(20 * Minute).Send(Actor.Director, new Pause()).Send(Actor.Director, Of(new TypedResult("decision", "tell", "yes", HappenedAt: 7 * Minute)));
        ObjectiveOf(play, "kept-calm").State.ShouldBe("open");

        play.Send(Actor.Director, new EndExercise());

        ObjectiveOf(play, "kept-calm").State.ShouldBe("missed");
    }

    [Fact]
    public void Effects_of_typed_acts_lead_to_objectives_and_penalties_and_leave_the_world_alone()
    {
        var scenario = Judged with
        {
            Objectives = [.. Judged.Objectives, new Objective { Id = "alarmed", Team = "police", Name = En("Alarm raised"), Points = 5, When = new FlagSet("alarm"), By = 15 * Minute }],
        };
        var play = Play.Started(scenario).Until(90 * Minute).Send(Actor.Director, new EndExercise());
        var (flags, meters) = (play.State.Flags, play.State.Meters);

        play.Send(Actor.Director, Of(Stopped(12 * Minute), new TypedResult("action", "needs-secret", "failed", HappenedAt: 20 * Minute)));

        ObjectiveOf(play, "alarmed").State.ShouldBe("won");
        ReportOf(play).Teams.Single(t => t.Team == "bank").PenaltiesIncurred.ShouldHaveSingleItem().ShouldSatisfyAllConditions(p => p.Id.ShouldBe("rash"), p => p.TypedIn.ShouldBeTrue());
        Score.ForTeam(play.State, scenario, "bank").Penalties.ShouldBe(10);
        play.State.Flags.ShouldBe(flags);
        play.State.Meters.ShouldBe(meters);
        play.State.Actions.ShouldBeEmpty();
    }

    [Fact]
    public void What_held_in_the_drill_itself_is_not_won_by_an_act_that_had_no_part_in_it()
    {
        // Stopped online after its time: missed. An unrelated paper act before that time must not make it won.
        var play = Play.Started(Judged).Until(32 * Minute).Send("bank.fraud.1", new StartAction("stop-payment")).Until(60 * Minute).Send(Actor.Director, new EndExercise());
        ObjectiveOf(play, "stopped").State.ShouldBe("missed");

        play.Send(Actor.Director, Of(new TypedResult("decision", "tell", "no", HappenedAt: 7 * Minute)));

        ObjectiveOf(play, "stopped").State.ShouldBe("missed");
    }

    [Fact]
    public void A_controller_judges_himself_what_no_rule_can_know_and_his_word_stands_before_what_follows()
    {
        var play = Ended().Send(Actor.Director, Of(Stopped(12 * Minute), new TypedResult("objective", "asked", "partly", Points: 6, HappenedAt: 50 * Minute, Note: "By telephone.")));
        ObjectiveOf(play, "asked").ShouldSatisfyAllConditions(o => o.State.ShouldBe("partly"), o => o.PointsWon.ShouldBe(6), o => o.TypedIn.ShouldBeTrue());

        play.Send(Actor.Director, Of(new TypedResult("objective", "stopped", "missed")));

        ObjectiveOf(play, "stopped").State.ShouldBe("missed");
        ObjectiveOf(play.Send(Actor.Director, Of(new TypedResult("objective", "stopped", ""))), "stopped").State.ShouldBe("won");
    }

    [Fact]
    public void A_mark_typed_in_is_a_mark_and_says_so()
    {
        var play = Ended().Send(Actor.Director, Of(new TypedResult("mark", "spoke-well", "well", Note: "Read from the sheet.")));

        ObjectiveOf(play, "spoke-well").ShouldSatisfyAllConditions(o => o.State.ShouldBe("marked"), o => o.PointsWon.ShouldBe(4), o => o.Note.ShouldBe("Read from the sheet."), o => o.TypedIn.ShouldBeTrue());
        ObjectiveOf(play.Send("control.evaluator.1", new MarkObjective("spoke-well", "badly")), "spoke-well").TypedIn.ShouldBeFalse();
    }

    [Fact]
    public void The_team_sees_after_the_end_that_it_was_typed_in()
    {
        var play = Ended().Send(Actor.Director, Of(Stopped(12 * Minute)));

        play.Record<ObjectiveView>("bank.fraud", "objective:stopped").ShouldSatisfyAllConditions(o => o.State.ShouldBe("won"), o => o.TypedIn.ShouldBe(true), o => o.At.ShouldBe(12 * Minute));
        play.Record<ObjectiveView>("bank.fraud", "objective:kept-calm").TypedIn.ShouldBeNull();
    }

    [Fact]
    public void An_expected_act_that_was_done_on_paper_is_not_called_unanswered()
    {
        var scenario = Judged with { Injects = [.. Judged.Injects.Select(i => i.Id == "first" ? i with { Expected = [new ExpectAction("bank.fraud", "stop-payment")] } : i)] };
        var play = Play.Started(scenario).Until(90 * Minute).Send(Actor.Director, new EndExercise());
        ReportOf(play).Teams.Single(t => t.Team == "bank").Unanswered.ShouldHaveSingleItem();

        play.Send(Actor.Director, Of(Stopped(40 * Minute)));

        ReportOf(play).Teams.Single(t => t.Team == "bank").Unanswered.ShouldBeEmpty();
    }

    [Theory]
    [InlineData("control.director.1", null)]
    [InlineData("control.lead.1", null)]
    [InlineData("control.local.bank", null)]
    [InlineData("control.local.desk", "not-allowed")]
    [InlineData("control.simcell.1", "not-allowed")]
    [InlineData("control.evaluator.1", "not-allowed")]
    [InlineData("control.observer.1", "not-allowed")]
    [InlineData("bank.fraud.1", "not-allowed")]
    [InlineData("system", "not-allowed")]
    public void Who_may_type_in(string seat, string? code)
    {
        var play = Ended();
        Drill.Decide(play.State, Judged, Of(Stopped(12 * Minute)), new Actor(seat), play.State.At).Refusal?.Code.ShouldBe(code);
        if (code is null)
            play.Send(seat, Of(Stopped(12 * Minute)));
        else
            play.Refused(seat, Of(Stopped(12 * Minute))).ShouldBe(code);
    }

    [Fact]
    public void What_cannot_have_been_is_refused_and_nothing_of_it_is_kept()
    {
        var play = Ended();
        var good = Stopped(12 * Minute);

        play.Refused(Actor.Director, Of()).ShouldBe("nothing-typed-in");
        play.Refused(Actor.Director, Of([.. Enumerable.Repeat(good, 201)])).ShouldBe("too-many");
        play.Refused(Actor.Director, Of(good, good with { Id = "no-such" })).ShouldBe("no-such-action");
        play.Refused(Actor.Director, Of(good, good with { What = "dance" })).ShouldBe("no-such-result");
        play.Refused(Actor.Director, Of(good with { HappenedAt = null })).ShouldBe("bad-typed-time");
        play.Refused(Actor.Director, Of(good with { HappenedAt = -1 })).ShouldBe("bad-typed-time");
        play.Refused(Actor.Director, Of(good with { Value = "well" })).ShouldBe("bad-choice");
        play.Refused(Actor.Director, Of(good with { By = "desk.officer" })).ShouldBe("bad-choice");
        play.Refused(Actor.Director, Of(good with { Points = 3 })).ShouldBe("bad-points");
        play.Refused(Actor.Director, Of(new TypedResult("decision", "tell", "maybe", HappenedAt: 1))).ShouldBe("bad-choice");
        play.Refused(Actor.Director, Of(new TypedResult("objective", "spoke-well", "won"))).ShouldBe("no-such-objective");
        play.Refused(Actor.Director, Of(new TypedResult("objective", "asked", "partly", Points: 11))).ShouldBe("bad-points");
        play.Refused(Actor.Director, Of(new TypedResult("mark", "asked", "well"))).ShouldBe("no-such-objective");
        play.Refused(Actor.Director, Of(new TypedResult("mark", "spoke-well", "so-so"))).ShouldBe("no-such-level");
        play.Refused(Actor.Director, Of(good with { Note = new string('x', 4_001) })).ShouldBe("too-long");
        new Play(Judged).Refused(Actor.Director, Of(good)).ShouldBe("not-started");
    }

    [Fact]
    public void Another_team_s_report_does_not_tell_what_was_typed_in_of_this_one()
    {
        var play = Ended().Send(Actor.Director, Of(Stopped(12 * Minute)));

        Report.Of(play.Scenario, play.Rows, "en", "bank").TypedIn.ShouldHaveSingleItem();
        Report.Of(play.Scenario, play.Rows, "en", "desk").TypedIn.ShouldBeEmpty();
    }

    [Fact]
    public void Typing_the_same_again_writes_nothing()
    {
        var play = Ended().Send(Actor.Director, Of(Stopped(12 * Minute)));
        var rows = play.Rows.Count;

        play.Send(Actor.Director, Of(Stopped(12 * Minute))).Send(Actor.Director, Of(new TypedResult("decision", "tell", "")));

        play.Rows.Count.ShouldBe(rows);
    }

    [Fact]
    public void Its_log_replays_to_the_same_drill()
    {
        var play = Ended().Send(Actor.Director, Of(Stopped(12 * Minute), new TypedResult("mark", "spoke-well", "well"))).Send(Actor.Director, Of(Stopped(40 * Minute)));

        var read = play.Rows.Select(r => DrillJson.Read<ImmutableArray<DrillEvent>>(DrillJson.ToBytes(r.Events)));

        DrillJson.ToBytes(Drill.Replay(Judged, read)).ShouldBe(DrillJson.ToBytes(play.State));
    }
}
