namespace HanoiAcademy.Cluster.Silo;

/// <summary>Asks whether the silos' table can be read now. Anybody may ask whether the site is ready, as often as he likes; the table is not to feel it.</summary>
internal sealed class MembershipProbe(Func<Task> read, TimeProvider time)
{
    private static readonly TimeSpan Fresh = TimeSpan.FromSeconds(3);
    private static readonly TimeSpan Patience = TimeSpan.FromSeconds(10);
    private readonly Lock _once = new();
    private Task? _probe;
    private long _began;

    /// <exception cref="TimeoutException">It has not said so within ten seconds.</exception>
    public Task Check(CancellationToken cancel)
    {
        lock (_once)
        {
            if (_probe is null || (_probe.IsCompleted && time.GetElapsedTime(_began) > Fresh))
            {
                _began = time.GetTimestamp();
                _probe = read();
            }

            return _probe.WaitAsync(Patience, time, cancel);
        }
    }
}
