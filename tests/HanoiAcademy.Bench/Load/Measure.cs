using System.Collections.Concurrent;
using System.Diagnostics;
using System.Globalization;

namespace HanoiAcademy.Bench.Load;

/// <summary>Milliseconds, deliveries a second, bytes.</summary>
internal sealed record Figures(double P50, double P99, double Max, double Sustained, double BytesADelivery, double MemoryAConnection, double ProcessorSeconds);

/// <summary>Fires in all groups and waits until every listener has everything.</summary>
internal sealed class Measure(int groups, int listeners)
{
    private readonly ConcurrentDictionary<(int Group, int Inject), long> _fired = new();
    private readonly ConcurrentBag<double> _latencies = [];
    private long _received;
    private long _last;
    private volatile bool _isPaced = true;

    public void Received(int group, int inject)
    {
        var now = Stopwatch.GetTimestamp();
        if (_fired.TryGetValue((group, inject), out var fired) && _isPaced)
            _latencies.Add(Stopwatch.GetElapsedTime(fired, now).TotalMilliseconds);
        Interlocked.Increment(ref _received);
        Volatile.Write(ref _last, now);
    }

    public async Task<Figures> Run(Func<int, int, Task> fire, int paced, int fast, Func<long> bytes, double memory, Func<TimeSpan> processor)
    {
        // Spread over the second, as people are: all at one moment would measure the queue.
        await Task.WhenAll(Enumerable.Range(0, groups).Select(async group =>
        {
            await Task.Delay(1000 * group / groups);
            for (var n = 0; n < paced; n++)
            {
                var next = Task.Delay(1000);
                await Fire(fire, group, n);
                await next;
            }
        }));
        await UntilAll((long)paced * listeners);
        _isPaced = false;

        var (before, bytesBefore, processorBefore, begun) = (_received, bytes(), processor(), Stopwatch.GetTimestamp());
        await Task.WhenAll(Enumerable.Range(0, groups).Select(async group =>
        {
            for (var n = paced; n < paced + fast; n++)
                await Fire(fire, group, n);
        }));
        await UntilAll(before + (long)fast * listeners);
        var delivered = _received - before;
        var sorted = _latencies.Order().ToList();
        return new Figures(At(sorted, 0.5), At(sorted, 0.99), sorted[^1], delivered / Stopwatch.GetElapsedTime(begun, _last).TotalSeconds,
            (bytes() - bytesBefore) / (double)delivered, memory, (processor() - processorBefore).TotalSeconds);
    }

    private static double At(List<double> sorted, double part) => sorted[(int)((sorted.Count - 1) * part)];

    private Task Fire(Func<int, int, Task> fire, int group, int inject)
    {
        _fired[(group, inject)] = Stopwatch.GetTimestamp();
        return fire(group, inject);
    }

    private async Task UntilAll(long expected)
    {
        for (var waited = 0; Interlocked.Read(ref _received) < expected; waited++)
        {
            if (waited > 3_000)
                throw new TimeoutException(string.Create(CultureInfo.InvariantCulture, $"Of {expected} deliveries {_received} arrived."));
            await Task.Delay(20);
        }
    }
}
