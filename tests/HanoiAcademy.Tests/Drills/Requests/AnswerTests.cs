using HanoiAcademy.Drills.Commands;
using HanoiAcademy.Drills.Requests;
using HanoiAcademy.Drills.Requests.Kinds;
using HanoiAcademy.Drills.Scenarios;
using HanoiAcademy.Drills.Views;
using static HanoiAcademy.Tests.Drills.Small;

namespace HanoiAcademy.Tests.Drills.Requests;

/// <summary>Every answer of every kind takes effect, and people's answers are held against the truth.</summary>
public sealed class AnswerTests
{
    public static TheoryData<string, string> All
    {
        get
        {
            var all = new TheoryData<string, string>();
            foreach (var kind in RequestKinds.All)
                foreach (var answer in kind.Answers)
                    all.Add(kind.Id, answer);
            return all;
        }
    }

    [Theory]
    [MemberData(nameof(All))]
    public void Each_answer_that_is_offered_moves_the_request_and_is_judged(string kind, string answer)
    {
        var play = Legal.Sent(kind, "kivara");
        var seat = Legal.Answerer(kind);
        play.Send(seat, new AcknowledgeRequest("r")).Send(seat, new VerifyRequest("r", true, "register"))
            .Send(seat, new AnswerRequest("r", answer, [], "essential-interests", "Because of the facts.", "Use in this case alone.", "sundara-office", play.State.Requests["r"].Form.Scope));

        var r = play.State.Requests["r"];
        (r.Status == Status(kind, answer)).ShouldBeTrue($"{answer} led to {r.Status}");
        r.Right.ShouldBe(AnswerWords.MoveOf(answer) == "grant" && answer != "grant-in-part", answer);
    }

    [Theory]
    [InlineData("preservation", "nil")]
    [InlineData("mla", "not-an-emergency")]
    [InlineData("stop-payment", "consult")]
    [InlineData("freeze", "anything")]
    public void An_answer_that_its_kind_does_not_know_is_refused(string kind, string answer) =>
        Legal.Sent(kind, "kivara").Refused("kivara.officer.1", new AnswerRequest("r", answer, [])).ShouldBe("no-such-answer");

    [Fact]
    public void What_is_handed_over_has_its_hash_and_is_seen_by_those_who_asked()
    {
        var play = Legal.Answered(Legal.Sent("mla", "kivara"), "mla", "kivara");

        var paper = play.Record<RequestView>("desk.officer", "request:r");
        var handed = paper.Handed.ShouldHaveSingleItem();
        handed.Sha256.ShouldBe(Legal.World.Evidence[0].Sha256);
        paper.History.ShouldContain(h => h.What == "handed-over" && h.Note == handed.Sha256);
        play.SeenBy("desk.officer").ShouldContainKey("evidence:header");
        play.SeenBy("bank.fraud").ShouldNotContainKey("evidence:header");
    }

    [Fact]
    public void Conditions_bind_once_they_are_accepted_and_nothing_is_handed_over_before()
    {
        var play = Legal.Answered(Legal.Sent("mla", "kivara"), "mla", "kivara", answer: "grant-with-conditions");
        play.State.Requests["r"].Handed.ShouldBeEmpty();

        play.Send("desk.officer.1", new AcceptConditions("r"));
        play.State.Requests["r"].Handed.Select(h => h.DataSet).ShouldBe(["kivara-traffic"]);
    }

    [Fact]
    public void A_State_that_sets_conditions_on_personal_data_grants_with_them()
    {
        var play = Legal.Sent("mla", "norvia", scenario: Legal.WithState("norvia", s => s with { PersonalData = En("For this case alone.") }));
        play.Until(play.State.At + 46 * Minute);

        play.State.Requests["r"].Answer.ShouldBe("grant-with-conditions");
        play.State.Requests["r"].Conditions.ShouldBe("For this case alone.");
    }

    [Fact]
    public void Part_of_what_was_asked_can_be_granted()
    {
        var scenario = Legal.With("preservation-kivara", m => m with { Needed = m.Needed with { DataSets = ["kivara-traffic"] } });
        var play = Legal.Answered(Legal.Sent("preservation", "kivara", f => f with { Scope = f.Scope with { DataSets = ["kivara-traffic", "kivara-subscriber"], Classes = ["traffic", "subscriber"] } }, scenario),
            "preservation", "kivara", answer: "grant-in-part", scope: scenario.Matters.Single(m => m.Id == "preservation-kivara").Needed);

        play.State.Holds.Values.Select(h => h.DataSet).ShouldBe(["kivara-traffic"]);
        play.State.Requests["r"].Right.ShouldBe(true, "asked for too much, it was given what the case needs");
    }

    [Fact]
    public void What_is_no_emergency_is_kept_and_nothing_is_disclosed()
    {
        var play = Legal.Sent("emergency", "norvia", scenario: Legal.With("emergency-norvia", m => m with { Averts = false }));
        play.Until(46 * Minute);

        play.State.Requests["r"].Status.ShouldBe("refused");
        play.State.Requests["r"].Handed.ShouldBeEmpty();
        play.State.Holds.Values.ShouldHaveSingleItem().DataSet.ShouldBe("norvia-traffic");
    }

    [Fact]
    public void A_State_that_discloses_nothing_without_a_formal_request_keeps_the_data_and_says_so()
    {
        var play = Legal.Sent("emergency", "norvia", scenario: Legal.WithState("norvia", s => s with { Emergency = new EmergencyRule(Discloses: false) }));
        play.Until(46 * Minute);

        play.State.Requests["r"].Ground.ShouldBe("needs-mla");
        play.State.Holds.ShouldHaveSingleItem();
    }

    [Theory]
    [InlineData("political-offence", "uncc", false)]
    [InlineData("political-offence", "budapest", true)]
    [InlineData("bank-secrecy", "budapest", false)]
    [InlineData("fiscal-only", "budapest", false)]
    [InlineData("dual-criminality", "uncc", true)]
    [InlineData("de-minimis", "uncc", false)]
    public void Which_ground_fits_follows_from_kind_basis_and_State(string ground, string basis, bool fits) =>
        Grounds.Fits(RequestKinds.Find("mla")!, basis, Legal.World.States.Single(s => s.Id == "kivara"), ground).ShouldBe(fits);

    [Fact]
    public void Dual_criminality_is_no_ground_on_a_preservation_but_by_reservation()
    {
        var state = Legal.World.States.Single(s => s.Id == "kivara");
        Grounds.Fits(RequestKinds.Find("preservation")!, "uncc", state, "dual-criminality").ShouldBeFalse();
        Grounds.Fits(RequestKinds.Find("preservation")!, "uncc", state with { DualCriminality = ["preservation"] }, "dual-criminality").ShouldBeTrue();
    }

    [Fact]
    public void Refusing_a_sound_request_costs_as_much_as_serving_a_false_sender()
    {
        var refused = Legal.Answered(Legal.Sent("mla", "kivara"), "mla", "kivara", answer: "refuse", ground: "essential-interests");
        var served = Legal.Answered(Legal.Sent("mla", "kivara", scenario: Legal.With("mla-kivara", m => m with { Authentic = false })), "mla", "kivara");

        foreach (var (play, code) in new[] { (refused, "refused-sound"), (served, "served-false-sender") })
        {
            var share = Shares.Of(play.State, play.Scenario, play.State.Requests["r"], "receiver");
            share.Costs.ShouldContain(c => c.Code == code && c.Weight == "fatal");
            (share.Percent, share.Fatal).ShouldBe((0, true));
        }
    }

    [Fact]
    public void A_refusal_names_a_ground_that_fits_and_a_fact()
    {
        var scenario = Legal.With("mla-kivara", m => m with { Discriminatory = true, AnswerFacts = [new Fact("reasons", En("the article"), ["newspaper article"])] });
        var costs = (string ground, string reasons) =>
        {
            var play = Legal.Answered(Legal.Sent("mla", "kivara", scenario: scenario), "mla", "kivara", answer: "refuse", ground: ground, reasons: reasons);
            return Shares.Of(play.State, scenario, play.State.Requests["r"], "receiver");
        };

        costs("discriminatory-purpose", "He is sought for a newspaper article.").Percent.ShouldBe(100);
        costs("discriminatory-purpose", "We do not like it.").Costs.ShouldHaveSingleItem().Code.ShouldBe("no-fact");
        costs("discriminatory-purpose", " ").Costs.ShouldHaveSingleItem().Code.ShouldBe("no-reasons");
        costs("bank-secrecy", "He is sought for a newspaper article.").Costs.ShouldHaveSingleItem().Code.ShouldBe("wrong-ground");
    }

    private static string Status(string kind, string answer) => (kind, AnswerWords.MoveOf(answer)) switch
    {
        ("mla-live", "grant") => "granted",
        ("production" or "emergency" or "mla" or "inquiry" or "provider", "grant") when answer == "grant-with-conditions" => "granted",
        (_, "grant" or "tell") => "executed",
        (_, "return") => "returned",
        (_, "consult") => "consulting",
        (_, "forward") => "forwarded",
        (_, "postpone") => "postponed",
        _ => "refused",
    };
}
