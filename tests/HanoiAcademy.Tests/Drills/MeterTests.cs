using HanoiAcademy.Drills.Commands;
using HanoiAcademy.Drills.Events;
using HanoiAcademy.Drills.Scenarios;
using HanoiAcademy.Drills.State;
using HanoiAcademy.Drills.World;
using static HanoiAcademy.Tests.Drills.Small;

namespace HanoiAcademy.Tests.Drills;

public sealed class MeterTests
{
    private static readonly Meter Wide = new("m", En("m"), "", 0, 0, -100, 100, []);

    [Theory]
    [InlineData(1)]
    [InlineData(7)]
    [InlineData(60)]
    [InlineData(59_999)]
    [InlineData(60_000)]
    [InlineData(60_001)]
    [InlineData(1_000_000)]
    [InlineData(-1)]
    [InlineData(-7)]
    [InlineData(-60)]
    [InlineData(-59_999)]
    [InlineData(-60_000)]
    [InlineData(-60_001)]
    [InlineData(-1_000_000)]
    public void A_meter_reaches_a_bound_with_the_first_millisecond_that_shows_it(long rate)
    {
        const long from = 1_234;
        var state = new MeterState(0, from, rate);
        foreach (var target in new long[] { 1, 2, 3, -1, -2, -3 })
        {
            if (target > 0 != rate > 0)
            {
                Meters.Reaches(state, target, from).ShouldBeNull("it moves the other way");
                continue;
            }

            var at = Meters.Reaches(state, target, from).ShouldNotBeNull();
            bool There(long t) => rate > 0 ? Meters.Value(state, Wide, t) >= target : Meters.Value(state, Wide, t) <= target;
            There(at).ShouldBeTrue($"rate {rate}: {target} at {at}");
            There(at - 1).ShouldBeFalse($"rate {rate}: {target} already at {at - 1}");
        }
    }

    [Fact]
    public void A_bound_already_passed_is_not_waited_for_again()
    {
        var state = new MeterState(0, 0, 60);

        Meters.Reaches(state, 5, 5_000).ShouldBeNull();
        Meters.Reaches(state, 5, 4_999).ShouldBe(5_000);
        Meters.Reaches(state with { Rate = 0 }, 5, 0).ShouldBeNull();
    }

    [Fact]
    public void A_meter_stays_between_its_ends()
    {
        Meters.Value(new MeterState(90, 0, 60), Wide, 20_000).ShouldBe(100);
        Meters.Value(new MeterState(-90, 0, -60), Wide, 20_000).ShouldBe(-100);
    }

    [Fact]
    public void Moving_takes_no_more_than_is_there_nor_than_fits_and_loses_nothing()
    {
        var scenario = World with { Meters = [.. World.Meters.Select(m => m.Id == "frozen" ? m with { Max = 600 } : m with { RatePerMinute = 0 })] };
        var play = Play.Started(scenario).Send("bank.fraud.1", new StartAction("stop-payment")).Until(2 * Minute);

        play.Events.OfType<MeterChanged>().Select(e => (e.Meter, e.Value)).ShouldBe([("reachable", 400), ("frozen", 600)]);
    }
}
