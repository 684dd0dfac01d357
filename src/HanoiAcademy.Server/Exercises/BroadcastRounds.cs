using HanoiAcademy.Storage.Drills;

namespace HanoiAcademy.Server.Exercises;

/// <summary>Takes up what was not delivered: at the start what a node that died left, and then what a drill that did not answer still lacks.</summary>
internal sealed class BroadcastRounds(IExercises exercises, IExerciseBroadcasts broadcasts, BroadcastPost post, TimeProvider time, ILogger<BroadcastRounds> logger) : BackgroundService
{
    public static readonly TimeSpan Between = TimeSpan.FromSeconds(15);

    protected override async Task ExecuteAsync(CancellationToken stoppingToken)
    {
        using var timer = new PeriodicTimer(Between, time);
        try
        {
            do
                await Round(stoppingToken);
            while (await timer.WaitForNextTickAsync(stoppingToken));
        }
        catch (OperationCanceledException) when (stoppingToken.IsCancellationRequested)
        {
            // The server stops.
        }
    }

    public async Task Round(CancellationToken cancel)
    {
        try
        {
            foreach (var broadcast in await broadcasts.Waiting(cancel))
                await Deliver(broadcast, cancel);
        }
        catch (Exception e) when (!cancel.IsCancellationRequested)
        {
            logger.LogWarning(e, "Broadcasts that wait could not be looked through; they will be in {Between}.", Between);
        }
    }

    /// <summary>One that fails must not keep those behind it waiting.</summary>
    private async Task Deliver(ExerciseBroadcast broadcast, CancellationToken cancel)
    {
        try
        {
            if (await exercises.Get(broadcast.ExerciseId, cancel) is { } exercise)
                await post.Deliver(exercise, broadcast);
        }
        catch (Exception e) when (!cancel.IsCancellationRequested)
        {
            logger.LogWarning(e, "Broadcast {Broadcast} could not be delivered; it is tried again in {Between}.", broadcast.Id, Between);
        }
    }
}
