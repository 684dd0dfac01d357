using HanoiAcademy.Drills.Commands;
using HanoiAcademy.Drills.Events;
using HanoiAcademy.Drills.Reports;
using HanoiAcademy.Drills.Scenarios;
using HanoiAcademy.Drills.Simulation;
using static HanoiAcademy.Tests.Drills.Planned;
using static HanoiAcademy.Tests.Drills.Small;

namespace HanoiAcademy.Tests.Drills.Adversary;

/// <summary>What is told afterwards, and attackers that nobody plays.</summary>
public sealed class ReportAndRehearsalTests
{
    private static readonly Planned[] Steps =
    [
        Of("enter", 3 * Minute, s => s with
        {
            Techniques = ["T1539"],
            Then = To("slice"),
            Noise = [new StepNoise(Minute, 100, null, [new DeliverInject("trace")], En("A sign-in from a new place")), new StepNoise(2 * Minute, 100, new FlagSet("secret"), [], Text.Empty)],
        }),
        Of("slice", 8 * Minute, s => s with { FoiledBy = new ActionDone("stop-payment"), Fallback = To("leave") }),
        Of("leave"),
    ];

    private static Scenario Traced => World with { Injects = [.. World.Injects, Inject("trace", null, "bank") with { Expected = [new ExpectAction("bank.fraud", "stop-payment")] }] };

    [Fact]
    public void The_report_tells_what_the_adversary_did_and_what_of_it_was_noticed_and_read()
    {
        var play = Play.Started(In(Traced, Steps)).Until(2 * Minute).Send("bank.fraud.1", new MarkRead(["trace"])).Send("bank.fraud.1", new StartAction("stop-payment"), 4 * Minute).Until(20 * Minute);

        var plan = Report.Of(play.Scenario, play.Rows, "en").Adversary.ShouldHaveSingleItem();

        plan.ShouldSatisfyAllConditions(p => p.Name.ShouldBe("The plan"), p => p.Attack.ShouldBe("v19"), p => p.Team.ShouldBeNull());
        plan.Line.Select(l => (l.Step, l.What, l.At)).ShouldBe(
        [
            ("enter", "started", 0), ("enter", "noticed", Minute), ("enter", "missed", 2 * Minute), ("enter", "done", 3 * Minute),
            ("slice", "started", 3 * Minute), ("slice", "foiled", 6 * Minute), ("leave", "started", 6 * Minute), ("leave", "done", 6 * Minute),
        ]);
        plan.Line[1].ShouldSatisfyAllConditions(l => l.About.ShouldBe("A sign-in from a new place"), l => l.ReadAt.ShouldBe(2 * Minute));
        plan.Line[0].Techniques.ShouldBe(["T1539"]);
    }

    [Fact]
    public void Simulated_attackers_carry_their_plan_out_at_their_own_pace()
    {
        var log = Rehearsal.Run(ForCrew(Traced, Steps), 1);

        var started = log.SelectMany(r => r.Events).OfType<ActionStarted>().Where(e => Steps.Any(s => s.Step.Id == e.Action)).ToList();
        started.Select(e => e.Action).ShouldBe(["enter", "slice", "leave"]);
        started.ShouldAllBe(e => e.Seat == "crew.hand.1");
        started[0].At.ShouldBeInRange(10_000, Minute);
    }

    [Fact]
    public void Blocked_for_too_long_they_fall_back_too()
    {
        var log = Rehearsal.Run(ForCrew(World, Of("enter", 0, s => s with { When = new FlagSet("secret"), PatienceMs = 5 * Minute, Fallback = To("phone") }), Of("phone")), 1);

        log.SelectMany(r => r.Events).OfType<ActionStarted>().First(e => e.Action == "phone").At.ShouldBeInRange(5 * Minute, 7 * Minute);
    }

    [Fact]
    public void The_attack_goes_on_under_every_strategy_of_the_response()
    {
        foreach (var strategy in Strategy.All)
            Rehearsal.Play(ForCrew(Traced, Steps), 1, strategy).Steps.ShouldContain("enter/done", strategy.Id);
    }

    [Fact]
    public void A_run_says_which_steps_were_done_foiled_and_detected()
    {
        var played = Rehearsal.Play(In(Traced, Steps), 1, Skill.Good);

        played.Steps.ShouldBe(["enter/detected", "enter/done", "enter/started", "leave/done", "leave/started", "slice/foiled", "slice/started"]);
        played.Actions.ShouldNotContain("enter");
    }
}
