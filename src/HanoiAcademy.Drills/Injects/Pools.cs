using System.Collections.Immutable;
using HanoiAcademy.Drills.Events;
using HanoiAcademy.Drills.Indexes;
using HanoiAcademy.Drills.Scenarios;
using HanoiAcademy.Drills.World;

namespace HanoiAcademy.Drills.Injects;

/// <summary>Pools are drawn once, whole: which members, in which order, at which moments. The event holds the outcome, so a replay draws nothing.</summary>
internal static class Pools
{
    /// <summary>Keyed by (seed, pool, n), with no team: the same in all drills of one exercise, and nobody's acts shift it.</summary>
    private const string NoTeam = "";

    public static void DrawDated(Turn turn)
    {
        foreach (var pool in turn.Scenario.Pools)
            if (pool.When is null)
                Draw(turn, pool);
    }

    public static void ByCondition(Turn turn)
    {
        foreach (var n in turn.Pending.Take(Waiting.Pool))
            if (turn.Scenario.Pools[n] is { When: { } when } pool && !turn.State.Pools.Contains(pool.Id) && Conditions.Hold(turn.State, turn.Scenario, when, turn.At))
                Draw(turn, pool);
    }

    private static void Draw(Turn turn, Pool pool)
    {
        if (turn.State.Pools.Contains(pool.Id))
            return;
        turn.Emit(new PoolDrawn(turn.At, pool.Id, Plan(pool, turn.State.Seed, turn.At)));
    }

    /// <summary>What a draw at drill ms <paramref name="at"/> comes to.</summary>
    public static ImmutableArray<PlannedInject> Plan(Pool pool, long seed, long at)
    {
        var injects = Shuffled(pool.Members, seed, pool.Id)
            .Take(pool.Take == 0 ? pool.Members.Length : pool.Take)
            .SelectMany(m => Shuffled(m.Injects, seed, pool.Id + " " + m.Injects[0]))
            .ToList();
        return [.. injects.Zip(Moments(pool, injects.Count, seed), (id, moment) => new PlannedInject(id, at + moment))];
    }

    /// <summary>Drill ms after the draw, ascending, whole seconds.</summary>
    private static IEnumerable<long> Moments(Pool pool, int count, long seed)
    {
        if (pool.Until is not { } until)
            return Enumerable.Range(0, count).Select(n => pool.From + n * (pool.Every ?? 0));
        var gap = count < 2 ? 0 : Math.Min(pool.Gap, (until - pool.From) / (count - 1));
        // What the gaps leave free is drawn; put in order and the gaps added, no two come closer than they may.
        var free = (until - pool.From - gap * (count - 1)) / 1_000;
        return Enumerable.Range(0, count)
            .Select(n => Luck.Between(0, free, seed, NoTeam, "moment of pool " + pool.Id, n))
            .Order()
            .Select((second, n) => pool.From + second * 1_000 + n * gap);
    }

    /// <summary>Fisher and Yates, each step with a draw of its own.</summary>
    private static ImmutableArray<T> Shuffled<T>(ImmutableArray<T> items, long seed, string what)
    {
        var all = items.ToBuilder();
        for (var n = all.Count - 1; n > 0; n--)
        {
            var other = (int)Luck.Between(0, n, seed, NoTeam, "order of pool " + what, n);
            (all[n], all[other]) = (all[other], all[n]);
        }

        return all.ToImmutable();
    }
}
