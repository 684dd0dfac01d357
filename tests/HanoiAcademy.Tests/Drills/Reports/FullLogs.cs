using System.Collections.Immutable;
using System.IO.Compression;
using System.Text;
using HanoiAcademy.Content.Scenarios;
using HanoiAcademy.Drills;
using HanoiAcademy.Drills.Commands;
using HanoiAcademy.Drills.Reports;
using HanoiAcademy.Drills.Scenarios;
using HanoiAcademy.Drills.Simulation;
using HanoiAcademy.Drills.Wire;

namespace HanoiAcademy.Tests.Drills.Reports;

/// <summary>
/// Two drills as they were played to EndEx, with their pinned scenarios: by simulated players and a person, then judged by an evaluator and talked through in a hot wash. Reports are shown on
/// them. The pinned scenario is packed, since it is far larger than the log.
/// </summary>
internal static class FullLogs
{
    public const string InvoiceAtDawn = "invoice-at-dawn-2";
    public const string Desk = "desk-24-7-1";

    public static string Folder(string log) => Path.Combine(Repository.Root, "tests", "fixtures", "logs", log);

    public static Scenario Scenario(string log)
    {
        using var packed = new GZipStream(File.OpenRead(Path.Combine(Folder(log), "scenario.json.gz")), CompressionMode.Decompress);
        using var bytes = new MemoryStream();
        packed.CopyTo(bytes);
        return PinnedScenario.Read(bytes.ToArray()).Scenario;
    }

    public static ImmutableArray<LoggedRow> Rows(string log) =>
        [.. File.ReadLines(Path.Combine(Folder(log), "log.jsonl")).Select(line => DrillJson.Read<LoggedRow>(Encoding.UTF8.GetBytes(line)))];

    /// <summary>As the storage keeps them.</summary>
    public static ImmutableArray<KeptRow> Kept(string log) => [.. Rows(log).Select(Keep)];

    public static KeptRow Keep(LoggedRow row) => new(row.Version, row.Seat, row.At, Encoding.UTF8.GetString(DrillJson.ToBytes(row.Events)));

    /// <summary>Plays one anew. What is kept is never written again: its events must read for ever.</summary>
    public static void Write(string log, string scenario, long seed, IEnumerable<(long, Actor, Command)> script, IEnumerable<(Actor, Command)> after)
    {
        var pinned = ScenarioLibrary.Load(Path.Combine(Repository.Root, "scenarios")).Find(scenario).ShouldNotBeNull();
        var rows = Rehearsal.Run(pinned.Scenario, seed, script).ToList();
        var state = Drill.Replay(pinned.Scenario, rows.Select(r => r.Events));
        foreach (var (actor, command) in after)
        {
            var decided = Drill.Decide(state, pinned.Scenario, command, actor, state.At);
            decided.Refusal.ShouldBeNull($"{actor.Id}: {command}");
            rows.Add(new LoggedRow(rows.Count + 1, actor.Id, state.At, decided.Events));
            state = decided.Events.Aggregate(state, (s, e) => Drill.Evolve(s, pinned.Scenario, e));
        }

        Directory.CreateDirectory(Folder(log));
        using (var packed = new GZipStream(File.Create(Path.Combine(Folder(log), "scenario.json.gz")), CompressionLevel.SmallestSize))
            packed.Write(pinned.Bytes.Span);
        File.WriteAllLines(Path.Combine(Folder(log), "log.jsonl"), rows.Select(r => Encoding.UTF8.GetString(DrillJson.ToBytes(r))));
    }
}
