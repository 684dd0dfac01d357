using HanoiAcademy.Storage.Retention;

namespace HanoiAcademy.Server.Retention;

/// <summary>Looks soon after the start and every hour whether an agency's day has been done; whichever node comes first does it.</summary>
internal sealed class RetentionKeeper(IRetention retention, RetentionDesk desk, TimeProvider time, ILogger<RetentionKeeper> logger) : BackgroundService
{
    private static readonly TimeSpan Between = TimeSpan.FromHours(1);
    private static readonly TimeSpan AfterStart = TimeSpan.FromMinutes(2);

    protected override async Task ExecuteAsync(CancellationToken stoppingToken)
    {
        using var timer = new PeriodicTimer(Between, time);
        try
        {
            // A site that is started anew every day has its day too.
            await Task.Delay(AfterStart, time, stoppingToken);
            await Look(stoppingToken);
            while (await timer.WaitForNextTickAsync(stoppingToken))
                await Look(stoppingToken);
        }
        catch (OperationCanceledException) when (stoppingToken.IsCancellationRequested)
        {
            // The server stops.
        }
    }

    internal async Task Look(CancellationToken stop)
    {
        foreach (var agency in await Guarded(() => retention.Agencies(stop)) ?? [])
        {
            // One that cannot be looked at must not keep the others from their day.
            await Guarded(async () =>
            {
                await desk.Run(agency, stop);
                return agency;
            });
        }
    }

    private async Task<T?> Guarded<T>(Func<Task<T>> look)
        where T : class
    {
        try
        {
            return await look();
        }
        catch (Exception e) when (e is not OperationCanceledException)
        {
            // A database that is away now may be back in an hour; the site is not to stop for it.
            logger.LogWarning(e, "What agencies keep no longer is still there; it is looked at again in an hour.");
            return null;
        }
    }
}
