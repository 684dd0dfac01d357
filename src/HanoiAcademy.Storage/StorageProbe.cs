using HanoiAcademy.Storage.Database;

namespace HanoiAcademy.Storage;

/// <summary>Asks whether the database takes writes now: one that is read-only or full still answers every question.</summary>
public sealed class StorageProbe
{
    /// <summary>Anybody may ask whether the site is ready, as often as he likes; the disk is not to feel it.</summary>
    private static readonly TimeSpan Fresh = TimeSpan.FromSeconds(3);

    private readonly Lock once = new();
    private readonly IDatabase database;
    private readonly TimeProvider clock;
    private Task<int>? probe;
    private long began;

    internal StorageProbe(IDatabase database, TimeProvider clock)
    {
        this.database = database;
        this.clock = clock;
    }

    /// <exception cref="StorageException">It does not; one sentence for the operator.</exception>
    /// <exception cref="TimeoutException">It has not said so within <paramref name="patience"/>.</exception>
    public Task Check(TimeSpan patience, CancellationToken cancel)
    {
        lock (once)
        {
            if (probe is null || (probe.IsCompleted && clock.GetElapsedTime(began) > Fresh))
            {
                began = clock.GetTimestamp();
                probe = database.WriteOne(Meta.Touch);
            }

            return probe.WaitAsync(patience, cancel);
        }
    }
}
