using System.Collections.Immutable;
using HanoiAcademy.Drills.Indexes;
using HanoiAcademy.Drills.Requests;
using HanoiAcademy.Drills.Scenarios;
using HanoiAcademy.Drills.State;

namespace HanoiAcademy.Drills.Clock;

/// <summary>
/// What falls due next of requests, holds and retention, and of meters. Each follows from a few parts of the state, in which little changes with most commands, so it is
/// kept until one of them is another; every command would go through all of them otherwise. Nothing depends on what is kept here.
/// </summary>
internal sealed class KeptDue
{
    private StoryKnown? story;
    private MetersKnown? meters;

    /// <summary>The first thing of requests, holds and retention; null when there is none.</summary>
    public DueItem? Story(DrillState state, Scenario scenario)
    {
        if (story is { } kept && kept.IsOf(state, scenario))
            return kept.First;
        DueItem? first = null;
        foreach (var item in RequestClock.Due(state, scenario).Concat(Holds.Due(state, scenario)))
            if (first is null || DueItems.Before(item, first))
                first = item;
        story = new StoryKnown(scenario, state.Requests, state.Holds, state.Evidence, state.LostData, state.Rulings.Out, first);
        return first;
    }

    /// <summary>The first drill ms after the state's own at which a meter, as all move now, reaches a bound that some condition asks about; null if never.</summary>
    public long? Meters(DrillState state, Scenario scenario)
    {
        if (meters is { } kept && kept.IsOf(state, scenario))
            return kept.Reached;
        long? first = null;
        foreach (var (id, bounds) in ScenarioIndex.Of(scenario).Moments.OnMeters)
            if (state.Meters.TryGetValue(id, out var meter) && meter.Rate != 0 && bounds.Next(meter, state.At) is { } reached && !(reached >= first))
                first = reached;
        meters = new MetersKnown(scenario, state.Meters, state.At, first);
        return first;
    }

    private sealed record StoryKnown(Scenario Scenario, ImmutableSortedDictionary<string, RequestState> Requests, ImmutableSortedDictionary<string, HoldState> Holds,
        ImmutableSortedDictionary<string, EvidenceState> Evidence, ImmutableSortedSet<string> LostData, ImmutableSortedDictionary<string, OutState> Out, DueItem? First)
    {
        public bool IsOf(DrillState state, Scenario scenario) => ReferenceEquals(Scenario, scenario) && ReferenceEquals(Requests, state.Requests)
            && ReferenceEquals(Holds, state.Holds) && ReferenceEquals(Evidence, state.Evidence) && ReferenceEquals(LostData, state.LostData) && ReferenceEquals(Out, state.Rulings.Out);
    }

    /// <summary>Holds until the bound is reached: before that no other is.</summary>
    private sealed record MetersKnown(Scenario Scenario, ImmutableSortedDictionary<string, MeterState> Meters, long From, long? Reached)
    {
        public bool IsOf(DrillState state, Scenario scenario) =>
            ReferenceEquals(Scenario, scenario) && ReferenceEquals(Meters, state.Meters) && state.At >= From && !(state.At >= Reached);
    }
}
