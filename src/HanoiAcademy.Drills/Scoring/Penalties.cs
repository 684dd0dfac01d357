using HanoiAcademy.Drills.Events;
using HanoiAcademy.Drills.World;

namespace HanoiAcademy.Drills.Scoring;

/// <summary>Points taken once, the first time what they punish holds.</summary>
internal static class Penalties
{
    public static void ByCondition(Turn turn)
    {
        foreach (var p in turn.Scenario.Penalties)
            if (!turn.State.Penalties.ContainsKey(p.Id) && Conditions.Hold(turn.State, turn.Scenario, p.When, turn.At))
                turn.Emit(new PenaltyIncurred(turn.At, p.Id, turn.Cause));
    }
}
