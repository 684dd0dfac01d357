using HanoiAcademy.Drills.Events;
using HanoiAcademy.Drills.Indexes;
using HanoiAcademy.Drills.Scenarios;
using HanoiAcademy.Drills.State;

namespace HanoiAcademy.Drills.Views;

/// <summary>What events may have changed of a plan as control and its own team see it.</summary>
internal static class AdversaryChanges
{
    public static void Follow(DrillState state, Scenario scenario, Sight sight, IReadOnlyCollection<DrillEvent> events, Action<string, ViewRecord?> add)
    {
        if (!scenario.Adversary.Any(p => sight.All || p.Team == sight.TeamId))
            return;
        var steps = ScenarioIndex.Of(scenario).Steps;
        var touched = new SortedSet<int>();
        foreach (var e in events)
            // Who sits where, and what control does to a plan, moves the clock of all its steps and opens or closes them to people.
            if (e is SeatTaken or SeatLeft or PlanHeld or PlanResumed or PlanHandedOver)
                touched.UnionWith(Enumerable.Range(0, steps.All.Length));
            else if (Touched(e) is { } id && steps.IndexOf(id) is var n and >= 0)
                touched.Add(n);
        foreach (var (key, plan) in AdversaryViews.Plans(state, scenario, sight))
            add(key, plan);
        foreach (var n in touched)
            if (sight.All)
                add("step:" + steps.All[n].Id, AdversaryViews.Step(state, sight, steps.All[n], n + 1));
            else if (ActViews.Action(state, scenario, sight, steps.All[n].Action) is { } action)
                add("action:" + steps.All[n].Id, action);
    }

    private static string? Touched(DrillEvent e) => e switch
    {
        IOfAction x => x.Action,
        IOfStep x => x.Step,
        _ => null,
    };
}
