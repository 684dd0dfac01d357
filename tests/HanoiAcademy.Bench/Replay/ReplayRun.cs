using System.Collections.Immutable;
using System.Diagnostics;
using System.Globalization;
using System.IO.Compression;
using HanoiAcademy.Bench.Engine;
using HanoiAcademy.Content.Scenarios;
using HanoiAcademy.Drills.Commands;
using HanoiAcademy.Drills.Events;
using HanoiAcademy.Drills.Replays;
using HanoiAcademy.Drills.Scenarios;
using HanoiAcademy.Drills.Simulation;
using HanoiAcademy.Drills.Views;
using HanoiAcademy.Drills.Wire;

namespace HanoiAcademy.Bench.Replay;

/// <summary>
/// What it costs to open a replay and to go on in it: rows read from their JSON, folded with key frames, cut for who looks, and the parts that go out. Each figure also as so many times
/// a plain replay of the same log in the same run, which is the figure that says something about another machine. The database and the line are not in it.
/// </summary>
internal static class ReplayRun
{
    private const int WarmUps = 1;
    private const int Rounds = 5;

    public static void Run(TextWriter output)
    {
        var large = LargeDrill.Play();
        Drill(output, "large", large.Scenario, [.. large.Rows], "team-1.lead", "team-1");
        var scenario = ScenarioLibrary.Load(Path.Combine(Root(), "scenarios")).Find("invoice-at-dawn")!.Scenario;
        Drill(output, "D1", scenario, [.. Rehearsal.Run(scenario, 20270302).Select(row => row.Events)], "bank.fraud", "bank");
    }

    private static void Drill(TextWriter output, string name, Scenario scenario, ImmutableArray<ImmutableArray<DrillEvent>> events, string role, string team)
    {
        var plain = Best(() => Drills.Drill.Replay(scenario, events));
        var texts = events.Select(row => DrillJson.ToBytes(row)).ToList();
        Recording Open() => Recording.Of(scenario, texts.Select((text, n) => DrillJson.Read<ImmutableArray<DrillEvent>>(text) is var row
            ? ((long)n + 1, (LoggedRow?)new LoggedRow(n + 1, "", row.IsEmpty ? 0 : row[^1].At, row)) : default));
        var recording = Open();
        var opened = Best(() => Open());
        Say(output, $"{name}: {events.Length} rows, {events.Sum(row => row.Length)} events, {recording.Last.At / 60_000} drill minutes, {texts.Sum(text => text.Length) / 1024} KB of log; a plain replay of it {plain:0.0} ms");
        Say(output, $"  rows read and folded: {opened:0.0} ms, {opened / plain:0.0} times");
        foreach (var (team_, own) in new[]
        {
            (Audience.OfRole(role, "en"), Audience.OfSeat(role + ".1", "en")),
            (Audience.Control("en"), Audience.OfSeat(Actor.Director.Id, "en")),
            (Audience.OfLocal(team, "en"), Audience.OfSeat($"control.local.{team}.1", "en")),
        })
            Look(output, recording, team_, own, opened, plain);
    }

    private static void Look(TextWriter output, Recording recording, Audience team, Audience own, double opened, double plain)
    {
        var isRole = team.Kind == "role";
        var cut = isRole ? Best(() => recording.CutFor(team, own)) : 0;
        var stretches = isRole ? recording.CutFor(team, own) : recording.Stretches;
        // A local controller's is made whole at every row: three of its parts say enough.
        var sampled = team.Kind == "local" ? [.. new[] { 0, stretches.Length / 2, stretches.Length - 1 }.Distinct().Select(n => stretches[n])] : stretches;
        var parts = sampled.Select(stretch => (Took: Best(() => Part(recording, stretch, team, own), rounds: 1), Bytes: Part(recording, stretch, team, own))).ToList();
        var first = opened + cut + parts[0].Took;
        Say(output, $"  {team}: opens in {first:0} ms (wanted: under 1,000), {first / plain:0.0} times; {stretches.Length} parts, each made in {parts.Average(part => part.Took):0.0} ms (worst {parts.Max(part => part.Took):0.0})");
        Say(output, $"    bytes packed: the first {parts[0].Bytes.Packed / 1024.0:0.0} KB, mean {parts.Average(part => part.Bytes.Packed) / 1024.0:0.0} KB, all {parts.Average(part => part.Bytes.Packed) * stretches.Length / 1024:0} KB (plain {parts.Average(part => part.Bytes.Plain) * stretches.Length / 1024:0} KB); marks in {Best(() => Marks.Of(recording, team), rounds: 1):0} ms");
        Say(output, $"    a seek merges at most {parts.Max(part => part.Bytes.Steps)} changes");
    }

    private static (int Plain, int Packed, int Steps) Part(Recording recording, Stretch stretch, Audience team, Audience own)
    {
        using var packed = new MemoryStream();
        var (plain, steps) = (0, 0);
        using (var gzip = new GZipStream(packed, CompressionLevel.Fastest, leaveOpen: true))
        {
            var tracks = new[] { new Track(recording.Scenario, team, stretch.Before), new Track(recording.Scenario, own, stretch.Before) };
            foreach (var record in tracks.SelectMany(track => track.Whole))
                Write(record);
            foreach (var (row, after) in recording.Play(stretch))
            {
                var changes = tracks.Select(track => track.Follow(after, row.Events)).ToList();
                steps += changes.Any(change => !change.IsEmpty) ? 1 : 0;
                foreach (var record in changes.SelectMany(change => change.Up))
                    Write(record);
            }

            void Write(TrackRecord record)
            {
                gzip.Write(record.Utf8.Span);
                plain += record.Utf8.Length + record.Key.Length;
            }
        }

        return (plain, (int)packed.Length, steps);
    }

    private static double Best(Action act, int rounds = Rounds) => Enumerable.Range(0, WarmUps + rounds).Select(_ =>
    {
        var started = Stopwatch.GetTimestamp();
        act();
        return Stopwatch.GetElapsedTime(started).TotalMilliseconds;
    }).Skip(WarmUps).Min();

    private static string Root()
    {
        var folder = new DirectoryInfo(AppContext.BaseDirectory);
        while (folder is not null && !Directory.Exists(Path.Combine(folder.FullName, "scenarios")))
            folder = folder.Parent;
        return folder?.FullName ?? throw new BenchException("No folder above this program holds scenarios/.");
    }

    private static void Say(TextWriter output, FormattableString line) => output.WriteLine(line.ToString(CultureInfo.InvariantCulture));
}
