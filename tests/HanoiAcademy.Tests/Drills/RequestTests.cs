using HanoiAcademy.Drills.Commands;
using HanoiAcademy.Drills.Scenarios;
using HanoiAcademy.Drills.Views;
using static HanoiAcademy.Tests.Drills.Small;

namespace HanoiAcademy.Tests.Drills;

public sealed class RequestTests
{
    private static Play Sent(RequestForm form, long at = 0) =>
        Play.Started(World).Until(at)
            .Send("desk.officer.1", new DraftRequest("r", form))
            .Send("desk.officer.1", new AuthoriseRequest("r", 1))
            .Send("desk.officer.1", new SendRequest("r"));

    [Fact]
    public void A_complete_request_is_acknowledged_granted_and_holds_the_data()
    {
        var play = Sent(Form()).Until(45 * Minute);

        play.State.Requests["r"].Mistakes.ShouldBeEmpty();
        play.State.Requests["r"].Status.ShouldBe("executed");
        var hold = play.Record<HoldView>("desk.officer", "hold:r-norvia-log");
        hold.StoryEnds.ShouldBe(Start + 45 * Minute + 60 * Day);
        play.State.Objectives["asked"].Status.ShouldBe("won");
    }

    [Fact]
    public void A_missing_field_comes_back_returned_with_all_gaps_named_at_once()
    {
        var form = Form() with { Fields = Fields(("authority", "Sundara desk"), ("offence", "something happened")) };
        var play = Sent(form).Until(50 * Minute);

        play.State.Requests["r"].Status.ShouldBe("returned");
        play.Record<RequestView>("desk.officer", "request:r").Missing.ShouldBe(["offence", "data", "holder", "necessity", "mla-follows"]);
    }

    [Fact]
    public void A_returned_request_that_is_supplemented_is_granted_and_one_that_is_not_lapses()
    {
        var play = Sent(Form() with { Fields = Form().Fields.Remove("holder") }).Until(50 * Minute);
        play.State.Requests["r"].Status.ShouldBe("returned");

        play.Send("desk.officer.1", new SupplementRequest("r", Form()), 60 * Minute).Until(99 * Minute);
        play.State.Requests["r"].Status.ShouldBe("executed");
        play.State.Requests["r"].FirstMistakes.ShouldBe(["missing-field"]);
        play.State.Objectives.ContainsKey("asked").ShouldBeFalse("it was not sound when it first went out");

        var idle = Sent(Form() with { Fields = Form().Fields.Remove("holder") }).Until(100 * Minute);
        idle.State.Requests["r"].Status.ShouldBe("lapsed");
    }

    [Fact]
    public void The_wrong_desk_of_the_right_state_forwards_it_at_the_cost_of_time()
    {
        var play = Sent(Form(to: "norvia-police")).Until(50 * Minute);
        play.State.Requests["r"].Status.ShouldBe("forwarded");
        play.Record<RequestView>("desk.officer", "request:r").HasIt.ShouldBe("norvia-desk");

        // An hour to pass it on, fifteen minutes to acknowledge, thirty to answer: inside the jump.
        play.Until(100 * Minute);
        play.State.Requests["r"].Reached.ContainsKey("granted").ShouldBeTrue();
    }

    [Fact]
    public void Asking_after_retention_has_ended_yields_nil()
    {
        var scenario = World with { DataSets = [.. World.DataSets.Select(d => d.Id == "norvia-log" ? d with { RetentionEnds = Start + 20 * Minute } : d)] };
        var play = Play.Started(scenario)
            .Send("desk.officer.1", new DraftRequest("r", Form()))
            .Send("desk.officer.1", new AuthoriseRequest("r", 1))
            .Send("desk.officer.1", new SendRequest("r"))
            .Until(50 * Minute);

        play.State.Requests["r"].Result.ShouldBe("nil");
        play.State.Holds.ShouldBeEmpty();
        play.Record<RequestView>("desk.officer", "request:r").Answer.ShouldBe("nil");
    }

    [Fact]
    public void Asking_for_more_than_the_case_needs_is_met_with_a_narrower_text()
    {
        var play = Sent(Form() with { Scope = Form().Scope with { Classes = ["traffic", "content"] } }).Until(50 * Minute);

        play.State.Requests["r"].Status.ShouldBe("consulting");
        play.State.Requests["r"].FirstMistakes.ShouldBe(["asks-disclosure"]);
    }

    [Fact]
    public void An_unauthorised_draft_can_be_sent_and_is_judged()
    {
        var play = Play.Started(World).Send("desk.officer.1", new DraftRequest("r", Form())).Send("desk.officer.1", new SendRequest("r"));

        play.State.Requests["r"].FirstMistakes.ShouldBe(["not-authorised"]);
    }

    [Fact]
    public void An_edit_voids_the_authorisation_and_one_made_on_an_old_revision_is_refused()
    {
        var play = Play.Started(World)
            .Send("desk.officer.1", new DraftRequest("r", Form()))
            .Send("police.investigator.1", new AuthoriseRequest("r", 1))
            .Send("desk.officer.1", new EditRequest("r", 1, Form() with { Basis = "uncc" }));

        play.State.Requests["r"].AuthorisedBy.ShouldBeNull();
        play.Refused("desk.officer.1", new EditRequest("r", 1, Form())).ShouldBe("edited-meanwhile");
    }

    [Fact]
    public void A_hold_with_a_formal_request_behind_it_outlives_the_jump()
    {
        var scenario = World with { Actions = World.Actions.Add(new ActionDefinition { Id = "send-mla", Name = En("Send the MLA request"), By = ["desk.officer"], Effects = [new FollowHold("norvia-log")] }) };
        var play = Play.Started(scenario)
            .Send("desk.officer.1", new DraftRequest("r", Form()))
            .Send("desk.officer.1", new AuthoriseRequest("r", 1))
            .Send("desk.officer.1", new SendRequest("r"))
            .Until(50 * Minute)
            .Send("desk.officer.1", new StartAction("send-mla"))
            .Until(110 * Minute);

        play.State.Holds["r-norvia-log"].Status.ShouldBe("active");
        play.State.LostData.ShouldNotContain("norvia-log");
    }

    [Fact]
    public void People_at_the_receiving_desk_answer_and_the_sender_does_not_see_them_deliberate()
    {
        var play = Sent(Form("kivara-desk", "kivara-log", "192.0.2.7"), 20 * Minute)
            .Send("kivara.officer.1", new AcknowledgeRequest("r", "KV-1"), 22 * Minute)
            .Send("kivara.officer.1", new VerifyRequest("r", true, "register"), 24 * Minute);

        play.Record<RequestView>("kivara.officer", "request:r").Status.ShouldBe("verified");
        var paper = play.Record<RequestView>("desk.officer", "request:r");
        paper.Status.ShouldBe("acknowledged");
        paper.History.ShouldNotContain(h => h.What == "verified");

        play.Send("kivara.officer.1", new AnswerRequest("r", "grant", []), 30 * Minute);
        play.State.Holds["r-kivara-log"].StoryEnds.ShouldBe(Start + 30 * Minute + 60 * Day);
        play.State.Requests["r"].Right.ShouldBe(true);
    }

    [Fact]
    public void Refusing_a_sound_request_is_judged_wrong()
    {
        var play = Sent(Form("kivara-desk", "kivara-log", "192.0.2.7")).Send("kivara.officer.1", new AnswerRequest("r", "refuse", [], "essential-interests"));

        play.State.Requests["r"].Right.ShouldBe(false);
    }

    [Fact]
    public void Who_has_no_part_in_a_request_can_do_nothing_with_it_and_does_not_see_it()
    {
        var play = Sent(Form());

        play.SeenBy("bank.fraud").ContainsKey("request:r").ShouldBeFalse();
        play.SeenBy("kivara.officer").ContainsKey("request:r").ShouldBeFalse();
        play.Refused("kivara.officer.1", new AnswerRequest("r", "grant", [])).ShouldBe("no-such-request");
        play.Refused("bank.fraud.1", new WithdrawRequest("r", "")).ShouldBe("no-such-request");
    }

    [Fact]
    public void A_form_can_only_name_data_its_team_knows_of()
    {
        var play = Play.Started(World);

        play.Refused("police.investigator.1", new DraftRequest("r", Form("kivara-desk", "kivara-log") with { From = "sundara-police" })).ShouldBe("no-such-data");
    }

    [Theory]
    [InlineData("Invoice  FRAUD", true)]
    [InlineData("INVOICE-FRAUD", true)]
    [InlineData("a false invoice was sent", true)]
    [InlineData("a bill that was not right", false)]
    public void A_fact_counts_however_it_is_spelt(string text, bool counts)
    {
        var play = Sent(Form() with { Fields = Form().Fields.SetItem("offence", text) });

        play.State.Requests["r"].FirstMistakes.IsEmpty.ShouldBe(counts);
    }
}
