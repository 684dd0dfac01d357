using HanoiAcademy.Drills.Commands;
using HanoiAcademy.Drills.Events;
using HanoiAcademy.Drills.Reports;
using HanoiAcademy.Drills.Scenarios;
using HanoiAcademy.Drills.Views;
using static HanoiAcademy.Tests.Drills.Evidence.Station;
using static HanoiAcademy.Tests.Drills.Small;

namespace HanoiAcademy.Tests.Drills.Evidence;

/// <summary>People may get the steps of custody wrong; the rules write down what they did and know the gaps.</summary>
public sealed class CustodyTests
{
    [Fact]
    public void A_record_with_every_step_in_order_has_no_gap_and_shows_who_did_what_when()
    {
        var play = Play.Started(With(Laptop))
            .Send(Bank, new IdentifyEvidence("laptop", "On the desk."), Minute)
            .Send(Bank, new CollectEvidence("laptop", Hash, "order"), 2 * Minute)
            .Send(Bank, new AcquireEvidence("laptop", Hash), 3 * Minute)
            .Send(Bank, new PreserveEvidence("laptop", "SD-17", "Safe"), 4 * Minute);

        play.Gaps("bank").ShouldBeEmpty();
        var seen = play.Record<EvidenceView>("bank.fraud", "evidence:laptop");
        seen.State.ShouldBe("preserved");
        seen.Gaps.ShouldBeNull("players are not told");
        seen.Custody.Select(c => c.What).ShouldBe(["identified", "collected", "acquired", "preserved"]);
        seen.Custody[1].ShouldBe(new CustodyView(2 * Minute, Bank, "collected", null, "", "order", Hash, Start + 2 * Minute));
        (seen.Custody[3].Seal, seen.Custody[3].Place).ShouldBe(("SD-17", "Safe"));
    }

    [Fact]
    public void What_is_identified_stays_where_it_lies_and_its_team_alone_knows()
    {
        var play = Play.Started(With(Laptop)).Send(Bank, new IdentifyEvidence("laptop"));

        play.Record<EvidenceView>("bank.fraud", "evidence:laptop").State.ShouldBe("identified");
        play.Record<EvidenceView>("police.investigator", "evidence:laptop").State.ShouldBe("seen");
        play.State.Evidence.ShouldBeEmpty();
        play.Refused(Bank, new IdentifyEvidence("laptop")).ShouldBe("already-identified");
        play.Refused(Bank, new HandOverEvidence("laptop", "police")).ShouldBe("not-collected");
    }

    [Fact]
    public void The_quick_way_is_open_and_its_gaps_are_what_the_author_asked_for()
    {
        var play = Play.Started(With(Laptop)).Send(Bank, new CollectEvidence("laptop"));
        play.Gaps("bank").ShouldBe(["not-identified", "no-basis", "not-acquired", "not-preserved"]);

        var plain = Play.Started(With(Laptop with { Basis = [], Needs = [] })).Send(Bank, new CollectEvidence("laptop"));
        plain.Gaps("bank").ShouldBeEmpty();
        plain.Events.OfType<EvidenceCollected>().Single().Gaps.ShouldBeNull("the log of a drill that asks nothing reads as it always did");
    }

    [Theory]
    [InlineData("order", null)]
    [InlineData("consent", null)]
    [InlineData("public", "wrong-basis")]
    [InlineData("because I may", "no-basis")]
    [InlineData("", "no-basis")]
    public void The_basis_is_one_of_those_that_the_author_names(string basis, string? gap) =>
        Play.Started(With(Laptop with { Needs = [] })).Send(Bank, new CollectEvidence("laptop", Basis: basis)).Gaps("bank").ShouldBe(gap is null ? [] : [gap]);

    [Fact]
    public void A_hash_that_differs_is_written_down_as_it_is_and_is_a_gap()
    {
        var play = Play.Started(With(Laptop with { Needs = [] }));
        play.Refused(Bank, new CollectEvidence("laptop", "12ab", "order")).ShouldBe("not-a-hash");
        play.Send(Bank, new CollectEvidence("laptop", OtherHash, "order"));

        play.Gaps("bank").ShouldBe(["hash-mismatch"]);
        play.Record<EvidenceView>("bank.fraud", "evidence:laptop").Custody[0].Sha256.ShouldBe(OtherHash);
    }

    [Fact]
    public void An_authorisation_counts_only_when_it_was_recorded_before()
    {
        var coercive = With(Laptop with { Needs = [], Authorised = new FlagSet("alarm") });
        var late = Play.Started(coercive).Send(Bank, new CollectEvidence("laptop", Basis: "order")).Until(5 * Minute).Send(Bank, new Decide("tell", "yes"));
        late.State.Flags.ShouldContain("alarm");
        late.Gaps("bank").ShouldBe(["not-authorised"]);
        Holds(late, "bank", "unauthorised").ShouldBeTrue();

        var before = Play.Started(coercive).Until(5 * Minute).Send(Bank, new Decide("tell", "yes")).Send(Bank, new CollectEvidence("laptop", Basis: "order"));
        before.Gaps("bank").ShouldBeEmpty();
        Holds(before, "bank", "unauthorised").ShouldBeFalse();
    }

    [Fact]
    public void What_lies_abroad_is_taken_with_leave_only()
    {
        var abroad = Laptop with { Needs = [], Basis = [], State = "kivara" };
        var helped = Play.Started(With(abroad)).Send(Bank, new CollectEvidence("laptop", Basis: "own-system"));
        helped.Gaps("bank").ShouldBe(["abroad"]);
        Holds(helped, "bank", "unauthorised").ShouldBeTrue();

        Play.Started(With(abroad)).Send(Bank, new CollectEvidence("laptop", Basis: "consent")).Gaps("bank").ShouldBeEmpty();
        Play.Started(With(abroad with { Basis = ["own-system"] })).Send(Bank, new CollectEvidence("laptop", Basis: "own-system")).Gaps("bank").ShouldBeEmpty("the author has the last word");
        Play.Started(With(abroad with { State = "sundara" })).Send(Bank, new CollectEvidence("laptop", Basis: "own-system")).Gaps("bank").ShouldBeEmpty();
    }

    [Fact]
    public void Steps_out_of_order_are_gaps_and_a_new_seal_closes_the_one_that_can_be_closed()
    {
        var play = Play.Started(With(Laptop))
            .Send(Bank, new CollectEvidence("laptop", Hash, "order"))
            .Send(Bank, new IdentifyEvidence("laptop"))
            .Send(Bank, new PreserveEvidence("laptop", "SD-17", "Safe"))
            .Send(Bank, new AcquireEvidence("laptop"));
        play.Gaps("bank").ShouldBe(["identified-late", "no-hash", "copied-after-sealing"]);

        play.Send(Bank, new PreserveEvidence("laptop", "SD-18", "Safe"));
        play.Gaps("bank").ShouldBe(["identified-late", "no-hash"]);
    }

    [Fact]
    public void A_copy_may_be_made_on_the_spot_and_is_judged_as_a_taking()
    {
        var play = Play.Started(With(Laptop with { Needs = ["acquired"] })).Send(Bank, new AcquireEvidence("laptop", Hash, "public"));
        play.Gaps("bank").ShouldBe(["wrong-basis"]);
        play.Record<EvidenceView>("bank.fraud", "evidence:laptop").State.ShouldBe("acquired");
        Holds(play, "bank", "collected").ShouldBeFalse();

        play.Send(Bank, new CollectEvidence("laptop", Hash, "order"));
        Holds(play, "bank", "collected").ShouldBeTrue();
    }

    [Fact]
    public void A_seal_without_a_number_is_a_gap_and_what_nobody_has_cannot_be_sealed()
    {
        var play = Play.Started(With(Laptop with { Needs = [] }));
        play.Refused(Bank, new PreserveEvidence("laptop", "SD-17", "Safe")).ShouldBe("not-collected");
        play.Send(Bank, new CollectEvidence("laptop", Hash, "order")).Send(Bank, new PreserveEvidence("laptop", " ", "Drawer"));
        play.Gaps("bank").ShouldBe(["no-seal"]);
        play.Refused(Bank, new PreserveEvidence("laptop", " ", "Drawer")).ShouldBe("already-preserved");
    }

    [Fact]
    public void A_handover_is_a_gap_on_both_sides_until_the_other_hand_acknowledges_it()
    {
        var play = Play.Started(With(Laptop with { Needs = [] }))
            .Send(Bank, new CollectEvidence("laptop", Hash, "order"))
            .Send(Bank, new HandOverEvidence("laptop", "police"), 10 * Minute);
        play.Gaps("bank").ShouldBe(["no-receipt"]);
        play.Gaps("police").ShouldBe(["no-receipt"]);
        play.Refused(Bank, new GiveReceipt("laptop")).ShouldBe("nothing-received");
        play.Refused(Bank, new AcquireEvidence("laptop")).ShouldBe("handed-on");

        play.Send(Police, new GiveReceipt("laptop", Hash, "Seal whole."), 11 * Minute);
        play.Gaps("bank").ShouldBeEmpty();
        play.Gaps("police").ShouldBeEmpty();
        play.Refused(Police, new GiveReceipt("laptop")).ShouldBe("already-receipted");
        foreach (var role in new[] { "bank.fraud", "police.investigator" })
            play.Record<EvidenceView>(role, "evidence:laptop").Custody[^1].ShouldSatisfyAllConditions(c => c.What.ShouldBe("receipt"), c => c.Seat.ShouldBe(Police));
        Holds(play, "police", "receipted").ShouldBeTrue();
        Holds(play, "bank", "handed-over").ShouldBeTrue();
        Holds(play, "police", "handed-over").ShouldBeFalse("it gave nothing on");
    }

    [Fact]
    public void A_chain_of_hands_has_its_gap_where_one_of_them_kept_silent()
    {
        var play = Play.Started(With(Laptop with { Needs = [] }))
            .Send(Bank, new CollectEvidence("laptop", Hash, "order"))
            .Send(Bank, new HandOverEvidence("laptop", "police"))
            .Send(Police, new HandOverEvidence("laptop", "desk"))
            .Send("desk.officer.1", new GiveReceipt("laptop"));
        play.Gaps("desk").ShouldBe(["no-receipt"], "the police never said that it had come");
    }

    [Fact]
    public void A_hasty_wipe_destroys_what_nobody_has_taken_and_who_goes_for_it_is_told_so()
    {
        var play = Play.Started(With(Laptop)).Send(Bank, new StartAction("wipe"));
        play.State.Destroyed.ShouldContainKey("laptop");
        play.Record<EvidenceView>("police.investigator", "evidence:laptop").State.ShouldBe("seen", "nobody has looked");
        Holds(play, "police", "destroyed").ShouldBeTrue();

        play.Send(Police, new CollectEvidence("laptop", Hash, "order"));
        play.State.Evidence.ShouldBeEmpty();
        play.Record<EvidenceView>("police.investigator", "evidence:laptop").State.ShouldBe("destroyed");
        play.Record<EvidenceView>("bank.fraud", "evidence:laptop").State.ShouldBe("seen", "the bank has not looked yet");
        play.Refused(Police, new AcquireEvidence("laptop", Hash)).ShouldBe("evidence-gone");
    }

    [Fact]
    public void Who_took_it_before_still_has_it_but_what_lay_unsealed_was_worked_on()
    {
        var play = Play.Started(With(Laptop with { Needs = [] })).Send(Police, new CollectEvidence("laptop", Hash, "order")).Send(Bank, new StartAction("wipe"));
        Holds(play, "police", "destroyed").ShouldBeFalse();
        Holds(play, "bank", "destroyed").ShouldBeTrue();
        play.Gaps("police").ShouldBe(["altered"]);

        var safe = Play.Started(With(Laptop with { Needs = [] })).Send(Police, new CollectEvidence("laptop", Hash, "order")).Send(Police, new PreserveEvidence("laptop", "SD-1", "Safe")).Send(Bank, new StartAction("wipe"));
        safe.Gaps("police").ShouldBeEmpty();
    }

    [Fact]
    public void A_copy_made_in_time_is_kept_and_the_original_is_gone_all_the_same()
    {
        var play = Play.Started(With(Laptop with { Needs = [] })).Send(Police, new AcquireEvidence("laptop", Hash, "order")).Send(Bank, new StartAction("wipe"));
        play.Send(Police, new CollectEvidence("laptop", Hash, "order"));
        Holds(play, "police", "collected").ShouldBeFalse();
        play.Record<EvidenceView>("police.investigator", "evidence:laptop").State.ShouldBe("acquired");
        play.Refused(Police, new CollectEvidence("laptop", Hash, "order")).ShouldBe("evidence-gone");
    }

    [Fact]
    public void What_was_handed_over_is_no_longer_there_to_be_given_and_may_come_back()
    {
        var play = Play.Started(With(Laptop with { Needs = [] }))
            .Send(Bank, new CollectEvidence("laptop", Hash, "order")).Send(Bank, new HandOverEvidence("laptop", "police"));
        play.Refused(Bank, new HandOverEvidence("laptop", "desk")).ShouldBe("handed-on");

        play.Send(Police, new GiveReceipt("laptop")).Send(Police, new HandOverEvidence("laptop", "bank")).Send(Bank, new GiveReceipt("laptop"));
        play.Gaps("bank").ShouldBeEmpty();
        play.Record<EvidenceView>("bank.fraud", "evidence:laptop").State.ShouldBe("collected");
        play.Send(Bank, new HandOverEvidence("laptop", "desk"));
    }

    [Fact]
    public void What_one_role_takes_its_whole_team_has_and_sees()
    {
        var world = With(Laptop with { SeenBy = ["bank.fraud"] });
        world = world with { Teams = [.. world.Teams.Select(t => t.Id != "bank" ? t : t with { Roles = [.. t.Roles, new Role("clerk", En("Clerk"), 1, Prose.Empty)] })] };
        var play = Play.Started(world);
        play.SeenBy("bank.clerk").ShouldNotContainKey("evidence:laptop");
        play.Send(Bank, new CollectEvidence("laptop", Hash, "order"));
        play.Send("bank.clerk.1", new PreserveEvidence("laptop", "SD-17", "Safe"));
        play.Record<EvidenceView>("bank.clerk", "evidence:laptop").State.ShouldBe("preserved");
    }

    [Fact]
    public void Volatile_evidence_is_gone_at_its_time_however_late_the_tick()
    {
        var world = With(Laptop with { GoneWhen = new AtTime(7 * Minute) });
        Play.Started(world).Send(Actor.System, new Tick(), 9 * Minute).State.Destroyed["laptop"].ShouldBe(7 * Minute);
        var condition = Play.Started(With(Laptop with { GoneWhen = new AssetIs("mailbox", "closed") }));
        condition.Until(30 * Minute).State.Destroyed.ShouldBeEmpty();
    }

    [Fact]
    public void Control_and_the_report_name_the_gaps()
    {
        var play = Play.Started(With(Laptop)).Send(Bank, new CollectEvidence("laptop", OtherHash, "public"));
        View.Of(play.State, play.Scenario, Audience.Control("en"))["evidence:laptop"].ShouldBeOfType<EvidenceView>().Gaps!.Value.ToArray()
            .ShouldBe(["not-identified", "wrong-basis", "hash-mismatch", "not-acquired", "not-preserved"]);

        var report = Report.Of(play.Scenario, play.Rows, "en").Evidence.Single();
        report.Gaps.ShouldBe(play.Gaps("bank"));
        report.Custody[0].Gaps.ShouldBe(["wrong-basis", "hash-mismatch"]);
        report.Custody[0].Sha256.ShouldBe(OtherHash);
    }

    private static bool Holds(Play play, string team, string fact) => HanoiAcademy.Drills.World.Conditions.Hold(play.State, play.Scenario, new EvidenceIs("laptop", team, fact), play.State.At);
}
