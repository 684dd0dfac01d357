using System.Diagnostics;
using HanoiAcademy.Content.Exchange;
using HanoiAcademy.Content.Problems;
using HanoiAcademy.Content.Scenarios;

namespace HanoiAcademy.Bench.Hostile;

/// <summary><c>--hostile</c>: how long it takes and how much memory it costs to refuse scenarios and imports that mean harm.</summary>
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
            output.WriteLine();
            Imports(output);
            return 0;
        }
        finally
        {
            temp.Delete(recursive: true);
        }
    }

    /// <summary>Also what it holds at once: the most that the process held while it worked, above what it held before.</summary>
    private static void Imports(TextWriter output)
    {
        output.WriteLine($"{"import",-38} {"seconds",8} {"MB made",8} {"MB held",8}  answer");
        var (worst, most) = (0.0, 0.0);
        DrillImport.Run(HostileImports.All[0].Bytes(), HostileImports.All[0].FileName, new ImportOrder());
        foreach (var import in HostileImports.All)
        {
            var bytes = import.Bytes();
            GC.Collect(GC.MaxGeneration, GCCollectionMode.Aggressive, blocking: true, compacting: true);
            var (made, held, began) = (GC.GetTotalAllocatedBytes(precise: true), Environment.WorkingSet, Stopwatch.GetTimestamp());
            var peak = held;
            ImportResult result;
            using (new Timer(_ => peak = Math.Max(peak, Environment.WorkingSet), null, 0, 5))
                result = DrillImport.Run(bytes, import.FileName, new ImportOrder());
            var seconds = Stopwatch.GetElapsedTime(began).TotalSeconds;
            var (megabytes, above) = ((GC.GetTotalAllocatedBytes(precise: true) - made) / 1e6, (Math.Max(peak, Environment.WorkingSet) - held) / 1e6);
            (worst, most) = (Math.Max(worst, seconds), Math.Max(most, above));
            output.WriteLine(string.Create(System.Globalization.CultureInfo.InvariantCulture, $"{import.Name,-38} {seconds,8:0.000} {megabytes,8:0.0} {above,8:0.0}  {(result.Folder is null ? string.Join(", ", result.Problems.Select(p => p.Code).Distinct().Take(3)) : $"{result.Rows.Count} rows")}"));
        }

        output.WriteLine(string.Create(System.Globalization.CultureInfo.InvariantCulture, $"worst: {worst:0.000} s, {most:0.0} MB held; wanted: 5 s, 300 MB"));
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
