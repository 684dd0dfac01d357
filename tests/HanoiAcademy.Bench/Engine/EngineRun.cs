using System.Diagnostics;
using System.Globalization;
using HanoiAcademy.Drills;
using HanoiAcademy.Drills.Views;

namespace HanoiAcademy.Bench.Engine;

/// <summary>
/// The figures of the rules alone, on one core: folding, replay, single decisions, the difference of one audience's view; and whether a command
/// costs more at the end of a long log than at its beginning. Single calls are timed one by one, since a mean hides the slow ones.
/// </summary>
internal static class EngineRun
{
    private const int WarmUps = 4;
    private const int Rounds = 5;
    private const int Replays = 30;

    public static void Run(TextWriter output)
    {
        var drill = LargeDrill.Play();
        var events = drill.EventCount;
        Say(output, $"{LargeDrill.Teams} teams, {LargeDrill.Assets} assets, {drill.Scenario.Injects.Length} injects, {drill.Scenario.Actions.Length} actions, {drill.Scenario.Objectives.Length} objectives; {events} events in {drill.Rows.Length} rows, {drill.End.At / 60_000} drill minutes; {Environment.ProcessorCount} cores");

        var replay = Enumerable.Range(0, WarmUps + Replays).Select(_ => Time(() => Drill.Replay(drill.Scenario, drill.Rows))).Skip(WarmUps).Min();
        Say(output, $"fold: {events / replay.TotalSeconds:N0} events/s (wanted: at least 200,000)");
        Say(output, $"replay of {events} events: {replay.TotalMilliseconds:0.0} ms (wanted: under 100)");

        var decide = Single(drill, call => Drill.Decide(call.State, drill.Scenario, call.Command, call.Actor, call.At));
        Say(output, $"decision: {decide} (wanted: p99 under 20)");
        var quarter = drill.Calls.Length / 4;
        Say(output, $"  first quarter of the log p50 {Histogram.Of(decide.InOrder[..quarter]).P50:0.0} µs, last quarter p50 {Histogram.Of(decide.InOrder[^quarter..]).P50:0.0} µs");

        foreach (var audience in new[] { Audience.OfRole("team-1.lead", "en"), Audience.Control("en") })
        {
            var diff = Views(drill, audience);
            Say(output, $"view of {audience}: {diff} (wanted: under 50 for a command that changes little)");
            Say(output, $"  first quarter p50 {Histogram.Of(diff.InOrder[..quarter]).P50:0.0} µs, last quarter p50 {Histogram.Of(diff.InOrder[^quarter..]).P50:0.0} µs");
        }
    }

    /// <summary>Each call's best of several rounds: what the machine did meanwhile is not the engine's.</summary>
    private static Histogram Single(LargeDrill drill, Action<PlayedCall> act)
    {
        var best = Enumerable.Repeat(double.MaxValue, drill.Calls.Length).ToArray();
        for (var round = 0; round < WarmUps + Rounds; round++)
            for (var n = 0; n < best.Length; n++)
            {
                var took = Time(() => act(drill.Calls[n])).TotalMicroseconds;
                if (round >= WarmUps)
                    best[n] = Math.Min(best[n], took);
            }

        return Histogram.Of(best);
    }

    private static Histogram Views(LargeDrill drill, Audience audience) =>
        Single(drill, call =>
        {
            if (View.Changes(call.After, drill.Scenario, audience, call.Events) is null)
                View.Of(call.After, drill.Scenario, audience);
        });

    private static TimeSpan Time(Action act)
    {
        var started = Stopwatch.GetTimestamp();
        act();
        return Stopwatch.GetElapsedTime(started);
    }

    private static void Say(TextWriter output, FormattableString line) => output.WriteLine(line.ToString(CultureInfo.InvariantCulture));
}
