using System.Collections.Immutable;
using HanoiAcademy.Drills;
using HanoiAcademy.Drills.Requests;
using HanoiAcademy.Drills.Requests.Kinds;
using HanoiAcademy.Drills.Scenarios;
using HanoiAcademy.Drills.Simulation;
using HanoiAcademy.Drills.State;
using static HanoiAcademy.Tests.Drills.Small;

namespace HanoiAcademy.Tests.Drills.Requests;

/// <summary>Simulated players send and answer every kind from the author's model.</summary>
public sealed class SimulatedTests
{
    /// <summary>A long day in which each kind is expected of the desk: what must come first comes first.</summary>
    private static Scenario World { get; } = Legal.World with
    {
        Matters = [.. Legal.World.Matters.Where(m => m.Id.EndsWith("-kivara", StringComparison.Ordinal))],
        Injects = [.. RequestKinds.All.Select(k => Inject(k.Id + "-wanted", k.Id is "mla" or "freeze" ? 2 * Hour : 0, "desk") with { Expected = [new ExpectRequest("desk.officer", k.Id + "-kivara")] })],
        Phases = [new Phase("day", En("The day"), 0, Start, 1)],
        Ends = [new End("time", En("Time"), 8 * Hour)],
    };

    private static readonly Lazy<ImmutableArray<DrillState>> Rehearsed = new(() => [.. new long[] { 3, 4, 5 }.Select(seed => Drill.Replay(World, Rehearsal.Run(World, seed).Select(r => r.Events)))]);

    public static TheoryData<string> Kinds => [.. RequestKinds.All.Select(k => k.Id)];

    [Theory]
    [MemberData(nameof(Kinds))]
    public void Each_kind_is_drafted_authorised_sent_acknowledged_verified_and_answered(string kind)
    {
        var sent = Rehearsed.Value.SelectMany(s => s.Requests.Values).Where(r => r.Form.Kind == kind && r.Reached.ContainsKey("sent")).ToList();

        sent.ShouldNotBeEmpty();
        sent.ShouldAllBe(r => r.FirstMistakes.Except(new[] { "no-preservation-first", "mla-for-first-hour" }).Count() == 0);
        sent.Where(r => r.Reached.ContainsKey("executed") && r.Reached.ContainsKey("verified") && r.Right == true).ShouldNotBeEmpty();
    }

    [Fact]
    public void Who_does_all_that_earns_nearly_all_of_the_points()
    {
        foreach (var state in Rehearsed.Value)
            foreach (var r in state.Requests.Values.Where(r => r.Reached.ContainsKey("executed")))
                Shares.Of(state, World, r, "receiver").Percent.ShouldBeGreaterThanOrEqualTo(80, $"{r.Form.Kind}: {string.Join(", ", Shares.Of(state, World, r, "receiver").Costs.Select(c => c.Code))}");
    }
}
