using HanoiAcademy.Storage.Retention;

namespace HanoiAcademy.Server.Retention;

/// <summary>Looks every hour whether an agency's day has been done; whichever node comes first does it.</summary>
internal sealed class RetentionKeeper(IRetention retention, RetentionDesk desk, TimeProvider time, ILogger<RetentionKeeper> logger) : BackgroundService
{
    private static readonly TimeSpan Between = TimeSpan.FromHours(1);

    protected override async Task ExecuteAsync(CancellationToken stoppingToken)
    {
        using var timer = new PeriodicTimer(Between, time);
        try
        {
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
        try
        {
            foreach (var agency in await retention.Agencies(stop))
                await desk.Run(agency, stop);
        }
        catch (Exception e) when (e is not OperationCanceledException)
        {
            // A database that is away now may be back in an hour; the site is not to stop for it.
            logger.LogWarning(e, "What agencies keep no longer is still there; it is looked at again in an hour.");
        }
    }
}
