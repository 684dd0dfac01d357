using HanoiAcademy.Drills.Commands;
using HanoiAcademy.Drills.Events;
using HanoiAcademy.Drills.Reports;
using HanoiAcademy.Drills.Scenarios;
using HanoiAcademy.Drills.Scoring;
using HanoiAcademy.Drills.Simulation;
using HanoiAcademy.Drills.Views;
using static HanoiAcademy.Tests.Drills.Small;

namespace HanoiAcademy.Tests.Drills;

/// <summary>A country drops out: its team is taken out of a drill in play, for good, and the others play on.</summary>
public sealed class RemovalTests
{
    private const string Why = "Kivara has lost its line.";

    private static RemoveTeam Remove(string team, string reason = Why) => new(team, reason);

    /// <summary>The desk has asked Kivara to keep a log that nobody there has touched yet.</summary>
    private static Play Asked() => Play.Started(World)
        .Send("desk.officer.1", new DraftRequest("r", Form("kivara-desk", "kivara-log", "192.0.2.7")))
        .Send("desk.officer.1", new AuthoriseRequest("r", 1))
        .Send("desk.officer.1", new SendRequest("r"));

    [Fact]
    public void Its_people_read_on_and_talk_to_their_team_and_can_do_nothing_else()
    {
        var play = Play.Started(World).Until(Minute).Send(Actor.Director, Remove("bank"));

        play.Send("bank.fraud.1", new MarkRead(["first"])).Send("bank.fraud.1", new SendChat("We are out.")).Send("bank.fraud.1", new TakeSeat("bank.fraud.1"));
        foreach (var command in new Command[] { new StartAction("stop-payment"), new SendMessage("control", "Why?"), new SendMessage("branch", "Stop it."), new DraftRequest("x", Form()), new MarkForDebrief("first"), new SetReady(true), new HandSeatOver("bank.fraud.1"), new CollectEvidence("header") })
            play.Refused("bank.fraud.1", command).ShouldBe("team-out", command.ToString());
        play.SeenBy("bank.fraud").Keys.ShouldContain("feed:first");
        play.SeenBy("bank.fraud").Values.OfType<ActionView>().ShouldAllBe(a => !a.CanDo);
        play.SeenBy("bank.fraud").Keys.ShouldNotContain(k => k.StartsWith("contact:", StringComparison.Ordinal));
        play.Send("police.investigator.1", new MarkRead([])).Send("bank.fraud.1", new StopForRealEvent());
    }

    [Fact]
    public void It_is_told_when_and_why_and_the_others_that_it_plays_no_more()
    {
        var play = Play.Started(World).Until(Minute).Send(Actor.Director, Remove("bank"));

        play.Record<OutView>("bank.fraud", "out:bank").ShouldBe(new OutView("bank", "bank", Minute, Why));
        play.Record<OutView>("desk.officer", "out:bank").Reason.ShouldBeNull("it is not theirs to know");
        View.Of(play.State, World, Audience.Control("en"))["out:bank"].ShouldBeOfType<OutView>().Reason.ShouldBe(Why);
        play.State.ControlLog[^1].ShouldSatisfyAllConditions(c => c.What.ShouldBe("team-removed"), c => c.Id.ShouldBe("bank"), c => c.Seat.ShouldBe("control.director.1"));
    }

    [Fact]
    public void Its_seats_cannot_be_taken_or_simulated_any_more_and_simulated_players_stop()
    {
        var play = new Play(World).Send(Actor.System, new SimulateSeat("bank.fraud.1")).Send(Actor.System, new TakeSeat("desk.officer.1")).Send(Actor.Director, new StartExercise())
            .Send(Actor.Director, Remove("bank")).Send(Actor.Director, Remove("police"));

        play.State.Seats["bank.fraud.1"].Holder.ShouldBe("free");
        SimulatedPlayers.NextAct(play.State, World).ShouldBeNull();
        play.Refused(Actor.System, new TakeSeat("police.investigator.1")).ShouldBe("team-is-out");
        play.Refused(Actor.System, new SimulateSeat("bank.fraud.1")).ShouldBe("team-is-out");
        play.Refused(Actor.Director, new HandSeatOver("bank.fraud.1")).ShouldBe("team-is-out");
    }

    [Fact]
    public void A_person_who_leaves_does_not_come_back()
    {
        var play = Play.Started(World).Send(Actor.Director, Remove("bank")).Send("bank.fraud.1", new LeaveSeat("bank.fraud.1"));

        play.Refused(Actor.System, new TakeSeat("bank.fraud.1")).ShouldBe("team-is-out");
    }

    [Fact]
    public void What_was_addressed_to_it_alone_is_passed_over_and_what_goes_to_several_reaches_the_others()
    {
        var both = Inject("both", 10 * Minute, "desk") with { To = ["desk", "police"] };
        var play = Play.Started(World with { Injects = [.. World.Injects, both] }).Send(Actor.Director, Remove("desk"));
        PlanView Row(string id) => View.Of(play.State, play.Scenario, Audience.Control("en"))["plan:" + id].ShouldBeOfType<PlanView>();
        Row("second").Status.ShouldBe("team-out", "control is told before it is due");

        play.Until(10 * Minute);

        play.Events.OfType<InjectForNobody>().Single().ShouldBe(new InjectForNobody(10 * Minute, "second"));
        play.Events.OfType<InjectDelivered>().ShouldContain(e => e.Inject == "both");
        (Row("second").Status, Row("both").Status).ShouldBe(("team-out", "past"));
        play.SeenBy("desk.officer").Keys.ShouldNotContain("feed:second");
        play.SeenBy("police.investigator").Keys.ShouldContain("feed:both");
    }

    [Fact]
    public void One_that_waits_for_a_condition_is_passed_over_too_and_control_may_still_fire_it()
    {
        var play = Play.Started(World).Send(Actor.Director, Remove("police")).Send("bank.fraud.1", new StartAction("stop-payment")).Until(20 * Minute);

        play.Events.OfType<InjectForNobody>().Single().Inject.ShouldBe("on-alarm");
        play.Send(Actor.Director, new FireInject("on-alarm")).State.Injects["on-alarm"].Status.ShouldBe("delivered");
    }

    [Fact]
    public void Its_messages_that_wait_for_control_are_set_aside_and_what_it_was_doing_is_called_off()
    {
        var play = Play.Started(World).Send("bank.fraud.1", new SendMessage("control", "Is this real?")).Send("desk.officer.1", new SendMessage("control", "And this?"))
            .Send("bank.fraud.1", new StartAction("stop-payment")).Send(Actor.Director, new Claim("feed:m-bank-1"))
            .Send(Actor.Director, Remove("bank"), Minute);

        play.State.Waiting.Keys.ShouldBe(["m-desk-1"]);
        play.State.Claims.ShouldBeEmpty();
        play.State.Actions["stop-payment"].Status.ShouldBe("cancelled");
        play.Until(10 * Minute).State.Meters["frozen"].Value.ShouldBe(0);
    }

    [Fact]
    public void Its_decisions_neither_lapse_nor_open_any_more()
    {
        var play = Play.Started(World).Until(5 * Minute).Send(Actor.Director, Remove("bank"));
        play.Record<DecisionView>("bank.fraud", "decision:tell").ShouldSatisfyAllConditions(d => d.CanDecide.ShouldBeFalse(), d => d.DeadlineAt.ShouldBeNull());

        play.Until(30 * Minute);

        play.Events.OfType<DecisionLapsed>().ShouldBeEmpty();
        Play.Started(World).Send(Actor.Director, Remove("bank")).Until(30 * Minute).Events.OfType<DecisionOpened>().ShouldBeEmpty();
    }

    [Fact]
    public void A_request_that_waits_for_it_is_answered_in_its_stead_as_by_an_authority_that_nobody_plays()
    {
        var play = Asked().Until(5 * Minute).Send(Actor.Director, Remove("kivara")).Until(90 * Minute);

        play.Events.OfType<RequestAcknowledged>().Single().ShouldSatisfyAllConditions(e => e.By.ShouldBe("kivara-desk"), e => e.At.ShouldBe(20 * Minute, "a quarter of an hour from when it was taken out"));
        play.Events.OfType<RequestGranted>().Single().ShouldSatisfyAllConditions(e => e.By.ShouldBe("kivara-desk"), e => e.At.ShouldBe(50 * Minute));
        play.Events.OfType<RequestOverdue>().ShouldBeEmpty();
        play.Events.OfType<AnswerJudged>().ShouldBeEmpty("nobody of it answered");
    }

    [Fact]
    public void What_had_waited_long_is_not_answered_in_the_past()
    {
        var play = Asked().Until(45 * Minute).Send(Actor.Director, Remove("kivara")).Until(100 * Minute);

        play.Events.OfType<RequestAcknowledged>().Single().ShouldSatisfyAllConditions(e => e.At.ShouldBe(60 * Minute), e => e.Story.ShouldBe(Start + 60 * Minute));
        play.Events.OfType<RequestGranted>().ShouldHaveSingleItem();
    }

    [Fact]
    public void What_people_of_it_had_acknowledged_is_answered_by_the_policy()
    {
        var play = Asked().Send("kivara.officer.1", new AcknowledgeRequest("r", "KV-1")).Until(5 * Minute).Send(Actor.Director, Remove("kivara")).Until(90 * Minute);

        play.Events.OfType<RequestGranted>().Single().At.ShouldBe(35 * Minute);
        play.SeenBy("kivara.officer")["request:r"].ShouldBeOfType<RequestView>().Acts.ShouldBeEmpty();
    }

    [Fact]
    public void Its_own_requests_and_the_holds_that_rest_on_them_fall_due_no_more()
    {
        // A hold of two hours that no formal request follows would end, and cost the desk points.
        var world = World with { States = [.. World.States.Select(s => s.Id == "norvia" ? s with { HoldDays = 1 } : s)], Phases = [World.Phases[0] with { Rate = 60 }] };
        Play Held() => Play.Started(world).Send("desk.officer.1", new DraftRequest("r", Form())).Send("desk.officer.1", new AuthoriseRequest("r", 1)).Send("desk.officer.1", new SendRequest("r")).Until(10 * Minute);
        Held().Until(60 * Minute).Events.OfType<HoldEnded>().ShouldHaveSingleItem();

        var play = Held().Send(Actor.Director, Remove("desk")).Until(60 * Minute);

        play.Events.OfType<HoldBegun>().ShouldHaveSingleItem();
        play.Events.OfType<HoldEnded>().ShouldBeEmpty();
        play.Events.OfType<RequestFaulted>().ShouldBeEmpty();
        View.Of(play.State, world, Audience.Control("en")).Values.OfType<HoldView>().ShouldAllBe(h => h.EndsAt == null);
    }

    [Fact]
    public void Nobody_owes_it_an_answer_any_more()
    {
        var play = Asked().Send(Actor.Director, Remove("desk")).Until(90 * Minute);

        play.Events.OfType<RequestOverdue>().ShouldBeEmpty();
        play.Record<RequestView>("kivara.officer", "request:r").Due.ShouldBeNull();
        View.Of(play.State, World, Audience.Control("en"))["tile:kivara"].ShouldBeOfType<TileView>().OverdueRequests.ShouldBe(0);
    }

    [Fact]
    public void Its_points_stand_as_they_were_and_no_more_are_won_or_lost()
    {
        var judged = World with { Objectives = [.. World.Objectives, new Objective { Id = "spoke-well", Team = "bank", Name = En("Spoke well"), Points = 4, Rubric = [new RubricLevel("well", En("Well"), 4)] }] };
        var play = Play.Started(judged).Send("bank.fraud.1", new StartAction("stop-payment")).Until(3 * Minute).Send(Actor.Director, Remove("bank"));
        var before = Score.ForTeam(play.State, judged, "bank");

        play.Until(40 * Minute);
        play.Refused(new Actor("control.evaluator.1"), new MarkObjective("spoke-well", "well")).ShouldBe("team-is-out");
        play.Refused(Actor.Director, new TypeInResults([new TypedResult("action", "needs-secret", "failed", HappenedAt: 20 * Minute)])).ShouldBe("team-is-out");
        play.Send(Actor.Director, new EndExercise());

        Score.ForTeam(play.State, judged, "bank").ShouldBe(before);
        play.State.Objectives.Keys.ShouldBe(["asked", "stopped"], ignoreOrder: true);
    }

    [Fact]
    public void Its_plan_goes_on_by_itself_as_if_nobody_sat_there()
    {
        var world = Planned.ForCrew(World, Planned.Of("enter", 2 * Minute));
        var play = Play.Started(world).Send(Actor.Director, Remove("crew")).Until(10 * Minute);

        play.Events.OfType<ActionStarted>().Single().ShouldSatisfyAllConditions(e => e.Action.ShouldBe("enter"), e => e.Seat.ShouldBe("system"));
    }

    [Fact]
    public void The_others_can_neither_write_nor_hand_anything_to_it()
    {
        var play = Play.Started(World with { Evidence = [World.Evidence[0] with { SeenBy = ["bank"] }] }).Send("bank.fraud.1", new CollectEvidence("header")).Send(Actor.Director, Remove("desk"));

        play.Refused("bank.fraud.1", new SendMessage("team:desk", "Are you there?")).ShouldBe("team-is-out");
        play.Refused("bank.fraud.1", new HandOverEvidence("header", "desk")).ShouldBe("team-is-out");
    }

    [Fact]
    public void Its_tile_says_since_when_and_asks_for_nothing()
    {
        var play = Play.Started(World).Until(6 * Minute).Send(Actor.Director, new WriteInject("w-1", ["bank"], En("Now"), En("Now."), Attention: "urgent", FromText: En("Control")))
            .Send(Actor.Director, new FireInject("w-1")).Send(Actor.Director, Remove("bank"));

        View.Of(play.State, World, Audience.Control("en"))["tile:bank"].ShouldBeOfType<TileView>()
            .ShouldSatisfyAllConditions(t => t.OutAt.ShouldBe(6 * Minute), t => t.People.ShouldBe(1), t => t.OpenUrgent.ShouldBe(0), t => t.OpenDecisions.ShouldBe(0), t => t.Waiting.ShouldBe(0));
        Glimpse.Of(play.State, World).ShouldSatisfyAllConditions(g => g.Urgent.ShouldBe(0), g => g.Decisions.ShouldBe(0));
    }

    [Fact]
    public void The_report_says_when_why_and_by_whom()
    {
        var play = Play.Started(World).Until(Minute).Send(Actor.Director, Remove("bank")).Send(Actor.Director, new EndExercise());

        foreach (var reader in new[] { null, "bank" })
            Report.Of(World, play.Rows, "en", reader).Teams.Single(t => t.Team == "bank").Out.ShouldBe(new OutReport(Minute, "control.director.1", Why, play.Rows.Single(r => r.Events.Any(e => e is TeamRemoved)).Version));
        Report.Of(World, play.Rows, "en").Teams.Single(t => t.Team == "desk").Out.ShouldBeNull();
    }

    [Fact]
    public void It_is_refused_where_it_makes_no_sense_and_says_why()
    {
        var play = Play.Started(World).Send(Actor.Director, Remove("bank"));

        play.Refused(Actor.Director, Remove("bank")).ShouldBe("team-is-out");
        play.Refused(Actor.Director, Remove("nobody")).ShouldBe("no-such-team");
        play.Refused(Actor.Director, Remove("desk", " ")).ShouldBe("say-why");
        play.Refused(Actor.Director, Remove("desk", new string('x', 501))).ShouldBe("too-long");
        foreach (var seat in new[] { "control.lead.1", "control.local.desk.1", "control.simcell.1", "control.evaluator.1", "desk.officer.1" })
            play.Refused(seat, Remove("desk")).ShouldBe("not-allowed", seat);
        play.Send(Actor.Director, new EndExercise()).Refused(Actor.Director, Remove("desk")).ShouldBe("drill-ended");
        new Play(World, alone: true).Refused(Actor.Director, Remove("desk")).ShouldBe("alone-no-removal");
    }

    [Fact]
    public void The_last_team_stays_even_where_attackers_would_be_left()
    {
        var play = Play.Started(Planned.ForCrew(World, Planned.Of("enter", 2 * Minute)));
        foreach (var team in new[] { "bank", "desk", "police" })
            play.Send(Actor.Director, Remove(team));

        play.Refused(Actor.Director, Remove("kivara")).ShouldBe("last-team");
        play.Send(Actor.Director, Remove("crew"));
    }

    [Fact]
    public void While_the_clock_stands_and_before_StartEx_too()
    {
        var paused = Play.Started(World).Until(Minute).Send(Actor.Director, new Pause()).Send(Actor.Director, Remove("desk")).Send(Actor.Director, new Resume()).Until(10 * Minute);
        paused.Events.OfType<InjectForNobody>().ShouldHaveSingleItem();

        new Play(World).Send(Actor.Director, Remove("desk")).Send(Actor.Director, new StartExercise()).Until(10 * Minute).Events.OfType<InjectForNobody>().ShouldHaveSingleItem();
    }
}
