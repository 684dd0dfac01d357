using HanoiAcademy.Drills.Commands;
using HanoiAcademy.Drills.Reports;
using HanoiAcademy.Drills.Scenarios;
using HanoiAcademy.Drills.Views;
using static HanoiAcademy.Tests.Drills.Small;

namespace HanoiAcademy.Tests.Drills;

/// <summary>Expected acts that evaluators tick: all that a drill made of a spreadsheet has to judge by.</summary>
public sealed class ObservationTests
{
    private static readonly Actor Evaluator = new("control.evaluator.1");

    private static readonly Scenario Sheet = World with
    {
        Injects =
        [
            Inject("calls", 0, "bank") with
            {
                Expected = [new ExpectAction("bank.fraud", "stop-payment"), new ExpectObserved("bank.fraud", En("verifies by telephone")), new ExpectObserved("bank.fraud", En("tells nobody outside"))],
                Variants = [new InjectVariant { Id = "for-desk", For = ["desk"], Body = Prose.Empty, Expected = [new ExpectObserved("desk.officer", En("logs the call"))] }],
            },
            .. World.Injects.Where(i => i.Id == "by-hand").Select(i => i with { Expected = [new ExpectObserved("desk.officer", En("asks for a name"))] }),
        ],
        Pools = [],
    };

    [Fact]
    public void An_evaluator_ticks_what_he_sees_and_the_plan_shows_it()
    {
        var play = Play.Started(Sheet).Send(Evaluator, new MarkExpected("calls", 2, "done", "Rang the number in the file.", Seen: Minute), 3 * Minute);

        var acts = Plan(play, Audience.Control("en"), "calls").Expected;
        acts.Select(a => (a.What, a.Act, a.Done, a.Found)).ShouldBe([("action", null, false, null), ("observe", 2, true, "done"), ("observe", 3, false, null), ("observe", 4, false, null)]);
        (acts[1].Seen, acts[1].Seat, acts[1].Note).ShouldBe((Minute, "control.evaluator.1", "Rang the number in the file."));
    }

    [Fact]
    public void A_later_mark_takes_the_place_of_an_earlier_one_and_one_is_taken_back_or_given_after_EndEx()
    {
        var play = Play.Started(Sheet).Send(Evaluator, new MarkExpected("calls", 2, "done")).Send(Actor.Director, new MarkExpected("calls", 2, "partly")).Send(Evaluator, new MarkExpected("calls", 3, "not-done"))
            .Send(Evaluator, new MarkExpected("calls", 3, "open")).Send(Actor.Director, new EndExercise()).Send(Evaluator, new MarkExpected("calls", 4, "done"));

        play.State.Observed.Select(x => (x.Key, x.Value.Found)).ShouldBe([("calls 2", "partly"), ("calls 4", "done")]);
    }

    [Fact]
    public void The_report_says_what_was_done_what_was_not_and_what_nobody_has_marked()
    {
        var play = Play.Started(Sheet).Send(Evaluator, new MarkExpected("calls", 2, "not-done", "They wrote back."), 4 * Minute).Send(Actor.Director, new EndExercise());

        var bank = Report.Of(Sheet, play.Rows, "en").Teams.Single(t => t.Team == "bank");
        bank.Observed.Select(o => (o.What, o.Found, o.DeliveredAt, o.SeenAt, o.Note)).ShouldBe([("verifies by telephone", "not-done", 0L, 4 * Minute, "They wrote back."), ("tells nobody outside", null, 0L, null, null)]);
        Report.Of(Sheet, play.Rows, "en").Undelivered.Select(u => (u.Inject, u.Status)).ShouldBe([("by-hand", "contingency")]);
        Report.Of(Sheet, play.Rows, "en", "bank").Undelivered.ShouldBeEmpty("what did not come to others is control's to know");
        play.Rows.Single(r => r.Version == bank.Observed[0].ProofVersion).Seat.ShouldBe("control.evaluator.1");
        bank.Unanswered.Single().Missing.Select(m => m.What).ShouldBe(["action"], "what evaluators judge the rules do not");
        Report.Of(Sheet, play.Rows, "en").Teams.Single(t => t.Team == "desk").Observed.Select(o => o.What).ShouldBe(["logs the call"], "the other inject did not come");
    }

    [Fact]
    public void What_was_done_before_its_inject_came_is_in_the_report_too() =>
        Report.Of(Sheet, Play.Started(Sheet).Send(Evaluator, new MarkExpected("by-hand", 1, "done")).Rows, "en").Teams.Single(t => t.Team == "desk").Observed.Select(o => (o.Inject, o.DeliveredAt, o.Found)).ShouldBe([("calls", 0L, null), ("by-hand", null, "done")]);

    [Fact]
    public void No_player_reads_what_is_expected_and_a_local_controller_reads_and_marks_his_own_team_alone()
    {
        var play = Play.Started(Sheet).Send(new Actor("control.local.bank.1"), new MarkExpected("calls", 2, "done"));

        var observed = Plan(play, new Audience("observer", "", "en"), "calls").Expected[1];
        (observed.Done, observed.Found, observed.Seen, observed.Seat).ShouldBe((false, null, null, null), "observers do not read what evaluators note");
        foreach (var audience in View.Roles(Sheet, "en"))
            View.Of(play.State, Sheet, audience).Keys.ShouldNotContain("plan:calls", audience.ToString());
        Plan(play, Audience.OfLocal("bank", "en"), "calls").Expected.Select(a => a.Act).ShouldBe([null, 2, 3]);
        play.Refused(new Actor("control.local.bank.1"), new MarkExpected("calls", 4, "done")).ShouldBe("not-allowed");
    }

    [Fact]
    public void What_cannot_be_marked_is_refused_with_its_reason()
    {
        var play = Play.Started(Sheet);

        play.Refused(Evaluator, new MarkExpected("nothing", 1, "done")).ShouldBe("no-such-inject");
        play.Refused(Evaluator, new MarkExpected("calls", 1, "done")).ShouldBe("no-such-act", "the rules see it");
        play.Refused(Evaluator, new MarkExpected("calls", 9, "done")).ShouldBe("no-such-act");
        play.Refused(Evaluator, new MarkExpected("calls", 2, "perhaps")).ShouldBe("bad-choice");
        play.Refused(Evaluator, new MarkExpected("calls", 2, "done", new string('x', 4001))).ShouldBe("too-long");
        new Play(Sheet).Refused(Evaluator, new MarkExpected("calls", 2, "done")).ShouldBe("not-started");
        play.Send(Actor.Director, new RemoveTeam("bank", "The link is gone.")).Refused(Evaluator, new MarkExpected("calls", 2, "done")).ShouldBe("team-is-out");
    }

    private static PlanView Plan(Play play, Audience audience, string inject) => (PlanView)View.Of(play.State, Sheet, audience)["plan:" + inject];
}
