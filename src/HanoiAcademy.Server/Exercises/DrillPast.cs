using System.Collections.Immutable;
using System.Text;
using HanoiAcademy.Drills;
using HanoiAcademy.Drills.Events;
using HanoiAcademy.Drills.Scenarios;
using HanoiAcademy.Drills.State;
using HanoiAcademy.Drills.Wire;
using HanoiAcademy.Server.Drills.Rooms;
using HanoiAcademy.Storage.Drills;

namespace HanoiAcademy.Server.Exercises;

/// <summary>A drill as its log left it; no room is woken for it.</summary>
internal sealed class DrillPast(IDrillLog log, LaunchedScenarios scenarios)
{
    public async Task<(Scenario Scenario, DrillState State)> Of(DrillEntry drill, CancellationToken cancel)
    {
        var scenario = await scenarios.Get(drill.ContentSha256, cancel);
        var rows = await log.Read(drill.Id, 0, cancel);
        return (scenario, Drill.Replay(scenario, rows.Select(row => DrillJson.Read<ImmutableArray<DrillEvent>>(Encoding.UTF8.GetBytes(row.Events)))));
    }
}
