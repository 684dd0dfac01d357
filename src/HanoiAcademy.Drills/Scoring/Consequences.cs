using HanoiAcademy.Drills.Control;
using HanoiAcademy.Drills.Deciding;
using HanoiAcademy.Drills.Evidence;
using HanoiAcademy.Drills.Injects;

namespace HanoiAcademy.Drills.Scoring;

/// <summary>After anything happened: everything that now holds follows, until nothing new does.</summary>
internal static class Consequences
{
    public static void Follow(Turn turn)
    {
        int before;
        do
        {
            before = turn.Count;
            if (!turn.State.IsRunning)
                return;
            // Scores first: what is won is proved by what just happened, not by the inject that follows from it.
            Objectives.ByCondition(turn);
            Penalties.ByCondition(turn);
            Adversary.Steps.ByCondition(turn);
            Fate.ByCondition(turn);
            InjectFlow.ByCondition(turn);
            Decisions.ByCondition(turn);
            Courts.ByCondition(turn);
            Forms.Questionnaires.ByCondition(turn);
            StartAndEnd.ByCondition(turn);
        }
        while (turn.Count != before && turn.Count < Turn.MostEvents);
    }
}
