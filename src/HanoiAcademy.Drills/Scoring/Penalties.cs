using HanoiAcademy.Drills.Events;
using HanoiAcademy.Drills.Indexes;
using HanoiAcademy.Drills.World;

namespace HanoiAcademy.Drills.Scoring;

/// <summary>Points taken once, the first time what they punish holds.</summary>
internal static class Penalties
{
    public static void ByCondition(Turn turn)
    {
        foreach (var n in turn.Pending.Take(Waiting.Penalty))
            if (turn.Scenario.Penalties[n] is var p && !turn.State.Penalties.ContainsKey(p.Id) && !turn.State.Rulings.IsOut(p.Team) && Conditions.Hold(turn.State, turn.Scenario, p.When, turn.At))
                turn.Emit(new PenaltyIncurred(turn.At, p.Id, turn.Cause));
    }
}
