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
        foreach (var n in turn.Pending.Take(Waiting.Objective))
        {
            var o = turn.Scenario.Objectives[n];
            if (o.AtEnd || o.IsJudgedByPeople || !IsOpen(turn.State, o))
                continue;
            if (o.Measure is { } measure)
                Measured(turn, o, measure);
            else if ((o.By is null || turn.At <= o.By) && Conditions.Hold(turn.State, turn.Scenario, o.When, turn.At))
                turn.Emit(new ObjectiveWon(turn.At, o.Id, turn.Cause));
        }
    }

    /// <summary>The last drill ms at which an open objective can be won; null while it has none.</summary>
    public static long? Latest(DrillState state, Objective o) =>
        o.AtEnd || o.IsJudgedByPeople ? null
        : o.Measure is not { } measure ? o.By
        : Began(state, o, measure) is { } began ? began + (measure.HalfMs ?? measure.FullMs) : null;

    /// <summary>The clock runs from what starts it; an act before that was early enough.</summary>
    private static void Measured(Turn turn, Objective o, Measure measure)
    {
        if (Began(turn.State, o, measure) is null && Conditions.Hold(turn.State, turn.Scenario, measure.From!, turn.At))
            turn.Emit(new MeasureBegun(turn.At, o.Id));
        if (Began(turn.State, o, measure) is not { } began || !Conditions.Hold(turn.State, turn.Scenario, o.When, turn.At))
            return;
        if (turn.At - began <= measure.FullMs)
            turn.Emit(new ObjectiveWon(turn.At, o.Id, turn.Cause));
        else if (turn.At - began <= measure.HalfMs)
            turn.Emit(new ObjectivePartlyWon(turn.At, o.Id, o.Points / 2, turn.Cause));
    }

    private static long? Began(DrillState state, Objective o, Measure measure) =>
        measure.From is null ? 0 : state.Measures.TryGetValue(o.Id, out var began) ? began : null;

    /// <summary>At EndEx: what is asked then is asked, and what is open is missed.</summary>
    public static void Close(Turn turn)
    {
        foreach (var o in turn.Scenario.Objectives)
        {
            if (o.IsJudgedByPeople || !IsOpen(turn.State, o))
                continue;
            if (o.AtEnd && Conditions.Hold(turn.State, turn.Scenario, o.When, turn.At))
                turn.Emit(new ObjectiveWon(turn.At, o.Id, turn.Cause));
            else
                turn.Emit(new ObjectiveMissed(turn.At, o.Id));
        }
    }

    /// <summary>What was voided, played on paper say, before the rules came to it is not won by them either; and nothing is by a team that is out, nor missed.</summary>
    private static bool IsOpen(DrillState state, Objective o) => !state.Objectives.ContainsKey(o.Id) && state.Rulings.VoidedOf(Voiding.OfObjective, o.Id) is null && !state.Rulings.IsOut(o.Team);
}
