using HanoiAcademy.Drills.Events;
using HanoiAcademy.Drills.Indexes;
using HanoiAcademy.Drills.World;

namespace HanoiAcademy.Drills.Evidence;

/// <summary>What happens to evidence by itself or by what others do: a hasty wipe, a log that rolls over, work on the original.</summary>
internal static class Fate
{
    public static void ByCondition(Turn turn)
    {
        foreach (var n in turn.Pending.Take(Waiting.Gone))
            if (turn.Scenario.Evidence[n] is { GoneWhen: { } when } item && Conditions.Hold(turn.State, turn.Scenario, when, turn.At))
                Destroy(turn, item.Id);
    }

    public static void Destroy(Turn turn, string evidence)
    {
        if (!turn.State.Destroyed.ContainsKey(evidence))
            turn.Emit(new EvidenceDestroyed(turn.At, evidence));
    }

    public static void Alter(Turn turn, string evidence)
    {
        foreach (var team in turn.Scenario.Teams)
            if (turn.State.Evidence.GetValueOrDefault(team.Id + " " + evidence) is { Altered: false } held && held.Status != "handed-over"
                && held.Custody.Any(c => c.What is "collected" or "received") && !CustodyGaps.IsSealed(held.Custody, team.Id))
                turn.Emit(new EvidenceAltered(turn.At, evidence, team.Id));
    }
}
