using HanoiAcademy.Drills.Events;
using HanoiAcademy.Drills.Indexes;
using HanoiAcademy.Drills.Scenarios;
using HanoiAcademy.Drills.State;
using HanoiAcademy.Drills.World;

namespace HanoiAcademy.Drills.Scoring;

/// <summary>Objectives are won when their condition first holds in time, and missed when it can no longer.</summary>
internal static class Objectives
{
    public static void ByCondition(Turn turn)
    {
        for (var n = turn.Pending.Take(Waiting.Objective, 0); n >= 0; n = turn.Pending.Take(Waiting.Objective, n + 1))
            if (turn.Scenario.Objectives[n] is var o && !o.AtEnd && IsOpen(turn.State, o) && (o.By is null || turn.At <= o.By) && Conditions.Hold(turn.State, turn.Scenario, o.When, turn.At))
                turn.Emit(new ObjectiveWon(turn.At, o.Id, turn.Cause));
    }

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
