using System.Diagnostics;
using HanoiAcademy.Bench.Figures;
using HanoiAcademy.Bench.Servers;

namespace HanoiAcademy.Bench.Load;

/// <summary>Opens the lines, reads memory, warms up, measures latency at a fixed rate, then what is sustained.</summary>
internal static class ServerLoad
{
    private const int OpenedAtOnce = 20;
    private static readonly TimeSpan Settling = TimeSpan.FromSeconds(2);
    private static readonly TimeSpan Draining = TimeSpan.FromSeconds(10);

    /// <summary>Well below the thirty seconds after which a server gives up a silent client.</summary>
    private static readonly TimeSpan KeepAlive = TimeSpan.FromSeconds(8);

    /// <summary>A client acknowledges at most once a second.</summary>
    private static readonly long AckEvery = Stopwatch.Frequency;

    public static async Task<(Result Result, byte[] Sample)> MeasureAsync(
        IServerUnderLoad server, IReadOnlyList<int> trainees, int commands, BenchOptions options, CancellationToken cancel)
    {
        var measurement = new Measurement();
        var instructors = new HubLine[trainees.Count];
        var lines = new List<HubLine>();
        byte[]? sample = null;
        try
        {
            await Task.Delay(Settling, cancel);
            var before = server.Process.Memory;
            var drills = new DrillLoad[trainees.Count];
            for (var drill = 0; drill < drills.Length; drill++)
            {
                var n = drill;
                instructors[n] = await server.OpenInstructorAsync(n, cancel);
                drills[n] = new DrillLoad(trainees[n], commands, measurement) { Command = (inject, stop) => server.CommandAsync(n, instructors[n], inject, stop) };
                foreach (var some in Enumerable.Range(0, trainees[n]).Chunk(OpenedAtOnce))
                    lines.AddRange(await Task.WhenAll(some.Select(trainee => Listen(n, trainee))));
            }

            await Task.Delay(Settling, cancel);
            var after = server.Process.Memory;
            using var pinging = new Timer(_ => lines.Concat(instructors).ToList().ForEach(line => line.KeepAlive()), null, KeepAlive, KeepAlive);

            for (var drill = 0; drill < drills.Length; drill++)
                await server.StartAsync(drill, instructors[drill], cancel);
            await Task.WhenAll(drills.Select(drill => drill.CommandManyAsync(options.WarmUp, CancellationToken.None, cancel)));
            await DrainAsync(drills, cancel);

            measurement.Next();
            await Task.WhenAll(drills.Select((drill, n) => AtRateAsync(drill, n, drills.Length, options, cancel)));
            await DrainAsync(drills, cancel);
            var latency = measurement.Next();

            var (sustained, elapsed, serverTime) = await AsFastAsAcknowledgedAsync(server, drills, measurement, options, cancel);
            var lost = await DrainAsync(drills, cancel);
            if (lines.Count(line => !line.IsOpen) is > 0 and var closed)
                throw new BenchException($"The {server.Name} closed {closed} connections under load. It said:\n{server.Process.Said}");
            return (new Result(latency, sustained, elapsed, lines.Sum(line => line.BytesReceived), before, after, options.Connections, lost, serverTime),
                sample ?? throw new BenchException($"No push came from the {server.Name}."));

            async Task<HubLine> Listen(int drill, int trainee)
            {
                var line = await server.OpenTraineeAsync(drill, trainee, cancel);
                long acknowledged = 0;
                line.Pushed = (from, push) =>
                {
                    drills[drill].Receive(push);
                    if (sample is null && Marker.Find(push) is not null)
                        Interlocked.CompareExchange(ref sample, ArgumentOf(push), null);
                    var now = Stopwatch.GetTimestamp();
                    if (now - acknowledged < AckEvery)
                        return;
                    acknowledged = now;
                    server.Acknowledge(from, push);
                };
                return line;
            }
        }
        finally
        {
            foreach (var line in lines.Concat(instructors))
            {
                if (line is not null)
                    await line.DisposeAsync();
            }
        }
    }

    /// <summary>Drills take turns within the period, so that it is the rate that is measured and not a pile-up of the bench's making.</summary>
    private static async Task AtRateAsync(DrillLoad drill, int n, int drills, BenchOptions options, CancellationToken cancel)
    {
        var period = TimeSpan.FromSeconds(1.0 / options.Rate);
        var start = Stopwatch.GetTimestamp();
        for (var i = 0; i < options.Rate * options.Seconds; i++)
        {
            var wait = period * i + period * n / drills - Stopwatch.GetElapsedTime(start);
            if (wait > TimeSpan.Zero)
                await Task.Delay(wait, cancel);
            await drill.CommandAsync(cancel);
        }
    }

    private static async Task<(Measurement.Tally, TimeSpan, TimeSpan)> AsFastAsAcknowledgedAsync(
        IServerUnderLoad server, DrillLoad[] drills, Measurement measurement, BenchOptions options, CancellationToken cancel)
    {
        using var stop = new CancellationTokenSource(TimeSpan.FromSeconds(options.Seconds));
        var processor = server.Process.ProcessorTime;
        var start = Stopwatch.GetTimestamp();
        measurement.Next();
        var all = drills.Select(drill => drill.CommandManyAsync(int.MaxValue, stop.Token, cancel)).ToList();

        // With the first drill out of injects the load is no longer the one that was asked for.
        await await Task.WhenAny(all);
        var tally = measurement.Next();
        var elapsed = Stopwatch.GetElapsedTime(start);
        processor = server.Process.ProcessorTime - processor;
        await stop.CancelAsync();
        await Task.WhenAll(all);
        return (tally, elapsed, processor);
    }

    /// <summary>Waits until everybody has everything; what is still owed after ten seconds is lost.</summary>
    private static async Task<int> DrainAsync(DrillLoad[] drills, CancellationToken cancel)
    {
        var start = Stopwatch.GetTimestamp();
        while (drills.Sum(drill => drill.Missing) > 0 && Stopwatch.GetElapsedTime(start) < Draining)
            await Task.Delay(20, cancel);
        return drills.Sum(drill => drill.Missing);
    }

    /// <summary>What the academy sent as the push's only argument.</summary>
    private static byte[] ArgumentOf(ReadOnlySpan<byte> push)
    {
        var from = push.IndexOf("\"arguments\":["u8) + "\"arguments\":["u8.Length;
        return push[from..push.LastIndexOf((byte)']')].ToArray();
    }
}
