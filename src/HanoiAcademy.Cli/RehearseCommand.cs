using System.CommandLine;
using System.Globalization;
using HanoiAcademy.Content.Problems;
using HanoiAcademy.Content.Scenarios;
using HanoiAcademy.Drills;
using HanoiAcademy.Drills.Scenarios;
using HanoiAcademy.Drills.Scoring;
using HanoiAcademy.Drills.Simulation;
using HanoiAcademy.Drills.State;

namespace HanoiAcademy.Cli;

/// <summary><c>academy rehearse scenario --times 20</c>: simulated players play a drill, so that its author sees what is too hard, too easy or too quiet.</summary>
internal static class RehearseCommand
{
    private const long Minute = 60_000;

    /// <summary>Longer than this without anything new, and a trainee looks at the clock instead of the drill.</summary>
    private const long TooQuiet = 10 * Minute;

    public static Command Make()
    {
        var path = new Argument<string>("scenario") { Description = "Folder of one scenario." };
        var times = new Option<int>("--times") { Description = "How many runs, each with its own luck (1-1000).", DefaultValueFactory = _ => 10 };
        var seed = new Option<long>("--seed") { Description = "Luck of the first run; the next have the numbers that follow.", DefaultValueFactory = _ => 1 };
        times.Validators.Add(result =>
        {
            if (result.Tokens.Count == 1 && int.TryParse(result.Tokens[0].Value, NumberStyles.None, CultureInfo.InvariantCulture, out var n) && n is < 1 or > 1000)
                result.AddError("--times takes 1 to 1000.");
        });
        var command = new Command("rehearse", "Let simulated players play a scenario many times; exits with 1 when it has errors.") { path, times, seed };
        command.SetAction(parsed => Run(parsed.GetValue(path)!, parsed.GetValue(times), parsed.GetValue(seed), Directory.GetCurrentDirectory(), parsed.InvocationConfiguration.Output));
        return command;
    }

    internal static int Run(string path, int times, long seed, string here, TextWriter output)
    {
        var problems = new ProblemList();
        var full = Path.GetFullPath(path, here);
        if (ScenarioReader.Read(full, path.Replace('\\', '/').TrimEnd('/') is "" or "." ? Path.GetFileName(full) : path.Replace('\\', '/').TrimEnd('/'), problems) is not { } scenario)
        {
            foreach (var problem in problems)
                output.WriteLine(problem);
            output.WriteLine("The scenario has errors; mend them before a rehearsal.");
            return 1;
        }

        var runs = Enumerable.Range(0, times).Select(n => Play(scenario, seed + n)).ToArray();
        output.WriteLine($"EXERCISE {scenario.Title.In(scenario.Language, scenario.Language)}: {times} runs by simulated players, seeds {seed} to {seed + times - 1}");
        Ends(output, scenario, runs);
        Objectives(output, scenario, runs);
        Quiet(output, runs);
        return 0;
    }

    private static (long Seed, DrillState State, IReadOnlyList<Silence> Silences) Play(Scenario scenario, long seed)
    {
        var rows = Rehearsal.Run(scenario, seed);
        return (seed, Drill.Replay(scenario, rows.Select(r => r.Events)), Silences.Of(scenario, rows));
    }

    private static void Ends(TextWriter output, Scenario scenario, (long Seed, DrillState State, IReadOnlyList<Silence>)[] runs)
    {
        output.WriteLine();
        output.WriteLine("EndEx");
        foreach (var end in scenario.Ends)
            if (runs.Where(r => r.State.Status == "ended" && r.State.End == end.Id).ToArray() is { Length: > 0 } ended)
                output.WriteLine($"  {end.Id}: {ended.Length} of {runs.Length} runs, T+{ended.Min(r => r.State.At) / Minute} to T+{ended.Max(r => r.State.At) / Minute} min");
        if (runs.Where(r => r.State.Status != "ended").Select(r => r.Seed).ToArray() is { Length: > 0 } open)
            output.WriteLine($"  not reached: seeds {string.Join(", ", open)}");
        var scores = runs.Select(r => Score.OfDrill(r.State, scenario)).Order().ToArray();
        output.WriteLine($"  score: {scores[0]} to {scores[^1]}, median {scores[scores.Length / 2]}");
    }

    private static void Objectives(TextWriter output, Scenario scenario, (long, DrillState State, IReadOnlyList<Silence>)[] runs)
    {
        output.WriteLine();
        output.WriteLine("Objectives won");
        foreach (var o in scenario.Objectives)
        {
            var won = runs.Count(r => r.State.Objectives.GetValueOrDefault(o.Id)?.Status == "won");
            output.WriteLine($"  {o.Team}: {o.Id}: {won} of {runs.Length} runs{(won == 0 ? ", never; is it within reach?" : "")}");
        }

        foreach (var p in scenario.Penalties)
            if (runs.Count(r => r.State.Penalties.ContainsKey(p.Id)) is > 0 and var hit)
                output.WriteLine($"  {p.Team}: penalty {p.Id}: {hit} of {runs.Length} runs");
    }

    private static void Quiet(TextWriter output, (long Seed, DrillState, IReadOnlyList<Silence> Silences)[] runs)
    {
        output.WriteLine();
        output.WriteLine("Longest time with nothing new, by seat");
        foreach (var seat in runs.SelectMany(r => r.Silences.Select(s => (r.Seed, Silence: s))).GroupBy(x => x.Silence.Seat, StringComparer.Ordinal))
        {
            var (seed, s) = seat.MaxBy(x => x.Silence.Lasted);
            output.WriteLine($"  {seat.Key}: {s.Lasted / Minute} min {s.Lasted % Minute / 1000} s from T+{s.From / Minute} (seed {seed}), {s.News} new {(s.News == 1 ? "thing" : "things")}{(s.Lasted > TooQuiet ? ", more than ten minutes: give it something" : "")}");
        }
    }
}
