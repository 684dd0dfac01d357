using System.Diagnostics;
using HanoiAcademy.Bench.Figures;

namespace HanoiAcademy.Bench.Load;

/// <summary>
/// One drill under load: an instructor's line that commands, the trainees' lines that receive. A command counts as delivered when every
/// trainee has it.
/// </summary>
internal sealed class DrillLoad(int trainees, int commands, Measurement measurement)
{
    /// <summary>
    /// Commands that may be under way. The server accepts before it has delivered; without a bound the bench would measure how fast it
    /// can queue.
    /// </summary>
    private const int MostUnderWay = 8;

    private readonly long[] _sent = new long[commands];
    private readonly long[] _accepted = new long[commands];
    private readonly int[] _received = new int[commands];
    private readonly SemaphoreSlim _room = new(MostUnderWay);
    private int _next;

    public required Func<int, CancellationToken, Task> Command { get; init; }

    /// <summary>Deliveries that are still owed.</summary>
    public int Missing => _next * trainees - _received.Take(_next).Sum();

    public void Receive(ReadOnlySpan<byte> push)
    {
        var now = Stopwatch.GetTimestamp();
        if (Marker.Find(push) is not { } n || n >= _received.Length || Volatile.Read(ref _sent[n]) is var sent && sent == 0)
            return;
        measurement.Delivered(now - sent, Volatile.Read(ref _accepted[n]) is var accepted and > 0 ? Math.Max(0, now - accepted) : 0, push.Length);
        if (Interlocked.Increment(ref _received[n]) == trainees)
            _room.Release();
    }

    public async Task CommandAsync(CancellationToken cancel)
    {
        await _room.WaitAsync(cancel);
        var n = _next++;
        Volatile.Write(ref _sent[n], Stopwatch.GetTimestamp());
        await Command(n, cancel);
        Volatile.Write(ref _accepted[n], Stopwatch.GetTimestamp());
        measurement.Accepted();
    }

    /// <summary>One command after the other, until it is told to stop or <paramref name="most"/> are sent.</summary>
    public async Task CommandManyAsync(int most, CancellationToken stop, CancellationToken cancel)
    {
        using var either = CancellationTokenSource.CreateLinkedTokenSource(stop, cancel);
        for (var i = 0; i < most && _next < commands && !stop.IsCancellationRequested; i++)
        {
            try
            {
                await CommandAsync(either.Token);
            }
            catch (OperationCanceledException) when (stop.IsCancellationRequested && !cancel.IsCancellationRequested)
            {
                return;
            }
        }
    }
}
