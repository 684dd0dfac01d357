using HanoiAcademy.Drills.Clock;
using HanoiAcademy.Drills.Events;
using HanoiAcademy.Drills.Scenarios;
using HanoiAcademy.Drills.State;
using HanoiAcademy.Drills.World;

namespace HanoiAcademy.Drills.Scoring;

/// <summary>Objectives are won when their condition first holds in time, and missed when it can no longer.</summary>
internal static class Objectives
{
    public static void ByCondition(Turn turn)
    {
        foreach (var o in turn.Scenario.Objectives)
            if (!o.AtEnd && IsOpen(turn.State, o) && (o.By is null || turn.At <= o.By) && Conditions.Hold(turn.State, turn.Scenario, o.When, turn.At))
                turn.Emit(new ObjectiveWon(turn.At, o.Id, turn.Cause));
    }

    public static IEnumerable<DueItem> Due(DrillState state, Scenario scenario) =>
        scenario.Objectives.Where(o => !o.AtEnd && o.By is not null && IsOpen(state, o))
            .Select(o => new DueItem(o.By!.Value + 1, DueItem.Objective, 0, "objective", o.Id,
                turn => turn.Emit(new ObjectiveMissed(turn.At, o.Id))));

    /// <summary>At EndEx: what is asked then is asked, and what is open is missed.</summary>
    public static void Close(Turn turn)
    {
        foreach (var o in turn.Scenario.Objectives)
        {
            if (!IsOpen(turn.State, o))
                continue;
            if (o.AtEnd && Conditions.Hold(turn.State, turn.Scenario, o.When, turn.At))
                turn.Emit(new ObjectiveWon(turn.At, o.Id, turn.Cause));
            else
                turn.Emit(new ObjectiveMissed(turn.At, o.Id));
        }
    }

    private static bool IsOpen(DrillState state, Objective o) => !state.Objectives.ContainsKey(o.Id);
}
