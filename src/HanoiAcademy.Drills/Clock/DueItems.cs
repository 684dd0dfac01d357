using HanoiAcademy.Drills.Actions;
using HanoiAcademy.Drills.Control;
using HanoiAcademy.Drills.Deciding;
using HanoiAcademy.Drills.Events;
using HanoiAcademy.Drills.Injects;
using HanoiAcademy.Drills.Requests;
using HanoiAcademy.Drills.Scenarios;
using HanoiAcademy.Drills.Scoring;
using HanoiAcademy.Drills.State;
using HanoiAcademy.Drills.World;

namespace HanoiAcademy.Drills.Clock;

/// <summary>Everything that waits for the clock, each concept naming its own.</summary>
internal static class DueItems
{
    public static DueItem? Next(DrillState state, Scenario scenario)
    {
        DueItem? next = null;
        foreach (var item in All(state, scenario))
            if (next is null || Before(item, next))
                next = item;
        return next;
    }

    public static IEnumerable<DueItem> All(DrillState state, Scenario scenario) =>
        Phases(state, scenario)
            .Concat(RequestClock.Due(state, scenario))
            .Concat(Holds.Due(state, scenario))
            .Concat(ActionRuns.Due(state))
            .Concat(Decisions.Due(state))
            .Concat(InjectFlow.Due(state))
            .Concat(Objectives.Due(state, scenario))
            .Concat(Looks(state, scenario))
            .Concat(StartAndEnd.Due(state, scenario));

    private static bool Before(DueItem a, DueItem b) => (a.At, a.Rank, a.Order).CompareTo((b.At, b.Rank, b.Order)) < 0;

    private static IEnumerable<DueItem> Phases(DrillState state, Scenario scenario)
    {
        var next = state.Phase + 1;
        if (next < scenario.Phases.Length)
            yield return new DueItem(scenario.Phases[next].At, DueItem.Phase, next, "phase", scenario.Phases[next].Id,
                turn => turn.Emit(new PhaseStarted(turn.At, scenario.Phases[next].Id), "phase-started " + scenario.Phases[next].Id));
    }

    /// <summary>Moments at which a condition may come true by time alone: its own time, or a meter that reaches a bound it asks about.</summary>
    private static IEnumerable<DueItem> Looks(DrillState state, Scenario scenario)
    {
        foreach (var opening in Decisions.Openings(state, scenario))
            yield return new DueItem(opening, DueItem.Look, 0, "decision", "", null);
        foreach (var condition in ConditionsOf(scenario).SelectMany(Conditions.Parts))
        {
            var at = condition switch
            {
                AtTime c when c.At > state.At => c.At,
                MeterIs c when state.Meters.TryGetValue(c.Meter, out var meter) => Earliest(meter, c, state.At),
                _ => null,
            };
            if (at is { } t)
                yield return new DueItem(t, DueItem.Look, 0, "look", "", null);
        }
    }

    private static long? Earliest(MeterState meter, MeterIs c, long after)
    {
        long? first = null;
        // A bound is entered at the value itself and left one beyond it.
        foreach (var target in new[] { c.AtLeast, c.AtLeast - 1, c.AtMost, c.AtMost + 1 })
            if (target is { } value && Meters.Reaches(meter, value, after) is { } at && (first is null || at < first))
                first = at;
        return first;
    }

    private static IEnumerable<Condition> ConditionsOf(Scenario scenario) =>
        scenario.Injects.Select(x => x.When)
            .Concat(scenario.Pools.Select(x => x.When))
            .Concat(scenario.Decisions.Select(x => x.When))
            .Concat(scenario.Objectives.Select(x => (Condition?)x.When))
            .Concat(scenario.Penalties.Select(x => (Condition?)x.When))
            .Concat(scenario.Ends.Select(x => x.When))
            .Concat(scenario.Actions.SelectMany(x => x.Requires).Select(x => (Condition?)x.When))
            .OfType<Condition>();
}
