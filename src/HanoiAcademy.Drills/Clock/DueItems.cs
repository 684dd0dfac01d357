using HanoiAcademy.Drills.Actions;
using HanoiAcademy.Drills.Control;
using HanoiAcademy.Drills.Deciding;
using HanoiAcademy.Drills.Events;
using HanoiAcademy.Drills.Evidence;
using HanoiAcademy.Drills.Indexes;
using HanoiAcademy.Drills.Injects;
using HanoiAcademy.Drills.Scenarios;
using HanoiAcademy.Drills.State;

namespace HanoiAcademy.Drills.Clock;

/// <summary>What waits for the clock, each concept naming its own next; asked at every command, so nothing here looks through the whole scenario.</summary>
internal static class DueItems
{
    public static DueItem? Next(DrillState state, Scenario scenario)
    {
        DueItem? next = null;
        foreach (var item in Firsts(state, scenario))
            if (next is null || Before(item, next))
                next = item;
        return next;
    }

    /// <summary>What control is told of beforehand: the next phase, inject, decision or end, the first of each at least.</summary>
    public static IEnumerable<DueItem> Announced(DrillState state, Scenario scenario)
    {
        if (Phase(state, scenario) is { } phase)
            yield return phase;
        foreach (var item in state.Agenda)
            if (item.What is "inject" or "decision")
            {
                yield return OnAgenda(item);
                break;
            }

        foreach (var end in StartAndEnd.Due(state, scenario))
            yield return end;
    }

    public static bool Before(DueItem a, DueItem b) => (a.At, a.Rank, a.Order).CompareTo((b.At, b.Rank, b.Order)) < 0;

    /// <summary>Of each concept at least the first.</summary>
    private static IEnumerable<DueItem> Firsts(DrillState state, Scenario scenario)
    {
        if (Phase(state, scenario) is { } phase)
            yield return phase;
        if (state.StoryDue.First(state, scenario) is { } story)
            yield return story;
        if (!state.Agenda.IsEmpty)
            yield return OnAgenda(state.Agenda[0]);
        if (Look(state, scenario) is { } look)
            yield return look;
        if (ActionRuns.Rested(state, scenario) is { } rested)
            yield return rested;
        foreach (var end in StartAndEnd.Due(state, scenario))
            yield return end;
    }

    private static DueItem OnAgenda(AgendaItem item) => new(item.At, item.Rank, 0, item.What, item.Id, item.What switch
    {
        "inject" => turn => InjectFlow.Come(turn, item.Id),
        "action" => turn => ActionRuns.Finish(turn, item.Id),
        "step" => turn => Adversary.Steps.Due(turn, item.Id),
        "noise" => turn => Adversary.Noises.Come(turn, item.Id),
        "court" => turn => Courts.Lapse(turn, item.Id),
        "objective" => turn => turn.Emit(new ObjectiveMissed(turn.At, item.Id)),
        _ => turn => Decisions.Lapse(turn, item.Id),
    });

    private static DueItem? Phase(DrillState state, Scenario scenario)
    {
        var next = state.Phase + 1;
        return next < scenario.Phases.Length
            ? new DueItem(scenario.Phases[next].At, DueItem.Phase, next, "phase", scenario.Phases[next].Id,
                turn => turn.Emit(new PhaseStarted(turn.At, scenario.Phases[next].Id), "phase-started " + scenario.Phases[next].Id))
            : null;
    }

    /// <summary>The next moment at which a condition may come true by time alone: its own time, or a meter that reaches a bound it asks about.</summary>
    public static DueItem? Look(DrillState state, Scenario scenario)
    {
        var moments = ScenarioIndex.Of(scenario).Moments;
        var (at, what) = (long.MaxValue, "look");
        if (moments.NextOpening(state.At) is { } opening)
            (at, what) = (opening, "decision");
        if (moments.NextTime(state.At) is { } time && time < at)
            (at, what) = (time, "look");
        foreach (var (id, bounds) in moments.OnMeters)
            if (state.Meters.TryGetValue(id, out var meter) && meter.Rate != 0 && bounds.Next(meter, state.At) is { } reached && reached < at)
                (at, what) = (reached, "look");
        return at == long.MaxValue ? null : new DueItem(at, DueItem.Look, 0, what, "", null);
    }
}
