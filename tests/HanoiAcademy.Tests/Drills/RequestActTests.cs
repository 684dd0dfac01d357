using HanoiAcademy.Drills.Commands;
using HanoiAcademy.Drills.Events;
using HanoiAcademy.Drills.Scenarios;
using HanoiAcademy.Drills.Views;
using HanoiAcademy.Drills.Wire;
using static HanoiAcademy.Tests.Drills.Small;

namespace HanoiAcademy.Tests.Drills;

/// <summary>What either side does with a request that has gone out.</summary>
public sealed class RequestActTests
{
    private static Play Sent(RequestForm form) =>
        Play.Started(Wider.World)
            .Send("desk.officer.1", new DraftRequest("r", form))
            .Send("desk.officer.1", new AuthoriseRequest("r", 1))
            .Send("desk.officer.1", new SendRequest("r"));

    private static Play ToKivara() => Sent(Form("kivara-desk", "kivara-log", "192.0.2.7"));

    private static Play Granted() => ToKivara().Send("kivara.officer.1", new AnswerRequest("r", "grant", []), 30 * Minute);

    [Fact]
    public void One_who_passes_it_on_no_longer_has_it()
    {
        var play = ToKivara().Send("kivara.officer.1", new AnswerRequest("r", "forward", [], To: "kivara-police"));

        play.State.Requests["r"].Right.ShouldBe(false, "it was at the right desk");
        play.Record<RequestView>("desk.officer", "request:r").HasIt.ShouldBe("kivara-police");
        play.Record<RequestView>("kivara.officer", "request:r").Acts.ShouldBeEmpty("he sees what became of it and can do nothing");
        play.Refused("kivara.officer.1", new AnswerRequest("r", "grant", [])).ShouldBe("no-such-request");
    }

    [Fact]
    public void Nobody_can_pass_it_on_to_himself_or_to_nobody()
    {
        var play = ToKivara();

        play.Refused("kivara.officer.1", new AnswerRequest("r", "forward", [], To: "kivara-desk")).ShouldBe("no-receiver");
        play.Refused("kivara.officer.1", new AnswerRequest("r", "forward", [], To: "nowhere")).ShouldBe("no-receiver");
    }

    [Fact]
    public void What_the_wrong_desk_passed_on_is_answered_by_the_right_one_as_if_it_had_come_there()
    {
        var play = Sent(Form("kivara-police", "kivara-log", "192.0.2.7")).Until(45 * Minute);
        play.State.Requests["r"].Receiver.ShouldBe("kivara-desk");

        play.Send("kivara.officer.1", new AnswerRequest("r", "grant", []), 50 * Minute);
        play.State.Requests["r"].Right.ShouldBe(true);
    }

    [Fact]
    public void A_postponed_request_waits_and_can_still_be_granted()
    {
        var play = ToKivara().Send("kivara.officer.1", new AnswerRequest("r", "postpone", [], Reasons: "Our own case would suffer."));
        var paper = play.Record<RequestView>("desk.officer", "request:r");
        paper.Status.ShouldBe("postponed");
        paper.Reasons.ShouldBe("Our own case would suffer.");

        play.Send("kivara.officer.1", new AnswerRequest("r", "grant", []), 10 * Minute);
        play.State.Requests["r"].Status.ShouldBe("executed");
        play.State.Requests["r"].Right.ShouldBe(false, "a sound request had no reason to wait");
    }

    [Fact]
    public void Withdrawing_releases_the_hold_and_the_data_goes_when_its_day_comes()
    {
        var play = Granted().Send("desk.officer.1", new WithdrawRequest("r", "The case is closed."), 40 * Minute);
        play.State.Holds["r-kivara-log"].Status.ShouldBe("released");
        play.State.LostData.ShouldBeEmpty();

        play.Until(100 * Minute);
        play.State.LostData.ShouldContain("kivara-log");
        play.Refused("desk.officer.1", new WithdrawRequest("r", "again")).ShouldBe("not-now");
    }

    [Fact]
    public void An_extension_with_reason_and_date_moves_the_hold_s_end()
    {
        var play = Granted().Send("desk.officer.1", new ExtendRequest("r", "The MLA request is being translated.", "2027-05-01"), 40 * Minute);
        play.State.Holds["r-kivara-log"].StoryEnds.ShouldBe(Start + 30 * Minute + 120 * Day);

        play.Until(110 * Minute);
        play.State.Holds["r-kivara-log"].Status.ShouldBe("active", "it outlives the jump of seventy days");
    }

    [Fact]
    public void An_extension_without_either_is_noted_and_moves_nothing()
    {
        var play = Granted().Send("desk.officer.1", new ExtendRequest("r", "We need more time.", " "), 40 * Minute);

        play.Events.OfType<ExtensionAsked>().ShouldHaveSingleItem();
        play.State.Holds["r-kivara-log"].StoryEnds.ShouldBe(Start + 30 * Minute + 60 * Day);
        ToKivara().Refused("desk.officer.1", new ExtendRequest("r", "why", "when")).ShouldBe("no-hold");
    }

    [Fact]
    public void Conditions_are_accepted_once()
    {
        var play = ToKivara().Send("kivara.officer.1", new AnswerRequest("r", "grant-with-conditions", [], Conditions: "Use in this case alone."));
        play.State.Requests["r"].Right.ShouldBe(true);
        play.Record<RequestView>("desk.officer", "request:r").Acts.ShouldContain("accept-conditions");

        play.Send("desk.officer.1", new AcceptConditions("r"));
        play.Record<RequestView>("desk.officer", "request:r").Acts.ShouldNotContain("accept-conditions");
        play.Refused("desk.officer.1", new AcceptConditions("r")).ShouldBe("not-now");
        Granted().Refused("desk.officer.1", new AcceptConditions("r")).ShouldBe("not-now");
    }

    [Fact]
    public void A_supplement_goes_to_the_one_who_asked_for_it_wherever_its_form_says()
    {
        var play = ToKivara().Send("kivara.officer.1", new VerifyRequest("r", true, "register")).Send("kivara.officer.1", new AnswerRequest("r", "return", ["holder"]));
        play.Refused("kivara.officer.1", new SupplementRequest("r", Form())).ShouldBe("no-such-request");

        play.Send("desk.officer.1", new SupplementRequest("r", Form("norvia-desk", "kivara-log", "192.0.2.7")));
        play.State.Requests["r"].Form.To.ShouldBe("kivara-desk");
        play.State.Requests["r"].Receiver.ShouldBe("kivara-desk");
        play.Record<RequestView>("kivara.officer", "request:r").Status.ShouldBe("verified", "it was, and need not be again");
        play.Refused("desk.officer.1", new SupplementRequest("r", Form("kivara-desk", "kivara-log", "192.0.2.7"))).ShouldBe("not-now");
    }

    [Fact]
    public void Progress_can_be_asked_for_while_an_answer_is_owed()
    {
        var play = ToKivara().Send("desk.officer.1", new AskProgress("r"), 20 * Minute);
        play.Record<RequestView>("kivara.officer", "request:r").History[^1].What.ShouldBe("progress-asked");

        play.Send("kivara.officer.1", new AnswerRequest("r", "grant", []));
        play.Refused("desk.officer.1", new AskProgress("r")).ShouldBe("not-now");
    }

    [Fact]
    public void A_closed_request_is_closed()
    {
        var play = Granted();
        ToKivara().Refused("desk.officer.1", new CloseRequest("r")).ShouldBe("not-now");

        play.Send("desk.officer.1", new CloseRequest("r"));
        foreach (var command in new Command[] { new CloseRequest("r"), new WithdrawRequest("r", ""), new AskProgress("r"), new AcceptConditions("r"), new ExtendRequest("r", "why", "when"), new SupplementRequest("r", Form()) })
            play.Refused("desk.officer.1", command).ShouldBe("not-now", command.ToString());
        play.Refused("kivara.officer.1", new AnswerRequest("r", "refuse", [])).ShouldBe("not-now");
        play.Record<RequestView>("desk.officer", "request:r").Acts.ShouldBe(["ask-other-use"], "limits on use do not end with the request");
    }

    [Fact]
    public void Both_ends_may_offer_only_what_the_rules_then_accept()
    {
        // Whatever act a view offers is accepted or refused for its content, never for its kind.
        string[] kinds = ["not-now", "no-such-request", "already-sent", "not-yours-to-send", "not-yours-to-authorise", "not-a-draft", "no-hold"];
        foreach (var play in new[] { ToKivara(), Granted(), Sent(Form()).Until(50 * Minute), ToKivara().Send("kivara.officer.1", new AnswerRequest("r", "return", [])), ToKivara().Send("kivara.officer.1", new VerifyRequest("r", false, "register")) })
            foreach (var (seat, role) in new[] { ("desk.officer.1", "desk.officer"), ("kivara.officer.1", "kivara.officer") })
                if (play.SeenBy(role).GetValueOrDefault("request:r") is RequestView paper)
                    foreach (var act in paper.Acts)
                        kinds.ShouldNotContain(HanoiAcademy.Drills.Drill.Decide(play.State, play.Scenario, Try(act), new Actor(seat), play.State.At).Refusal?.Code ?? "", $"{seat}: {act} while {paper.Status}");
    }

    [Fact]
    public void Until_he_is_answered_the_sender_cannot_tell_what_the_receiver_found()
    {
        var before = ToKivara().Send("kivara.officer.1", new AcknowledgeRequest("r", "KV-1"), Minute);
        var unseen = DrillJson.ToBytes(before.Record<RequestView>("desk.officer", "request:r"));

        foreach (var authentic in new[] { true, false })
        {
            var after = ToKivara().Send("kivara.officer.1", new AcknowledgeRequest("r", "KV-1"), Minute).Send("kivara.officer.1", new VerifyRequest("r", authentic, "register"), 2 * Minute);
            DrillJson.ToBytes(after.Record<RequestView>("desk.officer", "request:r")).ShouldBe(unseen);
            foreach (var command in new Command[] { new CloseRequest("r"), new SupplementRequest("r", Form()), new AcceptConditions("r") })
                HanoiAcademy.Drills.Drill.Decide(after.State, after.Scenario, command, new Actor("desk.officer.1"), after.State.At).Refusal.ShouldNotBeNull().Words.ShouldBe(["acknowledged"]);
        }
    }

    [Fact]
    public void When_a_returned_request_lapses_does_not_betray_the_phase_that_will_bring_it()
    {
        var play = ToKivara().Send("kivara.officer.1", new AnswerRequest("r", "return", ["holder"]));

        play.Record<RequestView>("desk.officer", "request:r").DueAt.ShouldBe(30 * Day);
        play.Until(100 * Minute).State.Requests["r"].Status.ShouldBe("lapsed");
    }

    [Fact]
    public void What_a_request_is_about_is_known_to_those_who_wrote_it()
    {
        var play = Play.Started(Wider.World).Until(10 * Minute)
            .Send("desk.officer.1", new DraftRequest("r", Form("kivara-desk", "kivara-log", "192.0.2.7"), "second"))
            .Send("desk.officer.1", new SendRequest("r"));

        play.Record<RequestView>("desk.officer", "request:r").About.ShouldBe("second");
        play.Record<RequestView>("kivara.officer", "request:r").About.ShouldBeNull();
        play.Record<RequestView>("police.investigator", "request:r").About.ShouldBeNull();
    }

    private static Command Try(string act) => act switch
    {
        "edit-request" => new EditRequest("r", 1, Form()),
        "authorise-request" => new AuthoriseRequest("r", 1),
        "send-back-draft" => new SendBackDraft("r", ""),
        "send-request" => new SendRequest("r"),
        "withdraw-request" => new WithdrawRequest("r", ""),
        "supplement-request" => new SupplementRequest("r", Form("kivara-desk", "kivara-log", "192.0.2.7")),
        "accept-conditions" => new AcceptConditions("r"),
        "extend-request" => new ExtendRequest("r", "why", "when"),
        "ask-progress" => new AskProgress("r"),
        "acknowledge-request" => new AcknowledgeRequest("r"),
        "verify-request" => new VerifyRequest("r", true, "register"),
        "answer-request" => new AnswerRequest("r", "grant", []),
        "close-request" => new CloseRequest("r"),
        "narrow-request" => new NarrowRequest("r", Form("kivara-desk", "kivara-log", "192.0.2.7").Scope with { FromUtc = Start }),
        "go-on-nevertheless" => new GoOnNevertheless("r"),
        "ask-other-use" => new AskOtherUse("r", "Another case"),
        "answer-other-use" => new AnswerOtherUse("r", true),
        "tell-progress" => new TellProgress("r", "Soon"),
        "confirm-in-writing" => new ConfirmInWriting("r"),
        "set-register-date" => new SetRegisterDate("r", Start),
        "send-request-evidence" => new SendRequestEvidence("r", [], "shown"),
        "lift-hold" => new LiftHold("r"),
        "warn-sender" => new WarnSender("r", "harms-case"),
        "warn-true-authority" => new WarnTrueAuthority("r", "norvia-desk"),
        _ => throw new ArgumentException($"A view offers {act}, which this test does not know: add its command."),
    };
}
