using HanoiAcademy.Drills.Reports;
using HanoiAcademy.Drills.Scenarios;
using HanoiAcademy.Server.Drills.Rooms;
using HanoiAcademy.Storage.Drills;

namespace HanoiAcademy.Server.Drills.Reports;

/// <summary>
/// A drill as its log left it, for who looks back: as far as it can be read, with what is wrong with it. A room reads strictly instead: who plays on must not play on half a drill. No room is
/// woken for it.
/// </summary>
internal sealed class PastLogs(IDrillLog log, LaunchedScenarios scenarios)
{
    public async Task<(Scenario Scenario, ReadLog Log)> Of(DrillEntry drill, CancellationToken cancel)
    {
        var rows = await log.Read(drill.Id, 0, cancel);
        return LogReading.Of(await scenarios.Find(drill.ContentSha256, cancel), [.. rows.Select(row => new KeptRow(row.Version, row.Seat, row.At, row.Events, row.IsAltered))]);
    }
}
