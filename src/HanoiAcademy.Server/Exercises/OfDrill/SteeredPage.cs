using HanoiAcademy.Drills.Commands;
using HanoiAcademy.Server.Drills.Pages;
using HanoiAcademy.Server.Drills.Seats;

namespace HanoiAcademy.Server.Exercises.OfDrill;

/// <summary>A page for those who steer the drill: they may know what is still to come.</summary>
internal abstract class SteeredPage(DrillAccess access) : DrillPage(access)
{
    /// <summary>Whom an observer's view would not stop, his role does.</summary>
    protected async Task<bool> EnterToSteer() => await Enter() && Caller.ControlSeat is { } seat && (new Actor(seat).Role is "director" or "lead" or "local");

    /// <summary>The one team of a local controller of a team; null: all.</summary>
    protected string? OwnTeam => new Actor(Caller.ControlSeat!).LocalTeam;
}
