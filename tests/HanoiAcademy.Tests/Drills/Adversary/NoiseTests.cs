using HanoiAcademy.Drills.Events;
using HanoiAcademy.Drills.Scenarios;
using static HanoiAcademy.Tests.Drills.Planned;
using static HanoiAcademy.Tests.Drills.Small;

namespace HanoiAcademy.Tests.Drills.Adversary;

public sealed class NoiseTests
{
    private static Scenario Noisy(StepNoise noise, long duration = 10 * Minute, Condition? foiledBy = null) =>
        In(World with { Injects = [.. World.Injects, Inject("trace", null, "bank"), Inject("seen", null, "bank") with { When = new StepIs("enter", "detected") }] },
            Of("enter", duration, s => s with { Noise = [noise], FoiledBy = foiledBy }));

    private static StepNoise Noise(long after = 2 * Minute, int chance = 100, Condition? when = null) => new(after, chance, when, [new DeliverInject("trace")], Text.Empty);

    [Fact]
    public void Noise_comes_after_its_step_has_begun_and_what_is_noticed_has_effects()
    {
        var play = Play.Started(Noisy(Noise())).Until(5 * Minute);

        play.Events.OfType<NoiseMade>().ShouldHaveSingleItem().ShouldBe(new NoiseMade(2 * Minute, "enter", 0, 0, true));
        play.State.Injects["trace"].At.ShouldBe(2 * Minute);
        play.State.Injects["seen"].At.ShouldBe(2 * Minute);
    }

    [Fact]
    public void Without_what_would_notice_it_noise_is_missed()
    {
        var play = Play.Started(Noisy(Noise(when: new FlagSet("alarm")))).Until(5 * Minute);

        play.Events.OfType<NoiseMade>().ShouldHaveSingleItem().Noticed.ShouldBeFalse();
        play.State.Injects.ShouldNotContainKey("trace");
        play.State.Injects.ShouldNotContainKey("seen");
    }

    [Fact]
    public void The_seed_draws_whether_it_is_noticed_about_as_often_as_its_chance_says()
    {
        var noticed = Enumerable.Range(1, 200).Count(seed => Play.Started(Noisy(Noise(chance: 30)), seed).Until(3 * Minute).State.Injects.ContainsKey("trace"));
        noticed.ShouldBeInRange(40, 80);
    }

    [Fact]
    public void A_step_that_is_over_may_still_come_to_light_but_one_that_was_foiled_leaves_no_more_traces()
    {
        Play.Started(Noisy(Noise(after: 8 * Minute), duration: Minute)).Until(10 * Minute).State.Injects["trace"].At.ShouldBe(8 * Minute);
        Play.Started(Noisy(Noise(after: 8 * Minute), foiledBy: new AtTime(3 * Minute))).Until(10 * Minute).Events.OfType<NoiseMade>().ShouldBeEmpty();
    }

    [Fact]
    public void Noise_at_the_start_comes_with_the_start()
    {
        Play.Started(Noisy(Noise(after: 0))).State.Injects["trace"].At.ShouldBe(0);
    }
}
