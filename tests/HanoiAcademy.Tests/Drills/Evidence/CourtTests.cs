using HanoiAcademy.Drills.Commands;
using HanoiAcademy.Drills.Events;
using HanoiAcademy.Drills.Reports;
using HanoiAcademy.Drills.Scenarios;
using HanoiAcademy.Drills.Views;
using static HanoiAcademy.Tests.Drills.Evidence.Station;
using static HanoiAcademy.Tests.Drills.Small;

namespace HanoiAcademy.Tests.Drills.Evidence;

/// <summary>The closing step: a court asks for the record and rejects gaps.</summary>
public sealed class CourtTests
{
    private const string Why = "To prove who sent the false invoice.";

    [Fact]
    public void A_court_asks_at_its_time_whom_it_asks_and_nobody_else_sees_it()
    {
        var play = Play.Started(With(Laptop, Hearing)).Until(20 * Minute);

        var view = play.Record<CourtView>("police.investigator", "court:hearing");
        (view.State, view.CanFile, view.AskedAt, view.DeadlineAt).ShouldBe(("asked", true, 20 * Minute, 30 * Minute));
        view.Items.ShouldHaveSingleItem().Name.ShouldBe("Laptop");
        play.SeenBy("bank.fraud").ShouldNotContainKey("court:hearing");
        play.Refused(Bank, new FileRecord("hearing", [])).ShouldBe("not-your-record");
        play.Refused(Police, new FileRecord("no-such-court", [])).ShouldBe("no-such-court");
    }

    [Fact]
    public void A_record_without_gaps_is_admitted_and_objectives_and_effects_follow()
    {
        var court = Hearing with { AdmittedEffects = [new SetFlag("alarm")], RejectedEffects = [new SetFlag("secret")] };
        var world = With(Laptop, court) with { Objectives = [.. World.Objectives, new Objective { Id = "counts", Team = "bank", Name = En("It counts"), Points = 5, When = new AllOf([new EvidenceIs("laptop", "bank", "admitted"), new CourtIs("hearing", "admitted")]) }] };
        var play = Sound(world).Send(Police, File("police", Why));

        play.Court().Verdicts.ShouldHaveSingleItem().ShouldSatisfyAllConditions(v => v.Admitted.ShouldBeTrue(), v => v.Gaps.ShouldBeEmpty());
        play.State.Flags.ShouldBe(["alarm"]);
        play.State.Objectives["counts"].Status.ShouldBe("won", "the bank's hands are in the record, though the police filed it");
        var view = play.Record<CourtView>("police.investigator", "court:hearing");
        (view.State, view.CanFile, view.BySeat, view.Purpose).ShouldBe(("filed", false, Police, Why));
        view.Items[0].Admitted.ShouldBe(true);
        play.Refused(Police, File("police", Why)).ShouldBe("already-filed");
    }

    [Fact]
    public void What_has_gaps_is_rejected_with_all_of_them()
    {
        var play = Play.Started(With(Laptop, Hearing with { RejectedEffects = [new SetFlag("secret")] }))
            .Send(Bank, new CollectEvidence("laptop", OtherHash, "public")).Send(Bank, new HandOverEvidence("laptop", "police"))
            .Until(20 * Minute).Send(Police, File("police", ""));

        var verdict = play.Court().Verdicts.ShouldHaveSingleItem();
        verdict.Admitted.ShouldBeFalse();
        verdict.Gaps.ShouldBe(["not-identified", "wrong-basis", "hash-mismatch", "not-acquired", "not-preserved", "no-receipt", "no-purpose"]);
        play.State.Flags.ShouldBe(["secret"]);
        play.Record<CourtView>("police.investigator", "court:hearing").Items[0].Gaps.ShouldBe(verdict.Gaps);
        Report.Of(play.Scenario, play.Rows, "en").Courts.ShouldHaveSingleItem().Verdicts[0].Gaps.ShouldBe(verdict.Gaps);
    }

    [Fact]
    public void The_log_presented_must_be_the_filers_own()
    {
        Sound(With(Laptop, Hearing)).Send(Police, File("bank", Why)).Court().Verdicts[0].Gaps.ShouldBe(["wrong-log"]);

        var kept = Play.Started(With(Laptop with { Needs = [] }, Hearing)).Send(Bank, new CollectEvidence("laptop", Hash, "order")).Until(20 * Minute);
        kept.Send(Police, File("bank", Why)).Court().Verdicts[0].Gaps.ShouldBe(["not-in-hands"], "it never left the bank");
    }

    [Fact]
    public void Filing_anothers_log_tells_nothing_of_what_stands_in_it()
    {
        var play = Play.Started(With(Laptop, Hearing)).Send(Bank, new CollectEvidence("laptop", OtherHash, "public")).Until(20 * Minute);
        play.Send(Police, File("bank", "")).Court().Verdicts[0].Gaps.ShouldBe(["not-in-hands", "no-purpose"]);
    }

    [Fact]
    public void Another_team_that_was_asked_hears_what_was_admitted_and_not_what_was_filed()
    {
        var both = Hearing with { By = ["police.investigator", "desk.officer"] };
        var play = Sound(With(Laptop, both)).Send(Actor.Director, new FireInject("by-hand"))
            .Send(Police, new FileRecord("hearing", [new FiledItem("header", "police")], Why));

        var theirs = play.Record<CourtView>("desk.officer", "court:hearing");
        (theirs.State, theirs.CanFile, theirs.Purpose).ShouldBe(("filed", false, null));
        theirs.Items.ShouldHaveSingleItem().ShouldSatisfyAllConditions(i => i.Evidence.ShouldBe("laptop"), i => i.Admitted.ShouldBe(false), i => i.Gaps.ShouldBeEmpty(), i => i.Log.ShouldBeNull());
        play.Record<CourtView>("police.investigator", "court:hearing").Items.Length.ShouldBe(2);
    }

    [Fact]
    public void What_was_asked_and_not_filed_and_what_was_filed_unasked_is_rejected()
    {
        var play = Sound(With(Laptop, Hearing)).Send(Actor.Director, new FireInject("by-hand")).Send(Police, new CollectEvidence("header"))
            .Send(Police, new FileRecord("hearing", [new FiledItem("header", "police")], Why));

        play.Court().Verdicts.Select(v => (v.Evidence, v.Admitted, Gap: v.Gaps.Single())).ShouldBe([("laptop", false, "not-filed"), ("header", false, "not-asked")]);
        Conditions(play, new CourtIs("hearing")).ShouldBeTrue();
        Conditions(play, new CourtIs("hearing", "admitted")).ShouldBeFalse();
        Conditions(play, new EvidenceIs("laptop", "", "rejected")).ShouldBeTrue();
    }

    [Fact]
    public void Unanswered_it_lapses_at_its_deadline_and_all_is_rejected()
    {
        var play = Play.Started(With(Laptop, Hearing with { LapseEffects = [new SetFlag("secret")] })).Send(Actor.System, new Tick(), 45 * Minute);

        play.Court().Status.ShouldBe("lapsed");
        play.Events.OfType<CourtLapsed>().Single().At.ShouldBe(30 * Minute);
        play.Court().Verdicts.ShouldHaveSingleItem().Gaps.ShouldBe(["not-filed"]);
        play.State.Flags.ShouldContain("secret");
        play.Refused(Police, File("police", Why)).ShouldBe("court-lapsed");
        Conditions(play, new EvidenceIs("laptop", "police", "rejected")).ShouldBeTrue();
        Conditions(play, new EvidenceIs("laptop", "kivara", "rejected")).ShouldBeFalse("nobody asked Kivara, and it never had it");
    }

    [Fact]
    public void A_court_may_wait_for_a_condition_or_an_effect_and_asks_once()
    {
        var world = With(Laptop, Hearing with { At = null, When = new EvidenceIs("laptop", "police", "receipted") }, Hearing with { Id = "second", At = null, WithinMs = null }) with
        {
            Injects = [.. World.Injects, Inject("summons", 3 * Minute, "police") with { Effects = [new AskCourt("second"), new AskCourt("second")] }],
        };
        var play = Play.Started(world).Until(4 * Minute);
        play.State.Courts.Keys.ShouldBe(["second"]);
        play.Court("second").Deadline.ShouldBeNull();

        play.Send(Bank, new CollectEvidence("laptop")).Send(Bank, new HandOverEvidence("laptop", "police")).Send(Police, new GiveReceipt("laptop"));
        play.Court().AskedAt.ShouldBe(4 * Minute);
        play.Events.OfType<CourtAsked>().Count().ShouldBe(2);
    }

    [Fact]
    public void A_record_names_things_that_are_there_each_once()
    {
        var play = Play.Started(With(Laptop, Hearing)).Until(20 * Minute);
        play.Refused(Police, new FileRecord("hearing", [new FiledItem("laptop", "police"), new FiledItem("laptop", "bank")])).ShouldBe("bad-record");
        play.Refused(Police, new FileRecord("hearing", [new FiledItem("header", "police")])).ShouldBe("no-such-evidence", "it has not come to them");
        play.Refused(Police, new FileRecord("hearing", [new FiledItem("laptop", "nobody")])).ShouldBe("no-such-team");
        play.Refused(Police, new FileRecord("hearing", [], new string('x', 2_001))).ShouldBe("too-long");
    }

    /// <summary>Everything in order, and handed to the police, when the court asks.</summary>
    private static Play Sound(Scenario world) => Play.Started(world)
        .Send(Bank, new IdentifyEvidence("laptop"))
        .Send(Bank, new CollectEvidence("laptop", Hash, "order"))
        .Send(Bank, new AcquireEvidence("laptop", Hash))
        .Send(Bank, new PreserveEvidence("laptop", "SD-17", "Safe"))
        .Send(Bank, new HandOverEvidence("laptop", "police"))
        .Send(Police, new GiveReceipt("laptop"))
        .Until(20 * Minute);

    private static FileRecord File(string log, string purpose) => new("hearing", [new FiledItem("laptop", log)], purpose);

    private static bool Conditions(Play play, Condition condition) => HanoiAcademy.Drills.World.Conditions.Hold(play.State, play.Scenario, condition, play.State.At);
}
