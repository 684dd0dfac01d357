using System.Diagnostics;
using HanoiAcademy.Content.Problems;
using HanoiAcademy.Content.Scenarios;

namespace HanoiAcademy.Bench.Hostile;

/// <summary><c>--hostile</c>: how long it takes and how much memory it costs to refuse scenarios that mean harm.</summary>
internal static class HostileRun
{
    public static int Run(TextWriter output)
    {
        var temp = Directory.CreateTempSubdirectory("academy-hostile-");
        try
        {
            // Once for the compiler; its work is not the scenario's.
            Measure(temp, HostileScenarios.All[0]);
            output.WriteLine($"{"scenario",-38} {"seconds",8} {"MB made",8}  refused with");
            var (worst, most) = (0.0, 0.0);
            foreach (var scenario in HostileScenarios.All)
            {
                var (seconds, megabytes, codes) = Measure(temp, scenario);
                (worst, most) = (Math.Max(worst, seconds), Math.Max(most, megabytes));
                output.WriteLine(string.Create(System.Globalization.CultureInfo.InvariantCulture, $"{scenario.Name,-38} {seconds,8:0.000} {megabytes,8:0.0}  {codes}"));
            }

            output.WriteLine(string.Create(System.Globalization.CultureInfo.InvariantCulture, $"worst: {worst:0.000} s, {most:0.0} MB allocated in all (what was held at once is less); wanted: 1 s, 100 MB"));
            return 0;
        }
        finally
        {
            temp.Delete(recursive: true);
        }
    }

    private static (double Seconds, double Megabytes, string Codes) Measure(DirectoryInfo temp, HostileScenario scenario)
    {
        var folder = temp.CreateSubdirectory(Guid.NewGuid().ToString("N")).CreateSubdirectory("hostile").FullName;
        scenario.Write(folder);
        GC.Collect();
        var (made, began) = (GC.GetTotalAllocatedBytes(precise: true), Stopwatch.GetTimestamp());
        var problems = new ProblemList();
        var read = ScenarioReader.Read(folder, "hostile", problems);
        var (seconds, bytes) = (Stopwatch.GetElapsedTime(began).TotalSeconds, GC.GetTotalAllocatedBytes(precise: true) - made);
        return (seconds, bytes / 1e6, read is null ? string.Join(", ", problems.Where(p => p.Severity == Severity.Error).Select(p => p.Code).Distinct().Take(3)) : "NOT REFUSED");
    }
}
