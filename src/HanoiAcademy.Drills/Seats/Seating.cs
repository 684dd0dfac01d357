using System.Collections.Immutable;
using HanoiAcademy.Drills.Commands;
using HanoiAcademy.Drills.Events;
using HanoiAcademy.Drills.Indexes;
using HanoiAcademy.Drills.Scenarios;

namespace HanoiAcademy.Drills.Seats;

/// <summary>Seats, not names: who sits in one is a table outside the log.</summary>
internal static class Seating
{
    /// <summary>Seat ids of a scenario in its order: "team.role.1", "team.role.2", ….</summary>
    public static ImmutableArray<(string Seat, Team Team, Role Role)> All(Scenario scenario) => ScenarioIndex.Of(scenario).Seats;

    /// <summary>The same, made anew.</summary>
    public static IEnumerable<(string Seat, Team Team, Role Role)> Of(Scenario scenario) =>
        from team in scenario.Teams
        from role in team.Roles
        from n in Enumerable.Range(1, role.Seats)
        select (FormattableString.Invariant($"{team.Id}.{role.Id}.{n}"), team, role);

    public static Refusal? Take(Turn turn, string seat, Actor actor)
    {
        if (!turn.State.Seats.TryGetValue(seat, out var state))
            return new Refusal("no-such-seat", seat);
        if (!actor.IsSystem && actor.Id != seat)
            return new Refusal("not-your-seat");
        if (turn.State.Status == "ended")
            return new Refusal("drill-ended");
        // Who sits there already stays, and reads.
        if (state.Holder == "person")
            return null;
        if (Control.Removal.IsOut(turn, new Actor(seat).Team) is { } gone)
            return gone;
        turn.Emit(new SeatTaken(turn.At, seat));
        return null;
    }

    public static Refusal? Leave(Turn turn, string seat, Actor actor)
    {
        if (!turn.State.Seats.TryGetValue(seat, out var state))
            return new Refusal("no-such-seat", seat);
        if (actor.IsPlayer && actor.Id != seat)
            return new Refusal("not-your-seat");
        // Nor is he put out of it: no code lets him in again.
        if (turn.State.Alone)
            return new Refusal("only-you-play");
        if (state.Holder == "person")
            turn.Emit(new SeatLeft(turn.At, seat));
        return null;
    }

    /// <summary>At one moment, so that nothing falls between the one who leaves and the one who goes on.</summary>
    public static Refusal? HandOver(Turn turn, HandSeatOver command, Actor actor)
    {
        if (!turn.State.Seats.ContainsKey(command.Seat))
            return new Refusal("no-such-seat", command.Seat);
        if (actor.IsPlayer && actor.Id != command.Seat)
            return new Refusal("not-your-seat");
        if (turn.State.Alone)
            return new Refusal("only-you-play");
        if (Simulation.Skill.Find(command.Skill) is null)
            return new Refusal("no-such-skill", command.Skill);
        if (turn.State.Status == "ended")
            return new Refusal("drill-ended");
        if (Control.Removal.IsOut(turn, new Actor(command.Seat).Team) is { } gone)
            return gone;
        if (turn.State.Seats[command.Seat].Holder == "person")
            turn.Emit(new SeatLeft(turn.At, command.Seat));
        return Simulate(turn, new SimulateSeat(command.Seat, command.Skill));
    }

    public static Refusal? Simulate(Turn turn, SimulateSeat command)
    {
        if (!turn.State.Seats.TryGetValue(command.Seat, out var state))
            return new Refusal("no-such-seat", command.Seat);
        if (Simulation.Skill.Find(command.Skill) is null)
            return new Refusal("no-such-skill", command.Skill);
        if (state.Holder == "person")
            return new Refusal("seat-taken");
        if (Control.Removal.IsOut(turn, new Actor(command.Seat).Team) is { } gone)
            return gone;
        if (state.Holder != "simulated" || state.Skill != command.Skill)
            turn.Emit(new SeatSimulated(turn.At, command.Seat, command.Skill));
        return null;
    }

    public static Refusal? Free(Turn turn, string seat)
    {
        if (!turn.State.Seats.TryGetValue(seat, out var state))
            return new Refusal("no-such-seat", seat);
        if (state.Holder == "simulated")
            turn.Emit(new SeatLeft(turn.At, seat));
        return null;
    }

    public static Refusal? Ready(Turn turn, SetReady command, Actor actor)
    {
        if (!turn.State.Seats.TryGetValue(actor.Id, out var state))
            return new Refusal("no-such-seat", actor.Id);
        if (state.Ready != command.Ready)
            turn.Emit(new SeatReady(turn.At, actor.Id, command.Ready));
        return null;
    }
}
