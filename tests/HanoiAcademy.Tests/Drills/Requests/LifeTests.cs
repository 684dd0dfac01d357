using HanoiAcademy.Drills.Commands;
using HanoiAcademy.Drills.Events;
using HanoiAcademy.Drills.Requests;
using HanoiAcademy.Drills.Scenarios;
using HanoiAcademy.Drills.Scoring;
using HanoiAcademy.Drills.Views;
using HanoiAcademy.Drills.Wire;
using static HanoiAcademy.Tests.Drills.Small;

namespace HanoiAcademy.Tests.Drills.Requests;

/// <summary>The life of a request beyond yes and no: narrowing, warnings, other use, holds on money, what follows what, and what it earns.</summary>
public sealed class LifeTests
{
    private static long Meter(Play play, string id) => play.State.Meters[id].Value;

    [Fact]
    public void A_receiver_proposes_the_narrower_text_the_sender_reads_it_and_accepts_it()
    {
        var play = Legal.Sent("preservation", "norvia", f => f with { Scope = f.Scope with { DataSets = ["norvia-traffic", "norvia-subscriber"], Classes = ["traffic", "subscriber"] } }).Until(46 * Minute);
        var paper = play.Record<RequestView>("desk.officer", "request:r");
        paper.Status.ShouldBe("consulting");
        paper.Narrower.ShouldNotBeNull().DataSets.ShouldBe(["norvia-traffic"]);

        play.Send("desk.officer.1", new NarrowRequest("r")).Until(95 * Minute);
        play.State.Requests["r"].Result.ShouldBe("kept");
        play.State.Holds.Values.ShouldHaveSingleItem().DataSet.ShouldBe("norvia-traffic");
    }

    [Fact]
    public void Narrowing_asks_for_less_and_never_for_something_else()
    {
        var play = Legal.Sent("preservation", "kivara").Send("kivara.officer.1", new AnswerRequest("r", "consult", [], Reasons: "Only the day itself."));

        play.Refused("desk.officer.1", new NarrowRequest("r")).ShouldBe("nothing-proposed");
        play.Refused("desk.officer.1", new NarrowRequest("r", Legal.Form("preservation", "norvia").Scope)).ShouldBe("not-narrower");
        play.Refused("kivara.officer.1", new NarrowRequest("r", Legal.Form("preservation", "kivara").Scope)).ShouldBe("no-such-request");
        play.Send("desk.officer.1", new NarrowRequest("r", Legal.Form("preservation", "kivara").Scope with { FromUtc = Start - Hour }));
        play.State.Requests["r"].Form.Scope.FromUtc.ShouldBe(Start - Hour);
    }

    [Fact]
    public void A_State_that_cannot_keep_it_confidential_says_so_first_and_waits_for_the_sender()
    {
        var play = Legal.Sent("preservation", "norvia", scenario: Legal.WithState("norvia", s => s with { KeepsConfidential = false })).Until(50 * Minute);
        var paper = play.Record<RequestView>("desk.officer", "request:r");
        (paper.Status, paper.Warning).ShouldBe(("acknowledged", "cannot-keep-confidential"));

        play.Send("desk.officer.1", new GoOnNevertheless("r")).Until(85 * Minute);
        play.State.Requests["r"].Result.ShouldBe("kept");
    }

    [Fact]
    public void Use_in_another_case_is_asked_also_after_closing_and_is_a_mistake_without_consent()
    {
        var scenario = Legal.World with { Injects = [Inject("second-case", null, "desk") with { Contingency = true, Effects = [new UseElsewhere("inquiry-kivara")] }] };
        Play Closed() => Legal.Answered(Legal.Sent("inquiry", "kivara", scenario: scenario), "inquiry", "kivara").Send("desk.officer.1", new CloseRequest("r"));

        var asked = Closed().Send("desk.officer.1", new AskOtherUse("r", "The second case")).Send("kivara.officer.1", new AnswerOtherUse("r", true));
        asked.Record<RequestView>("desk.officer", "request:r").OtherUse.ShouldBe("consented");
        Legal.Codes(asked.Send(Actor.Director, new FireInject("second-case"))).ShouldNotContain("other-use");

        Legal.Codes(Closed().Send(Actor.Director, new FireInject("second-case"))).ShouldContain("other-use");
    }

    [Fact]
    public void A_stopped_payment_is_held_lapses_without_a_freeze_and_the_money_runs_again()
    {
        var play = Legal.Answered(Legal.Sent("stop-payment", "kivara"), "stop-payment", "kivara");
        (Meter(play, "flight-kivara"), Meter(play, "held-kivara")).ShouldBe((0, 1_000));
        play.Record<HoldView>("desk.officer", "hold:r-account-kivara").What.ShouldBe("suspension");

        play.Until(110 * Minute);
        play.State.Holds["r-account-kivara"].Status.ShouldBe("ended");
        play.State.Requests["r"].Status.ShouldBe("lapsed");
        Meter(play, "held-kivara").ShouldBe(0);
    }

    [Fact]
    public void A_freeze_feeds_the_hold_of_the_stopped_payment_and_moves_its_end()
    {
        var play = Legal.Answered(Legal.Sent("freeze", "kivara"), "freeze", "kivara");

        var (id, hold) = play.State.Holds.ShouldHaveSingleItem();
        (id, hold.What, hold.FedBy.Length).ShouldBe(("first-account-kivara", "freeze", 1));
        hold.StoryEnds.ShouldBe(Start + play.State.At + 30 * Day);
        play.State.Requests["first"].FollowedBy.ShouldBe("r");

        // One of the two is withdrawn: the other still holds it.
        play.Send("desk.officer.1", new WithdrawRequest("first", "The freeze stands."));
        play.State.Holds[id].Status.ShouldBe("active");
    }

    [Fact]
    public void Only_the_traced_sum_is_held_when_that_is_what_is_asked()
    {
        var play = Legal.Answered(Legal.Out(Play.Started(Legal.World), "stop-payment", "kivara", change: f => f with { Scope = f.Scope with { Amount = 300 } }), "stop-payment", "kivara");

        (Meter(play, "flight-kivara"), Meter(play, "held-kivara")).ShouldBe((700, 300));
    }

    [Fact]
    public void Money_that_has_moved_on_is_told_so()
    {
        var scenario = Legal.World with { Meters = [.. Legal.World.Meters.Select(m => m.Id == "flight-norvia" ? m with { Start = 10 } : m)] };
        var play = Legal.Sent("stop-payment", "norvia", scenario: scenario).Until(50 * Minute);

        play.State.Requests["r"].Result.ShouldBe("moved-on");
        play.Record<RequestView>("desk.officer", "request:r").Answer.ShouldBe("moved-on");
    }

    [Fact]
    public void A_hold_is_lifted_after_the_other_side_was_heard()
    {
        var play = Legal.Answered(Legal.Sent("freeze", "kivara"), "freeze", "kivara")
            .Send("kivara.officer.1", new WarnSender("r", "lifting-planned", "The evidence is thin."))
            .Send("desk.officer.1", new GoOnNevertheless("r"))
            .Send("kivara.officer.1", new LiftHold("r", "late-or-thin-evidence", "The evidence is thin."));

        Legal.Codes(play, "receiver").ShouldNotContain("lifted-unheard");
    }

    [Fact]
    public void A_formal_request_stands_behind_a_hold_until_it_is_decided()
    {
        var play = Legal.Sent("mla", "kivara");
        play.State.Holds["first-kivara-traffic"].Followed.ShouldBeTrue();
        play.State.Requests["first"].FollowedBy.ShouldBe("r");

        Legal.Answered(play, "mla", "kivara", answer: "refuse", ground: "essential-interests").State.Holds["first-kivara-traffic"].Followed.ShouldBeFalse();
    }

    [Fact]
    public void A_second_request_for_the_same_data_comes_to_the_hold_that_is_there()
    {
        var play = Legal.Answered(Legal.Sent("preservation", "kivara"), "preservation", "kivara");
        Legal.Answered(Legal.Out(play, "preservation", "kivara", "again"), "preservation", "kivara", "again");

        play.State.Holds.ShouldHaveSingleItem().Value.FedBy.ShouldBe(["again"]);
        play.SeenBy("desk.officer").Keys.Count(k => k.StartsWith("hold:", StringComparison.Ordinal)).ShouldBe(1);
    }

    [Fact]
    public void A_path_found_by_an_authority_without_people_is_told_unasked()
    {
        var scenario = Legal.With("preservation-norvia", m => m with { Path = "path-back" });
        var path = scenario.Matters.Single(m => m.Id == "path-norvia");
        scenario = scenario with { Matters = scenario.Matters.Add(path with { Id = "path-back", From = "norvia-office", To = "sundara-office", Model = path.Model with { From = "norvia-office", To = "sundara-office" }, GrantEffects = [new SetFlag("secret")] }) };
        var play = Legal.Sent("preservation", "norvia", scenario: scenario).Until(46 * Minute);
        play.SeenBy("desk.officer").Keys.ShouldNotContain("request:path-path-back");

        play.Until(76 * Minute);
        play.Record<RequestView>("desk.officer", "request:path-path-back").Direction.ShouldBe("in");
        play.State.Flags.ShouldContain("secret");
    }

    [Fact]
    public void Progress_that_is_asked_for_is_told()
    {
        var play = Legal.Sent("mla", "kivara").Send("desk.officer.1", new AskProgress("r"));
        play.Refused("kivara.officer.1", new TellProgress("r", " ")).ShouldBe("say-why");

        play.Send("kivara.officer.1", new TellProgress("r", "The court sits on Friday."));
        play.Record<RequestView>("desk.officer", "request:r").History[^1].Note.ShouldBe("The court sits on Friday.");
        play.Refused("kivara.officer.1", new TellProgress("r", "again")).ShouldBe("not-now");
    }

    [Fact]
    public void Silence_past_its_time_is_an_event_that_costs()
    {
        var play = Legal.Sent("emergency", "kivara").Until(10 * Minute);
        play.Events.OfType<RequestOverdue>().ShouldHaveSingleItem().What.ShouldBe("acknowledge");

        Legal.Codes(Legal.Answered(play, "emergency", "kivara"), "receiver").ShouldContain("late-acknowledgement");
    }

    [Fact]
    public void The_right_date_in_the_register_earns_and_a_wrong_one_does_not()
    {
        var play = Legal.Answered(Legal.Sent("preservation", "kivara"), "preservation", "kivara");
        Legal.Codes(play, "receiver").ShouldBe(["no-register-date"]);

        play.Send("kivara.officer.1", new SetRegisterDate("r", Start + 3 * Day));
        Legal.Codes(play, "receiver").ShouldBe(["no-register-date"]);
        play.Send("kivara.officer.1", new SetRegisterDate("r", play.State.Holds["r-kivara-traffic"].StoryEnds - Minute));
        Legal.Codes(play, "receiver").ShouldBeEmpty();
        play.Record<RequestView>("desk.officer", "request:r").RegisterDate.ShouldBeNull("the register is the receiver's own");
    }

    [Fact]
    public void Offices_answer_in_their_hours_and_desks_round_the_clock()
    {
        // Story time begins on Friday 15 January 2027 at 08:00 UTC, 09:00 in Norvia.
        var hours = new OfficeHours(9 * 60, 9 * 60 + 10, ["mon", "tue", "wed", "thu", "fri"]);
        var scenario = Legal.WithState("norvia", s => s with { OfficeHours = hours, Holidays = ["2027-01-18"] });
        var monday = Hours.Open(scenario, "norvia-office", Start + Hour);
        DateTimeOffset.FromUnixTimeMilliseconds(monday).ToString("ddd yyyy-MM-dd HH:mm", System.Globalization.CultureInfo.InvariantCulture).ShouldBe("Tue 2027-01-19 08:00");
        Hours.Open(scenario, "norvia-office", Start + 5 * Minute).ShouldBe(Start + 5 * Minute);

        Legal.Sent("preservation", "norvia", scenario: scenario).Until(90 * Minute).State.Requests["r"].Status.ShouldBe("sent");
        var desk = scenario with { Authorities = [.. scenario.Authorities.Select(a => a.Id == "norvia-office" ? a with { Kind = "desk247" } : a)] };
        Legal.Sent("preservation", "norvia", scenario: desk).Until(90 * Minute).State.Requests["r"].Status.ShouldBe("executed");
    }

    [Fact]
    public void Who_authorises_may_depend_on_the_class_of_data()
    {
        var scenario = Legal.WithState("sundara", s => s with { Authorises = s.Authorises.SetItem("production.traffic", ["police.investigator"]) });
        var play = Play.Started(scenario)
            .Send("desk.officer.1", new DraftRequest("sub", Legal.Form("production", "kivara")))
            .Send("desk.officer.1", new AuthoriseRequest("sub", 1))
            .Send("desk.officer.1", new DraftRequest("traffic", Legal.Form("production", "kivara") with { Scope = Legal.Form("production", "kivara").Scope with { Classes = ["traffic"] } }));

        play.Refused("desk.officer.1", new AuthoriseRequest("traffic", 1)).ShouldBe("not-yours-to-authorise");
        play.Send("police.investigator.1", new AuthoriseRequest("traffic", 1));
    }

    [Fact]
    public void A_desk_that_may_order_nothing_passes_on()
    {
        var scenario = Legal.WithState("norvia", s => s with { DeskOrders = false });
        scenario = scenario with { Authorities = [.. scenario.Authorities.Select(a => a.Id == "norvia-switchboard" ? a with { Kind = "desk247", Competent = ["preservation"] } : a)] };
        var play = Legal.Sent("preservation", "norvia", f => f with { To = "norvia-switchboard" }, scenario).Until(50 * Minute);

        play.Record<RequestView>("desk.officer", "request:r").HasIt.ShouldBe("norvia-office");
    }

    [Fact]
    public void A_matter_s_points_are_shared_out_by_weight_and_a_fatal_mistake_costs_besides()
    {
        int Won(Play play) => Score.ForTeam(play.State, play.Scenario, "desk").Won;
        int Penalties(Play play) => Score.ForTeam(play.State, play.Scenario, "desk").Penalties;

        Won(Legal.Sent("mla-live", "norvia")).ShouldBe(10);
        Won(Legal.Sent("mla-live", "norvia", f => f with { Fields = f.Fields.SetItem("language", "Sundarese") })).ShouldBe(9);
        Won(Legal.Sent("mla-live", "norvia", f => f with { Channel = "police" })).ShouldBe(5);
        var unauthorised = Legal.Sent("mla-live", "norvia", authorise: false);
        (Won(unauthorised), Penalties(unauthorised)).ShouldBe((0, 10));

        var lenient = Legal.With("mla-live-norvia", m => m with { Weights = m.Weights.SetItem("wrong-channel", "minor") });
        Won(Legal.Sent("mla-live", "norvia", f => f with { Channel = "police" }, lenient)).ShouldBe(9);
    }

    [Fact]
    public void An_objective_can_ask_for_a_share_and_for_a_mistake()
    {
        var scenario = Legal.World with
        {
            Objectives =
            [
                new Objective { Id = "good", Team = "desk", Name = En("Good"), Points = 5, When = new RequestIs("inquiry-norvia", "sent", Share: 80) },
                new Objective { Id = "bad", Team = "desk", Name = En("Bad"), Points = 5, When = new RequestIs("inquiry-norvia", "sent", Mistake: "wrong-channel") },
            ],
        };
        Legal.Sent("inquiry", "norvia", scenario: scenario).State.Objectives.Keys.ShouldBe(["good"]);
        Legal.Sent("inquiry", "norvia", f => f with { Channel = "diplomatic" }, scenario).State.Objectives.Keys.ShouldBe(["bad"]);
    }

    [Fact]
    public void The_sender_s_register_betrays_nothing_of_how_he_or_the_receiver_was_judged()
    {
        foreach (var play in new[] { Legal.Sent("mla", "kivara", f => f with { Fields = Fields() }), Legal.Answered(Legal.Sent("mla", "kivara"), "mla", "kivara", answer: "refuse", ground: "bank-secrecy") })
            foreach (var role in new[] { "desk.officer", "kivara.officer" })
            {
                var json = System.Text.Encoding.UTF8.GetString(DrillJson.ToBytes(play.Record<RequestView>(role, "request:r")));
                foreach (var word in new[] { "refused-sound", "wrong-ground", "no-preservation", "fitting", "faults", "overdue", "mistakes", "points" })
                    json.ShouldNotContain(word);
            }
    }
}
