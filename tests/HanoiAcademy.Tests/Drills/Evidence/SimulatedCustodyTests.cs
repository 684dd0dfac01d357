using HanoiAcademy.Drills;
using HanoiAcademy.Drills.Events;
using HanoiAcademy.Drills.Scenarios;
using HanoiAcademy.Drills.Simulation;
using static HanoiAcademy.Tests.Drills.Evidence.Station;
using static HanoiAcademy.Tests.Drills.Small;

namespace HanoiAcademy.Tests.Drills.Evidence;

/// <summary>Simulated players know custody as well as their skill has it.</summary>
public sealed class SimulatedCustodyTests
{
    private static readonly Scenario Scene = With(Laptop with { Authorised = new ActionDone("get-order") }, Hearing) with
    {
        Actions = [new ActionDefinition { Id = "get-order", Name = En("Get an order"), By = ["bank.fraud"], DurationMs = 2 * Minute }],
        Injects =
        [
            Inject("find", 0, "bank") with
            {
                // In no order: what is right first is theirs to know.
                Expected =
                [
                    new ExpectHandOver("bank.fraud", "laptop", "police"), new ExpectPreserve("bank.fraud", "laptop"), new ExpectAcquire("bank.fraud", "laptop"),
                    new ExpectCollect("bank.fraud", "laptop"), new ExpectIdentify("bank.fraud", "laptop"), new ExpectAction("bank.fraud", "get-order"),
                ],
            },
            Inject("told", Minute, "police") with { Expected = [new ExpectReceipt("police.investigator", "laptop"), new ExpectFile("police.investigator", "hearing")] },
        ],
        Objectives =
        [
            new Objective { Id = "admitted", Team = "police", Name = En("Admitted"), Points = 10, When = new EvidenceIs("laptop", "police", "admitted") },
            new Objective { Id = "whole", Team = "bank", Name = En("Whole"), Points = 10, When = new EvidenceIs("laptop", "bank", "unbroken"), AtEnd = true },
        ],
        Penalties = [],
        Decisions = [],
    };

    [Fact]
    public void A_steady_player_does_the_steps_in_order_after_the_authorisation_and_the_court_admits_the_record()
    {
        var rows = Rehearsal.Run(Scene, 3);
        var state = Drill.Replay(Scene, rows.Select(r => r.Events));
        state.Evidence["police laptop"].Custody.Select(c => c.What).ShouldBe(["identified", "collected", "acquired", "preserved", "handed-over", "received", "receipt"]);
        state.Courts["hearing"].Verdicts.ShouldHaveSingleItem().Gaps.ShouldBeEmpty();
        var events = rows.SelectMany(r => r.Events).ToList();
        events.FindIndex(e => e is ActionFinished { Action: "get-order" }).ShouldBeLessThan(events.FindIndex(e => e is EvidenceCollected));
        events.OfType<RecordFiled>().Single().At.ShouldBeInRange(20 * Minute, 25 * Minute, "nothing was left to wait for");
    }

    [Fact]
    public void Good_players_are_admitted_far_more_often_than_poor_ones_and_everything_at_once_is_not()
    {
        Admitted(Skill.Good).ShouldBeGreaterThan(20);
        Admitted(Skill.Poor).ShouldBeLessThan(5);
        Enumerable.Range(1, 5).Count(seed => Rehearsal.Play(Scene, seed, Strategy.All.First(s => s.Id == "everything")).Won.Contains("admitted")).ShouldBe(0);
    }

    [Fact]
    public void Who_finds_it_gone_lets_it_be()
    {
        var gone = Scene with { Evidence = [.. Scene.Evidence.Select(e => e.Id == "laptop" ? e with { Authorised = null, GoneWhen = new AtTime(1_000) } : e)] };
        var events = Rehearsal.Run(gone, 3).SelectMany(r => r.Events).ToList();
        events.OfType<EvidenceFoundGone>().ShouldHaveSingleItem();
        events.OfType<RecordFiled>().Single().ShouldSatisfyAllConditions(f => f.Items.ShouldBeEmpty(), f => f.At.ShouldBeGreaterThan(25 * Minute, "he waited half of the time"));
    }

    private static int Admitted(Skill skill) => Enumerable.Range(1, 40).Count(seed => Rehearsal.Play(Scene, seed, skill).Won.Contains("admitted"));
}
