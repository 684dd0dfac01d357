using HanoiAcademy.Storage.Drills;

namespace HanoiAcademy.Server.Drills.Rooms;

/// <summary>When the server starts, every drill that ran goes on, or stands where its lease ended, whether somebody looks or not.</summary>
internal sealed class WakeDrills(IDrillCatalog catalog, IDrillRooms rooms, ILogger<WakeDrills> logger) : BackgroundService
{
    protected override async Task ExecuteAsync(CancellationToken stoppingToken)
    {
        foreach (var drill in await catalog.ListNotEnded(stoppingToken))
        {
            // The list may lag behind the log; a drill that ever ran has had a lease.
            // What somebody plays alone and has left is woken when he comes back.
            if (drill.Status != DrillStatus.Running && (drill.LeaseUntilAt == 0 || drill.IsAlone))
                continue;
            try
            {
                await rooms.Wake(drill.Id);
            }
            catch (Exception e)
            {
                // One drill that cannot be read must not keep the others asleep.
                logger.LogError(e, "Drill {Drill} could not be woken.", drill.Id);
            }
        }
    }
}
