using HanoiAcademy.Drills;
using HanoiAcademy.Drills.Commands;
using HanoiAcademy.Drills.Scenarios;
using HanoiAcademy.Drills.Scoring;
using HanoiAcademy.Drills.Simulation;

namespace HanoiAcademy.Tests.Drills;

/// <summary>The shipped scenario, rehearsed by simulated players.</summary>
public sealed class InvoiceAtDawnTests(ITestOutputHelper output)
{
    private const long Minute = 60_000;

    private static readonly Scenario Scenario = Rehearsed.InvoiceAtDawn;

    [Theory]
    [InlineData(1)]
    [InlineData(2)]
    [InlineData(3)]
    public void With_all_seats_simulated_no_seat_has_a_ten_minute_gap_with_nothing_new(long seed)
    {
        foreach (var silence in Silences.Of(Scenario, Rehearsed.Log(seed)))
        {
            output.WriteLine($"seed {seed} {silence.Seat}: {silence.News} new things, longest gap {silence.Lasted / 1000} s from T+{silence.From / Minute}");
            silence.Lasted.ShouldBeLessThanOrEqualTo(10 * Minute, $"{silence.Seat} has nothing new from T+{silence.From / Minute} for {silence.Lasted / Minute} min");
            silence.News.ShouldBeGreaterThan(0);
        }
    }

    [Theory]
    [InlineData(1)]
    [InlineData(2)]
    [InlineData(3)]
    [InlineData(4)]
    [InlineData(5)]
    public void Simulated_players_alone_reach_EndEx_with_at_least_half_the_objectives_won_through_legal_acts(long seed)
    {
        var rows = Rehearsed.Log(seed);
        var state = Drill.Replay(Scenario, rows.Select(r => r.Events));

        state.Status.ShouldBe("ended");
        var missed = Scenario.Objectives.Where(o => !o.IsJudgedByPeople && state.Objectives[o.Id].Status != "won").Select(o => $"{o.Team}: {o.Id}").ToList();
        output.WriteLine($"seed {seed}: score {Score.OfDrill(state, Scenario)}, missed {string.Join("; ", missed)}");
        missed.Count.ShouldBeLessThanOrEqualTo(Scenario.Objectives.Count(o => !o.IsJudgedByPeople) / 2);
        state.Penalties.ShouldBeEmpty();
    }

    [Fact]
    public void The_bank_called_at_T_plus_3_and_at_T_plus_30_ends_with_different_money_frozen()
    {
        // One of the seeds under which the prosecutor's freeze is sent: else nothing is held in the end, whenever the bank was called.
        const long Seed = 2;
        var frozen = Scenario.Meters.Single(m => m.Id == "money-frozen");
        long At(long called)
        {
            var rows = Rehearsal.Run(Scenario, Seed,
                [(called, new Actor("company.finance.1"), new StartAction("call-bank"))], seat => seat != "company.finance.1");
            var state = Drill.Replay(Scenario, rows.Select(r => r.Events));
            return state.Meters[frozen.Id].Value;
        }

        var early = At(3 * Minute);
        var late = At(30 * Minute);
        output.WriteLine($"frozen when called at T+3: {early}, at T+30: {late}");
        early.ShouldBeGreaterThan(late);
    }

    [Fact]
    public void The_rehearsal_is_the_same_to_the_byte_every_time()
    {
        var once = HanoiAcademy.Drills.Wire.DrillJson.ToBytes(Rehearsed.Log(5));
        var again = HanoiAcademy.Drills.Wire.DrillJson.ToBytes(Rehearsal.Run(Scenario, 5));

        again.ShouldBe(once);
    }
}
