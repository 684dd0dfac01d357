using System.Diagnostics;

namespace HanoiAcademy.Bench.Figures;

/// <summary>What one phase counts; exchanged for a new one when the next begins. Counting is lock-free: it happens at every delivery.</summary>
internal sealed class Measurement
{
    private Tally _now = new();

    public void Delivered(long sinceSent, long sinceAccepted, int bytes) => Volatile.Read(ref _now).Delivered(sinceSent, sinceAccepted, bytes);

    public void Accepted() => Volatile.Read(ref _now).Accepted();

    /// <summary>Closes the phase and begins the next.</summary>
    public Tally Next() => Interlocked.Exchange(ref _now, new Tally());

    internal sealed class Tally
    {
        private long _deliveries;
        private long _bytes;
        private long _commands;

        public Histogram SinceSent { get; } = new();

        public Histogram SinceAccepted { get; } = new();

        public long Deliveries => Interlocked.Read(ref _deliveries);

        public long Bytes => Interlocked.Read(ref _bytes);

        public long Commands => Interlocked.Read(ref _commands);

        public void Delivered(long sinceSent, long sinceAccepted, int bytes)
        {
            SinceSent.Add(Stopwatch.GetElapsedTime(0, sinceSent));
            SinceAccepted.Add(Stopwatch.GetElapsedTime(0, sinceAccepted));
            Interlocked.Increment(ref _deliveries);
            Interlocked.Add(ref _bytes, bytes);
        }

        public void Accepted() => Interlocked.Increment(ref _commands);
    }
}
