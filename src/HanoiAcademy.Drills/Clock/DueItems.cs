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
        // Of each concept at least the first. Where two are equal, the one named first comes first.
        var next = Earlier(Phase(state, scenario), state.KeptDue.Story(state, scenario));
        if (!state.Agenda.IsEmpty)
            next = Earlier(next, OnAgenda(state.Agenda[0]));
        next = Earlier(Earlier(next, Look(state, scenario)), ActionRuns.Rested(state, scenario));
        foreach (var end in ScenarioIndex.Of(scenario).DatedEnds)
            next = Earlier(next, StartAndEnd.Due(state, end));
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

        foreach (var end in ScenarioIndex.Of(scenario).DatedEnds)
            if (StartAndEnd.Due(state, end) is { } due)
                yield return due;
    }

    public static bool Before(DueItem a, DueItem b) => (a.At, a.Rank, a.Order).CompareTo((b.At, b.Rank, b.Order)) < 0;

    private static DueItem? Earlier(DueItem? a, DueItem? b) => a is null || b is not null && Before(b, a) ? b : a;

    private static DueItem OnAgenda(AgendaItem item) => new(item.At, item.Rank, 0, item.What, item.Id, item.What switch
    {
        "inject" => InjectFlow.Come,
        "action" => ActionRuns.Finish,
        "step" => Adversary.Steps.Due,
        "noise" => Adversary.Noises.Come,
        "court" => Courts.Lapse,
        "objective" => static (turn, id) => turn.Emit(new ObjectiveMissed(turn.At, id)),
        _ => Decisions.Lapse,
    });

    private static DueItem? Phase(DrillState state, Scenario scenario)
    {
        var next = state.Phase + 1;
        return next < scenario.Phases.Length
            ? new DueItem(scenario.Phases[next].At, DueItem.Phase, next, "phase", scenario.Phases[next].Id, static (turn, id) => turn.Emit(new PhaseStarted(turn.At, id), "phase-started " + id))
            : null;
    }

    /// <summary>The next moment at which a condition may come true by time alone: its own time, or a meter that reaches a bound it asks about.</summary>
    private static DueItem? Look(DrillState state, Scenario scenario) => LooksAt(state, scenario) is { } at
        ? new DueItem(at, DueItem.Look, 0, ScenarioIndex.Of(scenario).Moments.NextOpening(state.At) == at ? "decision" : "look", "", null)
        : null;

    /// <summary>The drill ms of that moment; null while there is none.</summary>
    public static long? LooksAt(DrillState state, Scenario scenario)
    {
        var moments = ScenarioIndex.Of(scenario).Moments;
        return Sooner(Sooner(moments.NextOpening(state.At), moments.NextTime(state.At)), state.KeptDue.Meters(state, scenario));
    }

    private static long? Sooner(long? a, long? b) => a is null || b < a ? b : a;
}
