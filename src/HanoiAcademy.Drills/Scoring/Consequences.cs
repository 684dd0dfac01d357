using HanoiAcademy.Drills.Control;
using HanoiAcademy.Drills.Deciding;
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
            InjectFlow.ByCondition(turn);
            Decisions.ByCondition(turn);
            StartAndEnd.ByCondition(turn);
        }
        while (turn.Count != before && turn.Count < Turn.MostEvents);
    }
}
