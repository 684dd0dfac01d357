using System.CommandLine;
using System.Globalization;
using HanoiAcademy.Content.Problems;
using HanoiAcademy.Content.Rehearsals;
using HanoiAcademy.Content.Scenarios;
using HanoiAcademy.Drills.Scenarios;
using HanoiAcademy.Drills.Simulation;

namespace HanoiAcademy.Cli;

/// <summary><c>academy rehearse scenario --runs 200</c>: simulated players play a drill, so that its author sees what is too hard, too easy or too quiet.</summary>
internal static class RehearseCommand
{
    public const int MostRuns = 5000;

    public static Command Make()
    {
        var path = new Argument<string>("scenario") { Description = "Folder of one scenario." };
        var runs = new Option<int>("--runs") { Description = $"How many runs in all, each with its own luck (1-{MostRuns}); players of three skills share them, and each fixed strategy gets a few.", DefaultValueFactory = _ => 200 };
        var seed = new Option<long>("--seed") { Description = "Luck of the first run; the next have the numbers that follow.", DefaultValueFactory = _ => 1 };
        var html = new Option<string?>("--html") { Description = "File for the drawn report; rehearsal-<id>.html here unless given; none for no file." };
        runs.Validators.Add(result =>
        {
            if (result.Tokens.Count == 1 && int.TryParse(result.Tokens[0].Value, NumberStyles.None, CultureInfo.InvariantCulture, out var n) && n is < 1 or > MostRuns)
                result.AddError($"--runs takes 1 to {MostRuns}.");
        });
        var command = new Command("rehearse", "Let simulated players play a scenario many times; exits with 1 when it has errors.") { path, runs, seed, html };
        command.SetAction(parsed => Run(parsed.GetValue(path)!, parsed.GetValue(runs), parsed.GetValue(seed), parsed.GetValue(html), Directory.GetCurrentDirectory(), parsed.InvocationConfiguration.Output));
        return command;
    }

    internal static int Run(string path, int runs, long seed, string? html, string here, TextWriter output)
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

        var plan = RehearsalRun.Plan(runs, seed);
        var result = new RehearsalResult(scenario, Play(scenario, plan));
        var findings = Findings.Of(result);
        output.WriteLine($"EXERCISE {result.Say(scenario.Title)}: {plan.Count} runs by simulated players, seeds {seed} to {plan.Max(r => r.Seed)}");
        foreach (var finding in findings)
            output.WriteLine($"  {(finding.IsGood ? "good" : "LOOK")}  {finding.Text}");
        output.WriteLine($"{findings.Count(f => f.IsGood)} of {findings.Count} findings are as they should be.");
        if (html == "none")
            return 0;
        var page = html ?? $"rehearsal-{scenario.Id}.html";
        try
        {
            File.WriteAllText(Path.GetFullPath(page, here), RehearsalPage.Of(result, findings));
        }
        catch (Exception e) when (e is IOException or UnauthorizedAccessException)
        {
            output.WriteLine($"The drawn report could not be written to {page} ({e.Message}); name another file with --html.");
            return 1;
        }

        output.WriteLine($"Drawn in {page}.");
        return 0;
    }

    /// <summary>On all cores; each run has a luck of its own, so which core plays it and when makes no difference.</summary>
    private static Played[] Play(Scenario scenario, IReadOnlyList<RehearsalRun> plan)
    {
        var played = new Played[plan.Count];
        RehearsalProgress.Show(plan.Count, done => Parallel.For(0, plan.Count, n =>
        {
            played[n] = plan[n].Play(scenario);
            done();
        }));
        return played;
    }
}
