using System.CommandLine;
using HanoiAcademy.Content.Problems;

namespace HanoiAcademy.Cli;

/// <summary><c>academy check [paths]</c>: says all that is wrong in courses and scenarios, as the site would.</summary>
internal static class CheckCommand
{
    public static Command Make()
    {
        var paths = new Argument<string[]>("paths")
        {
            Arity = ArgumentArity.ZeroOrMore,
            Description = "Folders: courses, scenarios, or one course or scenario. Default: courses and scenarios, looked for from here upward.",
        };
        var command = new Command("check", "Check courses and scenarios; exits with 1 when something is wrong.") { paths };
        command.SetAction(parsed => Run(parsed.GetValue(paths) ?? [], Directory.GetCurrentDirectory(), parsed.InvocationConfiguration.Output));
        return command;
    }

    /// <param name="paths">As typed; none for the default.</param>
    /// <param name="here">The folder that relative paths start from.</param>
    /// <param name="output">Receives one line a problem, who judges the points of each good scenario, then a summary.</param>
    internal static int Run(IReadOnlyList<string> paths, string here, TextWriter output)
    {
        if (paths.Count == 0)
            paths = ContentFolders.Usual(here);
        if (paths.Count == 0)
        {
            output.WriteLine("No folder courses or scenarios lies here or above; name the folders to check.");
            return 1;
        }

        int courses = 0, scenarios = 0, good = 0;
        var problems = new List<Problem>();
        var notes = new List<string>();
        foreach (var path in paths)
            foreach (var found in ContentFolders.In(path, here, problems))
            {
                var own = new ProblemList();
                var (isGood, note) = found.Check(own);
                good += isGood ? 1 : 0;
                if (note is not null)
                    notes.Add(note);
                problems.AddRange(own.Sorted());
                _ = found.IsCourse ? courses++ : scenarios++;
            }

        foreach (var problem in problems)
            output.WriteLine(problem);
        foreach (var note in notes)
            output.WriteLine(note);
        var errors = problems.Count(p => p.Severity == Severity.Error);
        output.WriteLine($"{Count(courses, "course")}, {Count(scenarios, "scenario")}: {good} good; {Count(errors, "error")}, {Count(problems.Count - errors, "warning")}.");
        return errors > 0 ? 1 : 0;
    }

    private static string Count(int n, string what) => n == 1 ? $"1 {what}" : $"{n} {what}s";
}
