using HanoiAcademy.Drills.Scenarios;

namespace HanoiAcademy.Drills.Clock;

/// <summary>Maps drill time to the scenario's calendar and back. Story times are UTC ms; States' zones only matter for showing them.</summary>
internal static class StoryClock
{
    public static long At(Scenario scenario, int phase, long at)
    {
        var p = scenario.Phases[phase];
        return p.Story + (at - p.At) * p.Rate;
    }

    /// <summary>The phase that runs at a drill time.</summary>
    public static int PhaseAt(Scenario scenario, long at)
    {
        var phase = 0;
        while (phase + 1 < scenario.Phases.Length && scenario.Phases[phase + 1].At <= at)
            phase++;
        return phase;
    }

    /// <summary>Drill ms at which a story time would be reached if this phase went on: what ends inside a jump yet to come would else betray the jump.</summary>
    public static long ReachedInPhase(Scenario scenario, int phase, long story)
    {
        var p = scenario.Phases[phase];
        return p.At + (story - p.Story + p.Rate - 1) / p.Rate;
    }

    /// <summary>Drill ms at which a story time is reached. One inside a jump is reached when the next phase starts.</summary>
    public static long Reached(Scenario scenario, long story)
    {
        for (var i = 0; i < scenario.Phases.Length; i++)
        {
            var p = scenario.Phases[i];
            if (story <= p.Story)
                return p.At;
            var at = p.At + (story - p.Story + p.Rate - 1) / p.Rate;
            if (i + 1 == scenario.Phases.Length || at < scenario.Phases[i + 1].At)
                return at;
        }

        return long.MaxValue;
    }
}
