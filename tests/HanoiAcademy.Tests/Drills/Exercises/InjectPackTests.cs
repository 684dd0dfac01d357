using HanoiAcademy.Drills.Commands;
using HanoiAcademy.Drills.Packs;
using HanoiAcademy.Drills.Scenarios;
using HanoiAcademy.Drills.Wire;
using static HanoiAcademy.Tests.Drills.Small;

namespace HanoiAcademy.Tests.Drills.Exercises;

/// <summary>A drill on paper.</summary>
public sealed class InjectPackTests
{
    private static readonly Scenario Scenario = World with
    {
        Injects =
        [
            .. World.Injects.Select(i => i.Id switch
            {
                "first" => i with { Expected = [new ExpectMessage("bank.fraud", "branch", En("MODEL: stop it."))] },
                "second" => i with { Expected = [new ExpectRequest("desk.officer", "norvia")], Variants = [new InjectVariant { Id = "for-bank", For = ["bank"], Body = new Prose(En("Bank's words"), En("<p>Bank's words</p>")) }], To = ["desk", "bank"] },
                _ => i,
            }),
            Inject("drawn-1", null, "bank"), Inject("drawn-2", null, "bank"), Inject("unlucky", 40 * Minute, "bank") with { Chance = 0 },
        ],
        Pools = [new Pool { Id = "pool", Members = [new PoolMember(["drawn-1"]), new PoolMember(["drawn-2"])], Take = 1, From = 20 * Minute, Every = Minute }],
        Evidence = [World.Evidence[0] with { Content = Convert.ToBase64String("From: boss@bank.example"u8) }],
    };

    private static Pack Of(Play play, bool forControl = false, string? team = null, bool rest = false) => InjectPack.Of(play.State, play.Scenario, "en", forControl, team, rest);

    [Fact]
    public void It_holds_each_inject_with_its_time_its_words_and_its_attachments_as_text()
    {
        var pack = Of(new Play(Scenario));

        pack.Title.ShouldBe("Small");
        var first = pack.Sheets[0];
        first.ShouldSatisfyAllConditions(s => s.Code.ShouldBe("1"), s => s.At.ShouldBe(0), s => s.Story.ShouldBe(Start), s => s.To.ShouldBe("bank"), s => s.Html.ShouldBe("<p>Body of first</p>"));
        pack.Sheets.Single(s => s.Inject == "by-hand").ShouldSatisfyAllConditions(s => s.At.ShouldBeNull(), s => s.Attachments.ShouldHaveSingleItem().Text.ShouldBe("From: boss@bank.example"));
        pack.Sheets.Where(s => s.At is not null).Select(s => s.At).ShouldBeInOrder();
    }

    [Fact]
    public void Different_wordings_of_one_inject_are_sheets_of_their_own()
    {
        var sheets = Of(new Play(Scenario)).Sheets.Where(s => s.Inject == "second").ToList();

        sheets.Select(s => (s.Code, s.To, s.Html)).ShouldBe([("2a", "bank", "<p>Bank's words</p>"), ("2b", "desk", "<p>Body of second</p>")], ignoreOrder: true);
    }

    [Fact]
    public void What_the_seed_draws_is_in_it_as_it_will_come_and_nothing_else()
    {
        foreach (var seed in Enumerable.Range(1, 8))
        {
            var pack = Of(new Play(Scenario, seed));
            var play = Play.Started(Scenario, seed);

            pack.Sheets.ShouldNotContain(s => s.Inject == "unlucky");
            pack.Sheets.Where(s => s.Inject.StartsWith("drawn", StringComparison.Ordinal)).ShouldHaveSingleItem().ShouldSatisfyAllConditions(
                s => s.At.ShouldBe(20 * Minute), s => play.State.Injects.ShouldContainKey(s.Inject));
            Of(play).Sheets.Select(s => s.Inject).ShouldBe(pack.Sheets.Select(s => s.Inject));
        }
    }

    [Fact]
    public void The_trainees_copy_holds_no_answer_no_trigger_and_no_outcome()
    {
        var text = System.Text.Encoding.UTF8.GetString(DrillJson.ToBytes(Of(new Play(Scenario))));

        foreach (var secret in new[] { "MODEL", "It is known.", "Stopped.", "It came to nothing.", "never shown", "Raise the alarm", "Stopped in time", "\"alarm\"", "firstTry" })
            text.ShouldNotContain(secret);
    }

    [Fact]
    public void Control_s_copy_says_when_to_hand_out_what_is_expected_and_what_comes_of_acts()
    {
        var pack = Of(new Play(Scenario), forControl: true);

        pack.Sheets[0].Expected.ShouldHaveSingleItem().ShouldSatisfyAllConditions(e => e.What.ShouldBe("message"), e => e.Model.ShouldHaveSingleItem().Text.ShouldBe("MODEL: stop it."));
        pack.Sheets.Single(s => s.Inject == "second" && s.To == "desk").Expected.ShouldHaveSingleItem().Model.ShouldContain(a => a.Field == "holder");
        pack.Sheets.Single(s => s.Inject == "second" && s.To == "bank").Expected.ShouldBeEmpty();
        pack.Sheets.Single(s => s.Inject == "on-alarm").When.ShouldHaveSingleItem().ShouldSatisfyAllConditions(w => w.After.ShouldBe(3 * Minute), w => w.Condition!.What.ShouldBe("flag"), w => w.Condition!.Name.ShouldBe("alarm"));
        pack.Decisions.ShouldHaveSingleItem().Options[0].Consequence.ShouldBe("It is known.");
        pack.Actions.Single(a => a.Id == "stop-payment").ShouldSatisfyAllConditions(a => a.FirstTry.ShouldBe("done"), a => a.DoneText.ShouldBe("Stopped."));
        pack.Actions.Single(a => a.Id == "needs-alarm").Needs.ShouldHaveSingleItem().Name.ShouldBe("alarm");
        pack.Objectives.Select(o => o.Id).ShouldBe(["stopped", "asked", "kept-calm"]);
    }

    [Fact]
    public void The_first_try_comes_out_on_paper_as_it_would_online()
    {
        var scenario = Scenario with { Actions = [.. Scenario.Actions.Select(a => a.Id == "stop-payment" ? a with { Chance = 50 } : a)] };
        foreach (var seed in Enumerable.Range(1, 12))
        {
            var play = Play.Started(scenario, seed).Send("bank.fraud.1", new StartAction("stop-payment")).Until(5 * Minute);

            InjectPack.Of(new Play(scenario, seed).State, scenario, "en", forControl: true).Actions.Single(a => a.Id == "stop-payment").FirstTry.ShouldBe(play.State.Actions["stop-payment"].Status);
        }
    }

    [Fact]
    public void For_one_team_it_holds_that_team_s_and_with_the_rest_alone_what_is_still_to_come()
    {
        var play = Play.Started(Scenario).Until(Minute);

        Of(play, team: "desk").ShouldSatisfyAllConditions(
            p => p.Teams.ShouldHaveSingleItem().Id.ShouldBe("desk"), p => p.Sheets.Select(s => s.Inject).ShouldBe(["second", "by-hand"]), p => p.Decisions.ShouldBeEmpty(), p => p.Actions.ShouldBeEmpty());
        Of(play, rest: true).Sheets.ShouldNotContain(s => s.Inject == "first");
        Of(play).Sheets.Single(s => s.Inject == "first").GivenAt.ShouldBe(0);
    }

    [Fact]
    public void What_control_skipped_or_edited_is_as_it_left_it()
    {
        var play = Play.Started(Scenario).Send(Actor.Director, new SkipInject("on-alarm")).Send(Actor.Director, new EditInject("by-hand", [], Body: En("New words.")));

        Of(play).Sheets.ShouldNotContain(s => s.Inject == "on-alarm");
        Of(play).Sheets.Single(s => s.Inject == "by-hand").Text.ShouldBe("New words.");
    }

    [Fact]
    public void A_file_that_is_no_text_is_named_with_its_hash_to_be_handed_out()
    {
        var scenario = Scenario with { Evidence = [World.Evidence[0] with { Content = Convert.ToBase64String(new byte[] { 0, 255, 1, 2 }) }] };

        Of(new Play(scenario)).Sheets.Single(s => s.Inject == "by-hand").Attachments.ShouldHaveSingleItem().ShouldSatisfyAllConditions(a => a.Text.ShouldBeNull(), a => a.Bytes.ShouldBe(4), a => a.Sha256.ShouldNotBeEmpty());
    }

    private static readonly Scenario WithAttackers = Scenario with
    {
        Teams = [.. Scenario.Teams, new Team("crew", En("Crew"), "attack", "sundara", new Prose(En("THE PLAN"), En("<p>THE PLAN</p>")), [new Role("boss", En("Boss"), 1, Prose.Empty)])],
        Injects = [.. Scenario.Injects, Inject("for-crew", 3 * Minute, "crew"), Inject("to-both", 4 * Minute, "bank") with { To = ["bank", "crew"] }],
        Contacts = [.. Scenario.Contacts, new Contact("fence", En("Mule herder"), Text.Empty, ["crew"])],
        Actions = [.. Scenario.Actions, new ActionDefinition { Id = "cash-out", Name = En("Cash out"), By = ["crew.boss"] }, new ActionDefinition { Id = "seize", Name = En("Seize"), By = ["police.investigator", "crew.boss"] }],
        Decisions = [.. Scenario.Decisions, Scenario.Decisions[0] with { Id = "flee", Title = En("Flee?"), By = ["crew.boss"] }],
    };

    [Fact]
    public void The_trainees_copy_for_all_teams_leaves_the_attackers_out_who_are_printed_by_naming_them()
    {
        var play = new Play(WithAttackers);

        var trainees = Of(play);
        trainees.Teams.ShouldNotContain(t => t.Id == "crew");
        trainees.Sheets.ShouldNotContain(s => s.Inject == "for-crew");
        trainees.Sheets.Single(s => s.Inject == "to-both").To.ShouldBe("bank");
        var text = System.Text.Encoding.UTF8.GetString(DrillJson.ToBytes(trainees));
        foreach (var secret in new[] { "THE PLAN", "cash-out", "Mule herder", "Flee?", "Crew" })
            text.ShouldNotContain(secret);
        Of(play, team: "crew").ShouldSatisfyAllConditions(p => p.Teams.ShouldHaveSingleItem().Html.ShouldBe("<p>THE PLAN</p>"), p => p.Actions.Select(a => a.Id).ShouldBe(["cash-out", "seize"]));
        Of(play, forControl: true).Teams.ShouldContain(t => t.Id == "crew", "who steers it all hands theirs out too");
    }

    [Fact]
    public void Each_action_and_each_contact_says_on_which_teams_sheet_it_stands()
    {
        var pack = Of(new Play(WithAttackers));

        pack.Actions.Select(a => (a.Id, string.Join(' ', a.Of))).ShouldBe([("stop-payment", "bank"), ("needs-alarm", "bank"), ("needs-secret", "bank"), ("seize", "police")]);
        pack.Contacts.ShouldHaveSingleItem().Of.ShouldBe(["bank"]);
    }

    [Fact]
    public void Control_s_copy_for_one_team_names_none_of_the_others_acts_as_triggers()
    {
        var scenario = WithAttackers with
        {
            Injects =
            [
                .. WithAttackers.Injects, Inject("by-crew", null, "bank"), Inject("by-bank", null, "bank"),
                Inject("if-either", null, "bank") with { When = new AnyOf([new ActionDone("cash-out"), new DecisionIs("flee", "yes"), new ActionDone("stop-payment")]) },
                Inject("if-crew", null, "bank") with { When = new AllOf([new ActionDone("cash-out"), new Not(new DecisionIs("flee", "yes"))]) },
            ],
            Actions =
            [
                .. WithAttackers.Actions.Select(a => a.Id switch
                {
                    "cash-out" => a with { Effects = [new DeliverInject("by-crew", 4 * Minute)], FailEffects = [new DeliverInject("by-crew")] },
                    "stop-payment" => a with { Effects = [.. a.Effects, new DeliverInject("by-bank", 2 * Minute)] },
                    _ => a,
                }),
            ],
        };

        var pack = Of(new Play(scenario), forControl: true, team: "bank");

        Sheet("by-crew").When.ShouldHaveSingleItem().ShouldBe(new PackTrigger("control-tells", "", "", 0));
        Sheet("by-bank").When.ShouldHaveSingleItem().ShouldBe(new PackTrigger("action-done", "Stop payment", "", 2 * Minute));
        Sheet("if-either").When.ShouldHaveSingleItem().Condition!.Of.Select(c => (c.What, c.Name)).ShouldBe([("action", "Stop payment"), ("control-tells", "")]);
        Sheet("if-crew").When.ShouldHaveSingleItem().Condition!.What.ShouldBe("control-tells");
        var text = System.Text.Encoding.UTF8.GetString(DrillJson.ToBytes(pack));
        text.ShouldNotContain("Cash out");
        text.ShouldNotContain("Flee");
        Of(new Play(scenario), forControl: true).Sheets.Single(s => s.Inject == "by-crew").When.Select(w => (w.What, w.Name)).ShouldBe([("action-done", "Cash out"), ("action-failed", "Cash out")]);

        PackSheet Sheet(string inject) => pack.Sheets.Single(s => s.Inject == inject);
    }
}
