using System.Diagnostics;
using System.Globalization;
using System.Text;
using HanoiAcademy.Drills;
using HanoiAcademy.Drills.Reports;
using HanoiAcademy.Drills.Wire;

namespace HanoiAcademy.Bench.Engine;

/// <summary>
/// What a report of a large drill costs, beside a plain replay of the same log in the same run: reading the kept text, folding it with an eye on damage and on the course of play, and making the
/// figures. Memory too: a report is read while other drills run on the same machine.
/// </summary>
internal static class ReportRun
{
    private const int WarmUps = 3;
    private const int Rounds = 10;

    public static void Run(TextWriter output)
    {
        var drill = LargeDrill.Play();
        var rows = drill.Rows.Select((events, n) => new KeptRow(n + 1, "system", events[^1].At, Encoding.UTF8.GetString(DrillJson.ToBytes(events)))).ToList();
        var strict = Best(() => Drill.Replay(drill.Scenario, rows.Select(r => DrillJson.Read<System.Collections.Immutable.ImmutableArray<HanoiAcademy.Drills.Events.DrillEvent>>(Encoding.UTF8.GetBytes(r.Events)))));
        var read = Best(() => LogReading.Of(drill.Scenario, rows));
        var (scenario, log) = LogReading.Of(drill.Scenario, rows);
        var made = Best(() => Report.Of(scenario, log, "en"));
        var before = GC.GetTotalAllocatedBytes(precise: true);
        var (again, once) = LogReading.Of(drill.Scenario, rows);
        Report.Of(again, once, "en");
        var allocated = GC.GetTotalAllocatedBytes(precise: true) - before;
        output.WriteLine(string.Create(CultureInfo.InvariantCulture, $"{rows.Count} rows, {drill.EventCount} events, {rows.Sum(r => (long)r.Events.Length) / 1024} KiB"));
        output.WriteLine(string.Create(CultureInfo.InvariantCulture, $"plain replay from text: {strict.TotalMilliseconds:0} ms"));
        output.WriteLine(string.Create(CultureInfo.InvariantCulture, $"careful reading: {read.TotalMilliseconds:0} ms ({read / strict:0.0} of it); figures: {made.TotalMilliseconds:0} ms ({made / strict:0.0} of it); together {(read + made) / strict:0.0} times a plain replay (wanted: under 4)"));
        output.WriteLine(string.Create(CultureInfo.InvariantCulture, $"allocated: {allocated / 1024 / 1024} MiB"));
    }

    private static TimeSpan Best(Action act)
    {
        var best = TimeSpan.MaxValue;
        for (var n = 0; n < WarmUps + Rounds; n++)
        {
            var from = Stopwatch.GetTimestamp();
            act();
            if (n >= WarmUps && Stopwatch.GetElapsedTime(from) is var took && took < best)
                best = took;
        }

        return best;
    }
}
