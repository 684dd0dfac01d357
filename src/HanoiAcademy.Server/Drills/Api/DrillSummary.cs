using HanoiAcademy.Storage.Drills;

namespace HanoiAcademy.Server.Drills.Api;

/// <summary>A drill in a list. JoinCode: for those who steer it. Seat, ControlSeat: the caller's own. ForkedFrom: the drill whose past it has. Alone: its launcher plays it among simulated players.</summary>
internal sealed record DrillSummary(
    string Id, string Title, string Scenario, string Status, string AgencyId, DateTimeOffset Created, DateTimeOffset? Ended, bool Guests,
    string? JoinCode, string? Seat, string? ControlSeat, string? Exercise = null, string? ForkedFrom = null, bool Alone = false)
{
    public static DrillSummary Of(DrillEntry drill, string? seat = null, string? controlSeat = null) => new(
        drill.Id, drill.Title, drill.ScenarioId, drill.Status, drill.AgencyId, drill.CreatedWall, drill.EndedWall, drill.GuestsAllowed,
        controlSeat is null ? null : drill.JoinCode, seat, controlSeat, drill.ExerciseId, drill.ForkedFrom, drill.IsAlone);
}
