using System.Collections.Immutable;
using HanoiAcademy.Drills.Scenarios;
using HanoiAcademy.Drills.World;

namespace HanoiAcademy.Drills.Indexes;

/// <summary>The drill times a scenario names, sorted, and the conditions on meters, which have none of their own.</summary>
internal sealed class Moments
{
    private readonly long[] times;
    private readonly long[] openings;

    public Moments(Scenario scenario, StepIndex steps)
    {
        var leaves = ConditionsOf(scenario, steps).SelectMany(Conditions.Parts).ToList();
        times = [.. leaves.OfType<AtTime>().Select(c => c.At).Concat(scenario.Questionnaires.Select(q => q.At).OfType<long>()).Distinct().Order()];
        openings = [.. scenario.Decisions.Select(d => d.At).Concat(scenario.Courts.Select(c => c.At)).OfType<long>().Distinct().Order()];
        OnMeters = [.. leaves.OfType<MeterIs>().GroupBy(c => c.Meter, StringComparer.Ordinal).OrderBy(g => g.Key, StringComparer.Ordinal).Select(g => (g.Key, new MeterBounds(g)))];
        Resting = [.. scenario.Actions.Where(a => a.CooldownMs > 0)];
    }

    /// <summary>Meters that conditions ask about, with the bounds asked for.</summary>
    public ImmutableArray<(string Meter, MeterBounds Bounds)> OnMeters { get; }

    /// <summary>Actions that cannot be started again at once.</summary>
    public ImmutableArray<ActionDefinition> Resting { get; }

    /// <summary>The first time after <paramref name="at"/> that some condition asks about.</summary>
    public long? NextTime(long at) => After(times, at);

    /// <summary>The first time after <paramref name="at"/> at which a decision opens or a court asks by itself.</summary>
    public long? NextOpening(long at) => After(openings, at);

    private static long? After(long[] sorted, long at)
    {
        var n = Array.BinarySearch(sorted, at);
        n = n < 0 ? ~n : n + 1;
        return n < sorted.Length ? sorted[n] : null;
    }

    private static IEnumerable<Condition> ConditionsOf(Scenario scenario, StepIndex steps) =>
        scenario.Injects.Select(x => x.When)
            .Concat(scenario.Pools.Select(x => x.When))
            .Concat(scenario.Decisions.Select(x => x.When))
            .Concat(scenario.Objectives.Select(x => (Condition?)x.When))
            .Concat(scenario.Objectives.Select(x => x.Measure?.From))
            .Concat(scenario.Courts.Select(x => x.When))
            .Concat(scenario.Evidence.Select(x => x.GoneWhen))
            .Concat(scenario.Evidence.Select(x => x.Authorised))
            .Concat(scenario.Questionnaires.Select(x => x.When))
            .Concat(scenario.Penalties.Select(x => (Condition?)x.When))
            .Concat(scenario.Ends.Select(x => x.When))
            .Concat(scenario.Actions.SelectMany(x => x.Requires).Select(x => (Condition?)x.When))
            .Concat(steps.All.Select(x => (Condition?)x.Watched))
            .OfType<Condition>();
}
