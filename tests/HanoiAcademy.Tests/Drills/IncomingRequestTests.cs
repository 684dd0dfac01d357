using HanoiAcademy.Drills.Commands;
using HanoiAcademy.Drills.Events;
using HanoiAcademy.Drills.Views;
using static HanoiAcademy.Tests.Drills.Small;

namespace HanoiAcademy.Tests.Drills;

/// <summary>Requests that the author wrote come to people who must answer them.</summary>
public sealed class IncomingRequestTests
{
    private static Play Norvia() => Play.Started(Wider.World).Send(Actor.Director, new FireInject("norvia-writes"));

    private static Play Nobody() => Play.Started(Wider.World).Send(Actor.Director, new FireInject("nobody-writes"));

    [Fact]
    public void A_request_arrives_at_those_who_play_its_receiver_and_at_no_one_else()
    {
        var play = Norvia();

        var paper = play.Record<RequestView>("kivara.officer", "request:from-norvia");
        paper.Direction.ShouldBe("in");
        paper.FromName.ShouldBe("norvia-desk");
        paper.Acts.ShouldBe(["acknowledge-request", "verify-request", "answer-request", "warn-sender"]);
        foreach (var role in new[] { "bank.fraud", "desk.officer", "police.investigator" })
            play.SeenBy(role).ContainsKey("request:from-norvia").ShouldBeFalse(role);
    }

    [Fact]
    public void One_that_was_returned_is_supplemented_by_its_author_after_his_State_s_time()
    {
        var play = Norvia().Send("kivara.officer.1", new AnswerRequest("from-norvia", "return", ["holder"]), 10 * Minute);
        play.State.Requests["from-norvia"].Right.ShouldBe(true, "the holder is missing");

        play.Until(40 * Minute - 1).State.Requests["from-norvia"].Status.ShouldBe("returned");
        play.Until(40 * Minute).State.Requests["from-norvia"].Mistakes.ShouldBeEmpty();
        play.Events.OfType<RequestSupplemented>().Single().At.ShouldBe(40 * Minute);

        play.Send("kivara.officer.1", new AnswerRequest("from-norvia", "grant", []), 45 * Minute);
        play.State.Requests["from-norvia"].Right.ShouldBe(true);
    }

    [Fact]
    public void Its_author_supplements_once_and_then_lets_it_lapse()
    {
        var play = Norvia().Send("kivara.officer.1", new AnswerRequest("from-norvia", "return", ["holder"])).Until(35 * Minute)
            .Send("kivara.officer.1", new AnswerRequest("from-norvia", "return", ["necessity"])).Until(110 * Minute);

        play.Events.OfType<RequestSupplemented>().Count().ShouldBe(1);
        play.State.Requests["from-norvia"].Status.ShouldBe("lapsed");
    }

    [Fact]
    public void Granting_what_has_a_gap_is_judged_wrong() =>
        Norvia().Send("kivara.officer.1", new AnswerRequest("from-norvia", "grant", [])).State.Requests["from-norvia"].Right.ShouldBe(false);

    [Fact]
    public void Finding_out_a_sender_who_does_not_exist_is_right_and_ends_it()
    {
        var play = Nobody().Send("kivara.officer.1", new VerifyRequest("from-nobody", false, "register"));

        play.State.Requests["from-nobody"].Right.ShouldBe(true);
        play.Refused("kivara.officer.1", new AnswerRequest("from-nobody", "grant", [])).ShouldBe("not-now");
        play.Send("kivara.officer.1", new CloseRequest("from-nobody"));
    }

    [Fact]
    public void Believing_him_and_helping_him_is_wrong_for_good()
    {
        var play = Nobody().Send("kivara.officer.1", new VerifyRequest("from-nobody", true, "message"));
        play.State.Requests["from-nobody"].Right.ShouldBeNull("nothing was given away yet");

        play.Send("kivara.officer.1", new AnswerRequest("from-nobody", "grant", []));
        play.State.Requests["from-nobody"].Right.ShouldBe(false);
    }

    [Fact]
    public void Turning_away_a_true_sender_as_false_is_wrong() =>
        Norvia().Send("kivara.officer.1", new VerifyRequest("from-norvia", false, "none")).State.Requests["from-norvia"].Right.ShouldBe(false);

    [Fact]
    public void No_player_s_paper_can_take_the_place_of_one_that_is_yet_to_come() =>
        Play.Started(Wider.World).Refused("desk.officer.1", new DraftRequest("from-norvia", Form())).ShouldBe("request-exists");

    [Fact]
    public void It_arrives_once_however_often_it_is_sent_for()
    {
        var scenario = Wider.World with { Injects = [.. Wider.World.Injects, Inject("again", null, "kivara") with { Contingency = true, Effects = Wider.World.Injects.Single(i => i.Id == "norvia-writes").Effects }] };
        var play = Play.Started(scenario).Send(Actor.Director, new FireInject("norvia-writes")).Send(Actor.Director, new FireInject("again"));

        play.Events.OfType<RequestReceived>().Count().ShouldBe(1);
    }
}
