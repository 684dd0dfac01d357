using Microsoft.Extensions.Options;

namespace HanoiAcademy.Server.Drills.Live;

/// <summary>Cuts off who acknowledges nothing: a dead link keeps messages in memory that it will never read.</summary>
internal sealed class SilentListeners(LiveConnections connections, IOptions<DrillsOptions> options, TimeProvider time) : BackgroundService
{
    protected override async Task ExecuteAsync(CancellationToken stoppingToken)
    {
        var limit = TimeSpan.FromSeconds(options.Value.AckSeconds);
        using var timer = new PeriodicTimer(limit / 6, time);
        while (await timer.WaitForNextTickAsync(stoppingToken))
        {
            foreach (var listener in connections.All)
            {
                if (listener.SilentSince is { } since && time.GetElapsedTime(since) > limit)
                    listener.Abort();
            }
        }
    }
}
