using HanoiAcademy.Drills.Commands;
using HanoiAcademy.Server.Drills.Rooms;
using HanoiAcademy.Storage.Drills;
using Microsoft.Extensions.Options;

namespace HanoiAcademy.Server.Drills.Alone;

/// <summary>
/// Ends what somebody played alone and has not come back to for weeks: it would be woken at every start for nobody. On several nodes each looks; one that has
/// ended is not ended twice.
/// </summary>
internal sealed class AloneKeeper(IDrillCatalog catalog, IDrillRooms rooms, IOptions<DrillsOptions> options, TimeProvider time, ILogger<AloneKeeper> logger) : BackgroundService
{
    private static readonly TimeSpan Interval = TimeSpan.FromHours(1);

    protected override async Task ExecuteAsync(CancellationToken stoppingToken)
    {
        using var timer = new PeriodicTimer(Interval, time);
        while (await timer.WaitForNextTickAsync(stoppingToken))
            await EndForgotten(stoppingToken);
    }

    public async Task EndForgotten(CancellationToken cancel)
    {
        try
        {
            foreach (var drill in await catalog.ListAloneIdle(time.GetUtcNow() - TimeSpan.FromDays(options.Value.AloneDays), cancel: cancel))
                await End(drill.Id);
        }
        catch (Exception e) when (e is not OperationCanceledException)
        {
            // A database that is away now is there in an hour.
            logger.LogWarning(e, "Forgotten drills were not ended; another look follows in an hour.");
        }
    }

    /// <summary>One that cannot be woken must not keep those behind it for ever.</summary>
    private async Task End(string drill)
    {
        try
        {
            await rooms.Send(drill, new Envelope("forgotten", Actor.System.Id, new EndExercise()));
        }
        catch (Exception e) when (e is not OperationCanceledException)
        {
            logger.LogWarning(e, "The forgotten drill {Drill} was not ended; another try follows in an hour.", drill);
        }
    }
}
