using HanoiAcademy.Drills.Packs;
using HanoiAcademy.Drills.Scenarios;
using HanoiAcademy.Drills.Wire;
using static HanoiAcademy.Tests.Drills.Small;

namespace HanoiAcademy.Tests.Drills.Exercises;

/// <summary>What is read before an exercise.</summary>
public sealed class SituationManualTests
{
    private static readonly Scenario Scenario = World with
    {
        Teams = [.. World.Teams, new Team("crew", En("crew"), "attack", "norvia", Prose.Empty, [new Role("hand", En("hand"), 1, Prose.Empty)])],
        Injects =
        [
            .. World.Injects.Select(i => i.Id switch
            {
                "first" => i with { Expected = [new ExpectObserved("bank.fraud", En("rings the branch"))] },
                "second" => i with { To = ["desk", "bank"], Variants = [new InjectVariant { Id = "for-bank", For = ["bank"], Body = new Prose(En("Bank's words"), En("<p>Bank's words</p>")) }, new InjectVariant { Id = "drawn", Body = new Prose(En("Drawn words"), En("<p>Drawn words</p>")) }] },
                _ => i,
            }),
            Inject("seldom", 40 * Minute, "bank") with { Chance = 1 }, Inject("for-crew", Minute, "crew"),
        ],
    };

    [Fact]
    public void Controllers_have_every_inject_in_every_wording_with_what_is_expected_whatever_luck_will_bring()
    {
        var manual = SituationManual.Of(Scenario, "en", forControl: true);

        manual.Sheets.Select(s => s.Code).ShouldBe(["1", "7", "2", "2a", "2b", "6", "3", "4", "5"]);
        manual.Sheets[0].Expected.ShouldHaveSingleItem().Name.ShouldBe("rings the branch");
        manual.Sheets.Where(s => s.Inject == "second").Select(s => (s.Html, s.To)).ShouldBe([("<p>Body of second</p>", "bank, desk"), ("<p>Bank's words</p>", "bank"), ("<p>Drawn words</p>", "bank, desk")]);
        manual.Sheets.Single(s => s.Inject == "on-alarm").When.ShouldHaveSingleItem().After.ShouldBe(3 * Minute);
        manual.Objectives.ShouldNotBeEmpty();
        manual.Decisions.ShouldNotBeEmpty();
        manual.Participants.Select(t => t.Id).ShouldContain("crew");
    }

    [Fact]
    public void Players_read_nothing_of_what_will_happen_and_nothing_of_who_attacks()
    {
        var manual = SituationManual.Of(Scenario, "en", forControl: false);

        manual.ShouldSatisfyAllConditions(m => m.Sheets.ShouldBeEmpty(), m => m.Decisions.ShouldBeEmpty(), m => m.Objectives.ShouldBeEmpty(), m => m.Phases.ShouldBeEmpty(), m => m.Ends.ShouldBeEmpty());
        manual.Participants.Select(t => t.Id).ShouldBe(["bank", "desk", "police", "kivara"]);
        var all = System.Text.Encoding.UTF8.GetString(DrillJson.ToBytes(manual));
        all.ShouldNotContain("crew");
        all.ShouldNotContain("rings the branch");
    }

    [Fact]
    public void A_teams_own_copy_holds_its_brief_alone()
    {
        SituationManual.Of(Scenario, "en", forControl: false, "bank").Briefs.ShouldBe(["bank"]);
        SituationManual.Of(Scenario, "en", forControl: false, "bank").Contacts.ShouldHaveSingleItem().Name.ShouldBe("Branch");
        SituationManual.Of(Scenario, "en", forControl: false, "desk").Contacts.ShouldBeEmpty();
        SituationManual.Of(Scenario, "en", forControl: false, "crew").Participants.Select(t => t.Id).ShouldContain("crew");
        SituationManual.Of(Scenario, "en", forControl: true, "desk").Sheets.Select(s => s.Inject).Distinct().ShouldBe(["second", "by-hand"]);
    }
}
