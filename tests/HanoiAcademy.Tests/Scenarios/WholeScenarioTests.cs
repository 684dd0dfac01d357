using System.Globalization;
using HanoiAcademy.Content.Problems;
using HanoiAcademy.Content.Scenarios;
using HanoiAcademy.Drills.Scenarios;

namespace HanoiAcademy.Tests.Scenarios;

/// <summary>A scenario with every word of the language in it.</summary>
public sealed class WholeScenarioTests
{
    private readonly Scenario _scenario = ScenarioFolders.ReadWhole();

    [Fact]
    public void It_is_read_without_a_single_problem()
    {
        var problems = new ProblemList();
        ScenarioReader.Read(ScenarioFolders.WholePath, ScenarioFolders.Whole, problems);
        problems.ShouldBeEmpty();
    }

    [Fact]
    public void Times_are_drill_milliseconds_and_story_milliseconds_in_utc()
    {
        _scenario.PlannedMs.ShouldBe(40 * 60_000);
        _scenario.Phases[1].At.ShouldBe(30 * 60_000);
        _scenario.Phases[0].Story.ShouldBe(DateTimeOffset.Parse("2027-03-01T19:00:00Z", CultureInfo.InvariantCulture).ToUnixTimeMilliseconds());
        _scenario.States[0].OffsetMinutes.ShouldBe(420);
        _scenario.States[1].OffsetMinutes.ShouldBe(-90);
        _scenario.States[0].Policy.ReturnLapseMs.ShouldBe(30L * 86_400_000);
    }

    [Fact]
    public void Injects_stand_in_the_order_of_their_file_numbers_with_the_rest_of_the_name_as_id() =>
        _scenario.Injects.Select(i => i.Id).ShouldBe(["gate-opens", "operator-answers", "norvia-asks", "hint", "tip", "tip-false", "prank", "round"]);

    [Fact]
    public void A_variant_is_a_file_beside_its_inject_and_a_pool_names_injects_or_what_comes_side_by_side()
    {
        var tip = _scenario.Injects.First(i => i.Id == "tip");
        tip.Chance.ShouldBe(80);
        tip.To.ShouldBe(["desk", "port.it.1"]);
        tip.Variants.Select(v => v.Id).ShouldBe(["broad", "for-port"]);
        tip.Variants[0].Subject.In("en", "en").ShouldBe("A broad tip");
        tip.Variants[1].For.ShouldBe(["port.it.1"]);
        _scenario.Pools[0].Members.Select(m => m.Injects.Length).ShouldBe([2, 1]);
        (_scenario.Pools[0].Take, _scenario.Pools[0].From, _scenario.Pools[0].Until, _scenario.Pools[0].Gap).ShouldBe((1, 22 * 60_000, 28 * 60_000, 60_000));
        _scenario.Pools[1].Every.ShouldBe(5 * 60_000);
    }

    [Fact]
    public void Forms_costs_measures_rubrics_and_questionnaires_are_read()
    {
        var close = _scenario.Actions.First(a => a.Id == "close-gate");
        close.Costs.ShouldBe([new ActionCost("inside", 1)]);
        close.CooldownMs.ShouldBe(120_000);
        close.Fields.Select(f => f.Kind).ShouldBe(["choice", "time", "number", "identifier", "text"]);
        _scenario.Objectives.First(o => o.Id == "quick").Measure.ShouldBe(new Measure(300_000, 600_000, new InjectOut("gate-opens")));
        _scenario.Objectives.First(o => o.Id == "calm").ShouldSatisfyAllConditions(o => o.IsJudgedByPeople.ShouldBeTrue(), o => o.Rubric[1].Points.ShouldBe(6));
        _scenario.Questionnaires.Select(q => q.AtEnd).ShouldBe([false, false, true]);
        _scenario.Assets[0].SeenBy.ShouldBe(["port.it"]);
    }

    [Fact]
    public void A_step_is_read_as_what_a_plan_adds_and_as_the_action_that_it_is()
    {
        var plan = _scenario.Adversary.ShouldHaveSingleItem();
        plan.ShouldSatisfyAllConditions(p => p.Attack.ShouldBe("v19"), p => p.Ics.ShouldBe("v18.1"), p => p.Team.ShouldBe("crew"), p => p.Skill.ShouldBe(90));
        plan.Steps[0].ShouldSatisfyAllConditions(s => s.Techniques.ShouldBe(["T1078.004", "T0822"]), s => s.Repeat.ShouldBe(2), s => s.Then[0].ShouldBe(new StepBranch("load", new AssetIs("gate", "open"))), s => s.Fallback.Select(b => b.Step).ShouldBe(["sign-in", "wait-outside"]));
        plan.Steps[0].Noise.ShouldHaveSingleItem().ShouldSatisfyAllConditions(n => n.AfterMs.ShouldBe(60_000), n => n.Chance.ShouldBe(60), n => n.When.ShouldBe(new FlagSet("warned")), n => n.Effects.ShouldHaveSingleItem());
        plan.Steps[1].ShouldSatisfyAllConditions(s => s.WaitMs.ShouldBe(120_000), s => s.PatienceMs.ShouldBe(600_000), s => s.FoiledBy.ShouldBe(new AssetIs("gate", "closed")));

        var acts = _scenario.Actions.Where(a => plan.Steps.Any(s => s.Id == a.Id)).ToList();
        acts[0].ShouldSatisfyAllConditions(a => a.By.ShouldBe(["crew.hand", "crew.driver"]), a => a.Repeat.ShouldBeTrue(), a => a.Chance.ShouldBe(80), a => a.Group.In("en", "en").ShouldBe("Containers by night"));
        acts[1].By.ShouldBe(["crew.driver"]);
        acts[3].Requires.Select(r => r.Reason.In("en", "en")).ShouldBe(["Load containers", "Sign in to the gate's cloud service"]);
    }

    [Fact]
    public void Conditions_are_read_with_their_depth()
    {
        var when = _scenario.Objectives.First(o => o.Id == "kept").When.ShouldBeOfType<AllOf>();
        when.Of[0].ShouldBe(new RequestIs("norvia-log", "granted", Sound: true, FirstSound: true, Within: 7_200_000));
        when.Of[1].ShouldBeOfType<AnyOf>().Of.ShouldBe(
        [
            new HoldIs("norvia-log"), new HoldIs("norvia-log", "followed"), new HoldIs("", "suspended", "toll"),
            new RequestIs("toll-money", "held", Share: 80), new RequestIs("toll-money", "sent", Mistake: "missing-field"),
        ]);
        _scenario.Decisions[0].When.ShouldBe(new ActionDone("close-gate", "started"));
    }

    [Fact]
    public void Effects_keep_their_order()
    {
        var close = _scenario.Actions.First(a => a.Id == "close-gate");
        close.Effects.ShouldBe([new SetAsset("gate", "closed"), new ChangeMeter("inside", Rate: 0), new MoveMeter("inside", "outside", 10), new ClearFlag("alarm")]);
        close.FailEffects.ShouldBe([new ChangeMeter("outside", Add: 2)]);
        _scenario.Decisions[0].Options[0].Effects.ShouldBe([new DeliverInject("operator-answers", 60_000)]);
    }

    [Fact]
    public void Evidence_carries_the_bytes_of_its_file_and_their_hash()
    {
        var item = _scenario.Evidence[0];
        Convert.FromBase64String(item.Content).ShouldBe("time,gate,act\r\n02:01,4,open\r\n"u8.ToArray());
        item.Sha256.ShouldBe("1774003260370ff899766cf8fd90ac21c35b16e5ff7031f523490d219e316ca7");
        item.MediaType.ShouldBe("text/csv");
        item.FileName.ShouldBe("gate-log.csv");
    }

    [Fact]
    public void Evidence_says_where_it_lies_and_what_its_record_needs_and_courts_ask_for_it()
    {
        var camera = _scenario.Evidence[1];
        (camera.Asset, camera.State).ShouldBe(("controller", "sundara"));
        camera.Basis.ShouldBe(["own-system", "order"]);
        camera.Needs.ShouldBe(["identified", "acquired", "preserved"]);
        camera.Authorised.ShouldBeOfType<AnyOf>().Of.ShouldBe([new ActionDone("close-gate", "started"), new CourtIs("early-hearing", "asked")]);
        camera.GoneWhen.ShouldBeOfType<AnyOf>().Of.ShouldBe([new AtTime(35 * 60_000), new CourtIs("hearing")]);
        _scenario.Evidence[0].Basis.ShouldBeEmpty();

        var hearing = _scenario.Courts[0];
        (hearing.WithinMs, hearing.When).ShouldBe((15 * 60_000, new EvidenceIs("gate-log", "desk", "receipted")));
        hearing.Items.ShouldBe(["gate-log", "camera"]);
        hearing.Purpose.ShouldBe(["opened at night"]);
        hearing.RejectedEffects.ShouldBe([new AlterEvidence("gate-log")]);
        hearing.LapseEffects.ShouldBe([new DestroyEvidence("camera")]);
        _scenario.Injects.First(i => i.Id == "norvia-asks").Effects[1].ShouldBe(new AskCourt("late-hearing"));
        _scenario.Objectives.First(o => o.Id == "admitted").When.ShouldBe(new EvidenceIs("gate-log", "", "admitted"));
        _scenario.Injects[0].Expected.Skip(5).Select(e => e.GetType()).ShouldBe([typeof(ExpectIdentify), typeof(ExpectCollect), typeof(ExpectAcquire), typeof(ExpectPreserve), typeof(ExpectHandOver)]);
    }

    [Fact]
    public void Bodies_and_briefs_are_kept_as_written_and_as_html()
    {
        _scenario.Teams[0].Roles[0].Brief.Markdown.In("en", "en").ShouldBe("You look after **the gates**.");
        _scenario.Teams[0].Roles[0].Brief.Html.In("en", "en").ShouldBe("<p>You look after <strong>the gates</strong>.</p>");
        _scenario.Injects[0].Body.Html.In("en", "en").ShouldStartWith("<p>Gate 4 reports <strong>open</strong>");
    }

    [Fact]
    public void Pinned_bytes_read_back_give_the_same_bytes_and_hash()
    {
        var pinned = PinnedScenario.Of(_scenario);
        var again = PinnedScenario.Of(PinnedScenario.Read(pinned.Bytes).Scenario);

        again.Bytes.ToArray().ShouldBe(pinned.Bytes.ToArray());
        again.Sha256.ShouldBe(pinned.Sha256);
    }

    [Theory]
    [InlineData("cs-CZ")]
    [InlineData("tr-TR")]
    [InlineData("th-TH")]
    [InlineData("ar-SA")]
    public void The_machines_language_does_not_change_the_pinned_bytes(string culture)
    {
        var usual = PinnedScenario.Of(_scenario).Sha256;
        var before = CultureInfo.CurrentCulture;
        try
        {
            CultureInfo.CurrentCulture = CultureInfo.GetCultureInfo(culture);
            PinnedScenario.Of(ScenarioFolders.ReadWhole()).Sha256.ShouldBe(usual);
        }
        finally
        {
            CultureInfo.CurrentCulture = before;
        }
    }
}
