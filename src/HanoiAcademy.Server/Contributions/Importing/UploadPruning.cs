using HanoiAcademy.Storage.Contributions;

namespace HanoiAcademy.Server.Contributions.Importing;

/// <summary>Forgets files that nobody came back to.</summary>
internal sealed class UploadPruning(IUploads uploads, TimeProvider time, ILogger<UploadPruning> logger) : BackgroundService
{
    private static readonly TimeSpan Between = TimeSpan.FromHours(1);

    protected override async Task ExecuteAsync(CancellationToken stoppingToken)
    {
        using var timer = new PeriodicTimer(Between, time);
        try
        {
            do
            {
                try
                {
                    await uploads.Prune(time.GetUtcNow());
                }
                catch (Exception e)
                {
                    // A disk that is full now may have room in an hour; the site is not to stop for it.
                    logger.LogWarning(e, "Uploads that nobody came back to are still kept.");
                }
            }
            while (await timer.WaitForNextTickAsync(stoppingToken));
        }
        catch (OperationCanceledException) when (stoppingToken.IsCancellationRequested)
        {
            // The server stops.
        }
    }
}
