using System.Data.Common;
using Microsoft.Extensions.Hosting;
using Microsoft.Extensions.Logging;

namespace HanoiAcademy.Storage.Idempotency;

/// <summary>Forgets old answers at the start and then every hour.</summary>
internal sealed partial class KeyPruning(IIdempotencyKeys keys, TimeProvider clock, ILogger<KeyPruning> log) : BackgroundService
{
    private static readonly TimeSpan Interval = TimeSpan.FromHours(1);

    protected override async Task ExecuteAsync(CancellationToken stoppingToken)
    {
        using var timer = new PeriodicTimer(Interval, clock);
        do
        {
            await PruneOrSayWhyNot();
        }
        while (await timer.WaitForNextTickAsync(stoppingToken));
    }

    /// <summary>A disk that is full now may have room in an hour; the site is not to stop for it.</summary>
    private async Task PruneOrSayWhyNot()
    {
        try
        {
            await keys.Prune(clock.GetUtcNow());
        }
        catch (Exception e) when (e is StorageException or ObjectDisposedException or DbException)
        {
            NotPruned(log, e.Message);
        }
    }

    [LoggerMessage(LogLevel.Warning, "Old answers to repeated calls are still kept: {Reason}")]
    private static partial void NotPruned(ILogger log, string reason);
}
