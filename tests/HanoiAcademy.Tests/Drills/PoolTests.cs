using HanoiAcademy.Drills.Commands;
using HanoiAcademy.Drills.Events;
using HanoiAcademy.Drills.Scenarios;
using HanoiAcademy.Drills.Views;
using static HanoiAcademy.Tests.Drills.Small;

namespace HanoiAcademy.Tests.Drills;

/// <summary>Injects that the seed draws: which, in which order, when, and whether at all.</summary>
public sealed class PoolTests
{
    private static readonly string[] Odd = ["a", "b", "c", "d", "e", "f"];

    private static Scenario Pooled(Pool pool, params string[] injects) =>
        World with { Injects = [.. injects.Select(id => Inject(id, null, "bank"))], Pools = [pool] };

    private static Pool Of(params string[] injects) => new() { Id = "odd", Members = [.. injects.Select(i => new PoolMember([i]))], From = 10 * Minute, Every = 5 * Minute };

    private static List<InjectDelivered> Delivered(Scenario scenario, long seed) =>
        [.. Play.Started(scenario, seed).Until(110 * Minute).Events.OfType<InjectDelivered>()];

    [Fact]
    public void A_pool_brings_each_of_its_injects_once_at_fixed_distance_in_an_order_of_the_seed()
    {
        var seven = Delivered(Pooled(Of(Odd), Odd), 7);

        seven.Select(e => e.Inject).ShouldBe(Odd, ignoreOrder: true);
        seven.Select(e => e.At).ShouldBe(Enumerable.Range(0, 6).Select(n => (10 + 5 * n) * Minute));
        Delivered(Pooled(Of(Odd), Odd), 7).ShouldBe(seven, "the same seed");
        Enumerable.Range(0, 40).Select(seed => string.Join(' ', Delivered(Pooled(Of(Odd), Odd), seed).Select(e => e.Inject))).Distinct().Count().ShouldBeGreaterThan(30);
    }

    [Fact]
    public void Drawn_moments_lie_in_the_window_and_keep_their_gap()
    {
        var pool = Of(Odd) with { Every = null, Until = 40 * Minute, Gap = 4 * Minute };
        var moments = Enumerable.Range(0, 50).Select(seed => Delivered(Pooled(pool, Odd), seed).Select(e => e.At).ToList()).ToList();

        foreach (var one in moments)
        {
            one.ShouldAllBe(at => at >= 10 * Minute && at <= 40 * Minute && at % 1_000 == 0);
            one.Zip(one.Skip(1), (a, b) => b - a).ShouldAllBe(gap => gap >= 4 * Minute);
        }

        moments.Select(m => m[0]).Distinct().Count().ShouldBeGreaterThan(20);
    }

    [Fact]
    public void Of_a_pool_so_many_are_taken_and_a_pair_comes_together()
    {
        var pool = Of(Odd) with { Members = [new PoolMember(["a", "b"]), new PoolMember(["c", "d"]), new PoolMember(["e", "f"])], Take = 1 };
        var drawn = Enumerable.Range(0, 60).Select(seed => string.Concat(Delivered(Pooled(pool, Odd), seed).Select(e => e.Inject))).ToList();

        drawn.Distinct().Order(StringComparer.Ordinal).ShouldBe(["ab", "ba", "cd", "dc", "ef", "fe"]);
    }

    [Fact]
    public void A_pool_that_waits_for_a_condition_counts_from_there()
    {
        var scenario = Pooled(Of("a") with { When = new FlagSet("alarm"), From = Minute }, "a");
        var play = Play.Started(scenario).Until(20 * Minute).Send("bank.fraud.1", new StartAction("stop-payment")).Until(40 * Minute);

        play.Events.OfType<PoolDrawn>().Single().At.ShouldBe(22 * Minute);
        play.Events.OfType<InjectDelivered>().Single().At.ShouldBe(23 * Minute);
    }

    [Fact]
    public void What_a_controller_skipped_or_held_back_before_the_draw_stays_so()
    {
        var play = new Play(Pooled(Of("a", "b"), "a", "b"));
        play.Send(Actor.Director, new SkipInject("a")).Send(Actor.Director, new HoldBackInject("b")).Send(Actor.Director, new StartExercise()).Until(30 * Minute);
        play.Events.OfType<InjectDelivered>().ShouldBeEmpty();

        play.Send(Actor.Director, new ReleaseInject("b"));
        play.Until(31 * Minute).Events.OfType<InjectDelivered>().Single().Inject.ShouldBe("b");
    }

    [Fact]
    public void What_others_do_shifts_no_pool()
    {
        var quiet = Delivered(Pooled(Of(Odd) with { Every = null, Until = 60 * Minute }, Odd), 3);
        var busy = Play.Started(Pooled(Of(Odd) with { Every = null, Until = 60 * Minute }, Odd), 3);
        busy.Send("bank.fraud.1", new StartAction("needs-secret")).Send("bank.fraud.1", new SendMessage("branch", "Hello")).Until(110 * Minute);

        busy.Events.OfType<InjectDelivered>().ShouldBe(quiet);
    }

    [Fact]
    public void Control_sees_what_waits_in_a_pool_and_what_the_draw_left_there()
    {
        var play = Play.Started(Pooled(Of("a", "b") with { Take = 1, When = new FlagSet("alarm") }, "a", "b"));
        Statuses(play).ShouldBe(["waiting", "waiting"]);

        play.Send("bank.fraud.1", new StartAction("stop-payment")).Until(3 * Minute);
        Statuses(play).Order(StringComparer.Ordinal).ShouldBe(["due", "not-drawn"]);
    }

    [Fact]
    public void An_inject_with_a_chance_comes_as_often_as_that_and_can_be_fired_when_it_did_not()
    {
        var scenario = World with { Injects = [Inject("maybe", Minute, "bank") with { Chance = 30 }] };
        var plays = Enumerable.Range(0, 300).Select(seed => Play.Started(scenario, seed).Until(2 * Minute)).ToList();
        plays.Count(p => p.Events.Any(e => e is InjectDelivered)).ShouldBeInRange(65, 115);

        var passed = plays.First(p => p.Events.Any(e => e is InjectPassedOver));
        ((PlanView)View.Of(passed.State, scenario, Audience.Control("en"))["plan:maybe"]).Status.ShouldBe("passed-over");
        passed.Send(Actor.Director, new FireInject("maybe")).Events.OfType<InjectDelivered>().Single().Seat.ShouldBe("control.director.1");
    }

    private static IEnumerable<string> Statuses(Play play) =>
        View.Of(play.State, play.Scenario, Audience.Control("en")).Values.OfType<PlanView>().Select(p => p.Status);
}
