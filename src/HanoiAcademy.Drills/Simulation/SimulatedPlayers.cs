using HanoiAcademy.Drills.Commands;
using HanoiAcademy.Drills.Scenarios;
using HanoiAcademy.Drills.Seats;
using HanoiAcademy.Drills.State;
using HanoiAcademy.Drills.Views;

namespace HanoiAcademy.Drills.Simulation;

/// <summary>What a simulated player will do next: send Command as Seat when drill time reaches At, unless something changes before.</summary>
public sealed record SimulatedAct(long At, string Seat, Command Command);

/// <summary>
/// Simulated players hold empty seats. Each sees its own view and does what the author expects of its role, as often, as late and as rightly as
/// its skill has it; reading and writing take their time. Everything follows from the state, so that a replay needs no memory of them.
/// </summary>
public static class SimulatedPlayers
{
    /// <summary>The next act of any simulated player, or null. Valid for this state only: ask again after every command.</summary>
    public static SimulatedAct? NextAct(DrillState state, Scenario scenario)
    {
        if (!state.IsRunning)
            return null;
        return (from seat in Seating.All(scenario)
                where state.Seats[seat.Seat].Holder == "simulated"
                from act in Acts(state, scenario, seat.Seat)
                orderby act.At
                select act)
            // A stable sort: of two at one time the first seat of the scenario acts first. One that the rules would refuse is not tried.
            .FirstOrDefault(act => Drill.Decide(state, scenario, act.Command, new Actor(act.Seat, Simulated: true), act.At) is { Refusal: null, Events.Length: > 0 });
    }

    private static IEnumerable<SimulatedAct> Acts(DrillState state, Scenario scenario, string seat)
    {
        var view = View.Of(state, scenario, Audience.OfRole(new Actor(seat).TeamRole, scenario.Language))
            .SetItems(View.Of(state, scenario, Audience.OfSeat(seat, scenario.Language)));
        var tasks = Tasks.Of(state, scenario, seat, view).ToList();
        if (tasks.Count == 0)
            return [];
        // He is free since his last act or since there is something to do, and takes the most pressing of what then lay before him.
        var freeAt = Math.Max(state.Seats[seat].LastActAt, tasks.Min(t => t.Since));
        return tasks.Where(t => t.Since <= freeAt)
            .OrderBy(t => t.Order)
            .ThenBy(t => t.Since)
            .Select(t => new SimulatedAct(Math.Max(freeAt + t.Takes, state.At), seat, t.Command))
            .Take(3);
    }
}

/// <summary>Something a simulated player could do. Since: when it could first be done; Order: lower is more pressing; Takes: drill ms of reading, thinking and writing.</summary>
internal sealed record SimulatedTask(int Order, long Since, long Takes, Command Command);
