using HanoiAcademy.Drills.Clock;
using HanoiAcademy.Drills.Scenarios;
using static HanoiAcademy.Tests.Drills.Small;

namespace HanoiAcademy.Tests.Drills;

public sealed class StoryClockTests
{
    /// <summary>An hour at seven times the pace, then a jump to a day later, then ten times the pace.</summary>
    private static readonly Scenario Fast = World with
    {
        Phases = [new Phase("a", En("a"), 0, Start, 7), new Phase("b", En("b"), Hour, Start + Day, 10)],
    };

    [Theory]
    [InlineData(0, 0)]
    [InlineData(1, 1)]
    [InlineData(7, 1)]
    [InlineData(8, 2)]
    [InlineData(7 * Hour - 7, Hour - 1)]
    public void At_a_faster_pace_a_story_time_is_reached_with_the_first_millisecond_that_is_not_before_it(long story, long at) =>
        StoryClock.Reached(Fast, Start + story).ShouldBe(at);

    [Theory]
    [InlineData(7 * Hour - 6)]
    [InlineData(7 * Hour)]
    [InlineData(12 * Hour)]
    [InlineData(Day)]
    public void A_story_time_inside_a_jump_is_reached_as_the_next_phase_starts(long story) =>
        StoryClock.Reached(Fast, Start + story).ShouldBe(Hour);

    [Fact]
    public void Beyond_the_last_phase_the_story_goes_on_at_its_pace()
    {
        StoryClock.Reached(Fast, Start + Day + 1).ShouldBe(Hour + 1);
        StoryClock.Reached(Fast, Start + 2 * Day).ShouldBe(Hour + Day / 10);
    }

    [Fact]
    public void What_lies_before_the_story_s_start_is_reached_at_StartEx() =>
        StoryClock.Reached(Fast, Start - 5 * Day).ShouldBe(0);

    [Fact]
    public void A_phase_runs_from_its_very_first_millisecond()
    {
        StoryClock.PhaseAt(Fast, Hour - 1).ShouldBe(0);
        StoryClock.PhaseAt(Fast, Hour).ShouldBe(1);
        StoryClock.At(Fast, 1, Hour).ShouldBe(Start + Day);
    }

    [Fact]
    public void Reached_is_the_first_drill_time_whose_story_time_is_there()
    {
        // By brute force over small phases: the clock read forwards and the clock read backwards agree.
        foreach (var rate in new[] { 1, 2, 3, 60 })
        {
            var scenario = World with { Phases = [new Phase("a", En("a"), 0, Start, rate), new Phase("b", En("b"), 50, Start + 50 * rate + 100, rate + 1)] };
            for (var story = Start; story < Start + 50 * rate + 300; story++)
            {
                var first = Enumerable.Range(0, 1_000).First(at => StoryClock.At(scenario, StoryClock.PhaseAt(scenario, at), at) >= story);
                StoryClock.Reached(scenario, story).ShouldBe(first, $"rate {rate}, story +{story - Start}");
            }
        }
    }
}
