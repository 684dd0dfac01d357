using System.Globalization;
using HanoiAcademy.Drills.Adversary;
using HanoiAcademy.Drills.Clock;
using HanoiAcademy.Drills.Commands;
using HanoiAcademy.Drills.Events;
using HanoiAcademy.Drills.Requests;
using HanoiAcademy.Drills.Scenarios;
using HanoiAcademy.Drills.Scoring;
using HanoiAcademy.Drills.State;

namespace HanoiAcademy.Drills.Control;

/// <summary>
/// A team is taken out of a drill in play: a country that drops out. Its people read on and talk among themselves; nothing waits for them any more, and the others are
/// answered in their stead as by an authority that nobody plays. Points stand as they were.
/// </summary>
internal static class Removal
{
    public static Refusal? Remove(Turn turn, RemoveTeam command, Actor actor)
    {
        if (turn.State.Alone)
            return new Refusal("alone-no-removal");
        if (turn.Index.Teams.Find(command.Team) is not { } team)
            return new Refusal("no-such-team", command.Team);
        if (IsOut(turn, team.Id) is { } already)
            return already;
        // Attackers alone have nobody to play against, and control's own people do not play.
        if (!turn.Scenario.Teams.Any(other => other.Id != team.Id && other is { Side: not ("attack" or "control"), Roles.IsEmpty: false } && !turn.State.Rulings.IsOut(other.Id)))
            return new Refusal("last-team") { Said = team.Name, Fallback = turn.Scenario.Language };
        if (string.IsNullOrWhiteSpace(command.Reason))
            return new Refusal("say-why");
        if (command.Reason.Length > Voiding.MostReason)
            return new Refusal("too-long", Voiding.MostReason.ToString(CultureInfo.InvariantCulture));
        turn.Emit(new TeamRemoved(turn.At, actor.Id, team.Id, command.Reason), "team-removed " + team.Id);
        Stop(turn, team.Id, actor);
        return null;
    }

    /// <summary>What people of a team that is out may still send: they read, they talk among themselves, and anybody may stop for a real emergency.</summary>
    public static Refusal? Refuse(DrillState state, Command command, Actor actor) =>
        state.Rulings.Out.IsEmpty || !actor.IsPlayer || command is MarkRead or SendChat or NoteHotWash or WithdrawHotWashNote or TakeSeat or LeaveSeat or ReportLink or StopForRealEvent ? null
        : state.Rulings.Out.GetValueOrDefault(actor.Team) is { } gone ? new Refusal("team-out", Moment.Of(gone.At), gone.Reason)
        : null;

    /// <summary>Why nothing can be done with, for or against a team; null while it plays.</summary>
    public static Refusal? IsOut(Turn turn, string team) =>
        turn.State.Rulings.IsOut(team)
            ? new Refusal("team-is-out", Moment.Of(turn.State.Rulings.Out[team].At), turn.State.Rulings.Out[team].Reason) { Said = turn.Index.Teams[team].Name, Fallback = turn.Scenario.Language }
            : null;

    public static DrillState Evolve(DrillState s, Scenario scenario, TeamRemoved x)
    {
        s = Drill.Note(s, x.At, x.Seat, "team-removed", x.Team) with { Rulings = s.Rulings with { Out = s.Rulings.Out.SetItem(x.Team, new OutState(x.At, x.Seat, x.Reason)) } };
        foreach (var seat in s.Seats.Keys)
            if (new Actor(seat).Team == x.Team)
                s = Pens.Freed(s, seat);
        return AdversaryEvents.Weigh(s, scenario, x.At);
    }

    /// <summary>What it had in hand: simulated players go, what it was doing is called off, what it wrote to control is set aside.</summary>
    private static void Stop(Turn turn, string team, Actor actor)
    {
        foreach (var (seat, state) in turn.State.Seats)
            if (state.Holder == "simulated" && new Actor(seat).Team == team)
                turn.Emit(new SeatLeft(turn.At, seat));
        foreach (var (action, run) in turn.State.Actions)
            if (run.Status == "running" && new Actor(run.Seat).Team == team)
            {
                turn.Emit(new ActionCancelled(turn.At, action, actor.Id));
                Steps.Ended(turn, action, done: false);
            }

        foreach (var waiting in turn.State.Waiting.Values)
            if (waiting.Team == team)
                turn.Emit(new MessageSetAside(turn.At, waiting.Item, actor.Id));
    }
}
