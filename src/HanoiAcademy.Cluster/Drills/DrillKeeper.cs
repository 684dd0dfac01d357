using HanoiAcademy.Server.Drills;
using HanoiAcademy.Server.Drills.Rooms;
using HanoiAcademy.Storage.Drills;
using Microsoft.Extensions.Options;

namespace HanoiAcademy.Cluster.Drills;

/// <summary>
/// Sees to it that a drill which should run is awake on some silo. A room that plays renews its lease every few seconds; where a lease
/// stands still for its whole length, nobody plays, and the drill is woken wherever the cluster puts it. Each silo looks for itself: the
/// clocks of others do not count, and to wake what is awake does no harm. When a silo has left, every drill is looked at: one may have
/// been started there a moment before, and have no lease yet.
/// </summary>
internal sealed class DrillKeeper(
    IDrillCatalog catalog, IDrillRooms rooms, ISiloStatusOracle silos, IOptions<DrillsOptions> options, TimeProvider time, ILogger<DrillKeeper> logger) : BackgroundService
{
    private static readonly TimeSpan Look = TimeSpan.FromSeconds(2);
    private const int MostWakes = 64;
    private readonly Dictionary<string, Watch> _watches = new(StringComparer.Ordinal);

    /// <summary>The wakes under way: a slow one does not hold up the look.</summary>
    private readonly Dictionary<string, Task<bool>> _wakes = new(StringComparer.Ordinal);
    private IReadOnlyCollection<SiloAddress> _active = [];

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
                var drills = await catalog.ListNotEnded(stoppingToken);
                await Settle();
                foreach (var drill in Asleep(drills))
                    _wakes[drill] = Wake(drill);
            }
            catch (Exception e) when (e is not OperationCanceledException)
            {
                logger.LogError(e, "The drills that should run could not be read; another look follows.");
            }
        }
        while (await timer.WaitForNextTickAsync(stoppingToken));
    }

    /// <summary>Forgets the wakes that have ended; what one that failed was for is still to be done.</summary>
    private async Task Settle()
    {
        foreach (var (drill, wake) in _wakes.Where(wake => wake.Value.IsCompleted).ToList())
        {
            _wakes.Remove(drill);
            if (!await wake && _watches.TryGetValue(drill, out var watch))
                _watches[drill] = watch with { MayRun = true };
        }
    }

    private List<string> Asleep(IReadOnlyList<DrillEntry> drills)
    {
        var active = silos.GetActiveSilos();
        var alone = active.Length <= 1;
        var oneLeft = _active.Except(active).Any();
        _active = active;
        var asleep = new List<string>();
        foreach (var drill in drills)
        {
            var running = drill.Status == DrillStatus.Running;
            if (!_watches.TryGetValue(drill.Id, out var before))
            {
                // The list may lag behind the log; a drill that ever ran has had a lease, and is woken once to see.
                _watches[drill.Id] = before = new Watch(drill.LeaseWall, time.GetTimestamp(), MayRun: running || oneLeft || drill.LeaseUntilAt > 0);
                if (!alone)
                    continue;
            }
            else if (before.Lease != drill.LeaseWall)
            {
                _watches[drill.Id] = new Watch(drill.LeaseWall, time.GetTimestamp(), MayRun: true);
                continue;
            }
            else
            {
                if (oneLeft)
                    _watches[drill.Id] = before = before with { MayRun = true };
                if (time.GetElapsedTime(before.Since) < Lease)
                    continue;
            }

            if ((!running && !before.MayRun) || _wakes.ContainsKey(drill.Id) || _wakes.Count + asleep.Count >= MostWakes)
                continue;
            asleep.Add(drill.Id);
            _watches[drill.Id] = before with { Since = time.GetTimestamp(), MayRun = false };
        }

        foreach (var gone in _watches.Keys.Except(drills.Select(drill => drill.Id)).ToList())
            _watches.Remove(gone);
        return asleep;
    }

    private async Task<bool> Wake(string drill)
    {
        try
        {
            await rooms.Wake(drill);
            return true;
        }
        catch (Exception e)
        {
            // One drill that cannot be read must not keep the others asleep.
            logger.LogError(e, "Drill {Drill} could not be woken.", drill);
            return false;
        }
    }

    private sealed record Watch(DateTimeOffset? Lease, long Since, bool MayRun);
}
