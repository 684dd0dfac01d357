using System.Collections.Immutable;
using HanoiAcademy.Drills.Requests;
using HanoiAcademy.Drills.Scenarios;
using HanoiAcademy.Drills.State;

namespace HanoiAcademy.Drills.Clock;

/// <summary>
/// What of requests, holds and retention falls due next. It follows from a few parts of the state, in which little changes with most commands, so it is kept
/// until one of them is another; with many requests every command would go through all of them otherwise. Nothing depends on what is kept here.
/// </summary>
internal sealed class StoryDue
{
    private Known? known;

    public DueItem? First(DrillState state, Scenario scenario)
    {
        if (known is { } kept && kept.IsOf(state, scenario))
            return kept.First;
        DueItem? first = null;
        foreach (var item in RequestClock.Due(state, scenario).Concat(Holds.Due(state, scenario)))
            if (first is null || DueItems.Before(item, first))
                first = item;
        known = new Known(scenario, state.Requests, state.Holds, state.Evidence, state.LostData, first);
        return first;
    }

    private sealed record Known(Scenario Scenario, ImmutableSortedDictionary<string, RequestState> Requests, ImmutableSortedDictionary<string, HoldState> Holds,
        ImmutableSortedDictionary<string, EvidenceState> Evidence, ImmutableSortedSet<string> LostData, DueItem? First)
    {
        public bool IsOf(DrillState state, Scenario scenario) => ReferenceEquals(Scenario, scenario) && ReferenceEquals(Requests, state.Requests)
            && ReferenceEquals(Holds, state.Holds) && ReferenceEquals(Evidence, state.Evidence) && ReferenceEquals(LostData, state.LostData);
    }
}
