using HanoiAcademy.Drills.Commands;
using HanoiAcademy.Drills.Scenarios;
using HanoiAcademy.Storage.Drills;

namespace HanoiAcademy.Server.Drills.Seats;

/// <summary>Somebody who may be in this drill. PlayerSeat: where he sits; ControlSeat: what he acts as in the control room; at least one stands.</summary>
internal sealed record DrillCaller(DrillEntry Drill, string? PlayerSeat, string? ControlSeat)
{
    /// <summary>One who plays and controls is a player, unless he asks as the other.</summary>
    public string Seat(bool asControl = false) => (asControl ? ControlSeat ?? PlayerSeat : PlayerSeat ?? ControlSeat)!;

    public bool IsDirector => ControlSeat is { } seat && new Actor(seat).Role == "director";

    /// <summary>He plays alone, and steers his drill from his seat.</summary>
    public bool PlaysAlone => Drill.IsAlone && PlayerSeat is not null;

    /// <summary>Whether he may read what a player's seat reads: every controller, a local one for his own team alone.</summary>
    public bool MayLookAt(string seat, Scenario scenario) =>
        ControlSeat is { } own && new Actor(own) is var actor
        && (actor.Role != "local" || actor.LocalTeam == new Actor(seat).Team)
        && SeatPlace.All(scenario, [], "").Any(place => place.Seat == seat);

    /// <summary>Words of the start screen and the report are open to all of them; the plan is not.</summary>
    public bool MayControl => ControlSeat is not null;
}
