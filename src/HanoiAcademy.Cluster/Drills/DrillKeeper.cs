using HanoiAcademy.Server.Drills;
using HanoiAcademy.Server.Drills.Rooms;
using HanoiAcademy.Storage.Drills;
using Microsoft.Extensions.Options;

namespace HanoiAcademy.Cluster.Drills;

/// <summary>
/// Sees to it that a drill which should run is awake on some silo. A room that plays renews its lease every few seconds; where a lease
/// stands still for its whole length, nobody plays, and the drill is woken wherever the cluster puts it. Each silo looks for itself: the
/// clocks of others do not count, and to wake what is awake does no harm.
/// </summary>
internal sealed class DrillKeeper(
    IDrillCatalog catalog, IDrillRooms rooms, ISiloStatusOracle silos, IOptions<DrillsOptions> options, TimeProvider time, ILogger<DrillKeeper> logger) : BackgroundService
{
    private static readonly TimeSpan Look = TimeSpan.FromSeconds(2);
    private const int WokenAtOnce = 8;
    private readonly Dictionary<string, Watch> _watches = new(StringComparer.Ordinal);

    private TimeSpan Lease => TimeSpan.FromSeconds(options.Value.LeaseSeconds);

    protected override async Task ExecuteAsync(CancellationToken stoppingToken)
    {
        // Silos that start together do not all look at the same moment.
        await Task.Delay(Look * Random.Shared.NextDouble(), time, stoppingToken);
        using var timer = new PeriodicTimer(Look, time);
        do
        {
            try
            {
                await Parallel.ForEachAsync(Asleep(await catalog.ListNotEnded(stoppingToken)),
                    new ParallelOptions { MaxDegreeOfParallelism = WokenAtOnce, CancellationToken = stoppingToken }, (drill, _) => Wake(drill));
            }
            catch (Exception e) when (e is not OperationCanceledException)
            {
                logger.LogError(e, "The drills that should run could not be read; another look follows.");
            }
        }
        while (await timer.WaitForNextTickAsync(stoppingToken));
    }

    private List<string> Asleep(IReadOnlyList<DrillEntry> drills)
    {
        var alone = silos.GetActiveSilos().Length <= 1;
        var asleep = new List<string>();
        foreach (var drill in drills)
        {
            var running = drill.Status == DrillStatus.Running;
            if (!_watches.TryGetValue(drill.Id, out var before))
            {
                // The list may lag behind the log; a drill that ever ran has had a lease, and is woken once to see.
                _watches[drill.Id] = before = new Watch(drill.LeaseWall, time.GetTimestamp(), MayRun: running || drill.LeaseUntilAt > 0);
                if (!alone)
                    continue;
            }
            else if (before.Lease != drill.LeaseWall)
            {
                _watches[drill.Id] = new Watch(drill.LeaseWall, time.GetTimestamp(), MayRun: true);
                continue;
            }
            else if (time.GetElapsedTime(before.Since) < Lease)
            {
                continue;
            }

            if (!running && !before.MayRun)
                continue;
            asleep.Add(drill.Id);
            _watches[drill.Id] = before with { Since = time.GetTimestamp(), MayRun = false };
        }

        foreach (var gone in _watches.Keys.Except(drills.Select(drill => drill.Id)).ToList())
            _watches.Remove(gone);
        return asleep;
    }

    private async ValueTask Wake(string drill)
    {
        try
        {
            await rooms.Wake(drill);
        }
        catch (Exception e)
        {
            // One drill that cannot be read must not keep the others asleep.
            logger.LogError(e, "Drill {Drill} could not be woken.", drill);
        }
    }

    private sealed record Watch(DateTimeOffset? Lease, long Since, bool MayRun);
}
