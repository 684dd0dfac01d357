using HanoiAcademy.Storage.Drills;
using Microsoft.Extensions.Options;

namespace HanoiAcademy.Server.Drills.Rooms;

/// <summary>What every room needs.</summary>
internal sealed class RoomServices(
    IDrillLog log, IDrillCatalog catalog, LaunchedScenarios scenarios, IRoomOutlet outlet, TimeProvider time, IOptions<DrillsOptions> options, ILogger<DrillRoom> logger)
{
    public IDrillLog Log => log;

    public IDrillCatalog Catalog => catalog;

    public LaunchedScenarios Scenarios => scenarios;

    public IRoomOutlet Outlet => outlet;

    public TimeProvider Time => time;

    public DrillsOptions Options => options.Value;

    public ILogger Logger => logger;

    /// <summary>For a room whose listeners are reached another way.</summary>
    public RoomServices With(IRoomOutlet other) => new(log, catalog, scenarios, other, time, options, logger);
}
