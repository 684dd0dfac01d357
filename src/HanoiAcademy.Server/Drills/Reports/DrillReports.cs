using HanoiAcademy.Drills.Commands;
using HanoiAcademy.Drills.Reports;
using HanoiAcademy.Server.Drills.Closing;
using HanoiAcademy.Server.Drills.Seats;
using HanoiAcademy.Storage.Drills;

namespace HanoiAcademy.Server.Drills.Reports;

/// <summary>Reports, from the log alone; no room is woken for them.</summary>
internal sealed class DrillReports(PastLogs past, ScenarioShelf shelf)
{
    /// <summary>Whose report it is: control's holds everything, a local controller's and a player's what their team may see; who plays alone has nobody to keep it from.</summary>
    public static string? TeamOf(DrillCaller caller) =>
        caller.ControlSeat is { } control ? new Actor(control).LocalTeam : caller.PlaysAlone ? null : new Actor(caller.PlayerSeat!).Team;

    /// <summary>
    /// Null for a player while the drill has not ended: the report shows what his view hides. Also while its scenario is kept closed: others have still to play it.
    /// </summary>
    public async Task<DrillReport?> For(DrillCaller caller, string language, CancellationToken cancel)
    {
        if (!caller.MayControl && (caller.Drill.Status != DrillStatus.Ended || await shelf.IsClosed(caller.Drill.ScenarioId, cancel)))
            return null;
        var (scenario, log) = await past.Of(caller.Drill, cancel);
        return HanoiAcademy.Drills.Reports.Report.Of(scenario, log, language, TeamOf(caller), observes: caller.ControlSeat is { } seat && new Actor(seat).Role == "observer");
    }
}
