using System.Globalization;
using HanoiAcademy.Bench.Figures;
using HanoiAcademy.Bench.Load;
using HanoiAcademy.Bench.Servers;

namespace HanoiAcademy.Bench;

/// <summary>Both servers, one after the other, under the same load from the same program.</summary>
internal static class BenchRun
{
    public static async Task RunAsync(BenchOptions options, CancellationToken cancel)
    {
        Console.WriteLine(string.Create(CultureInfo.InvariantCulture,
            $"{options.Connections} trainees in {options.Drills} drills, {BenchScenario.Roles} roles each; {options.Seconds} s a measurement; {Environment.ProcessorCount} cores; {LoadAverage()}"));
        var trainees = Enumerable.Range(0, options.Drills).Select(drill => (options.Connections + drill) / options.Drills).ToList();
        var folder = Directory.CreateTempSubdirectory("academy-bench-").FullName;
        try
        {
            Result academy, bare;
            byte[] sample;
            await using (var server = await Academy.StartAsync(folder, trainees, options.InjectsInAll, cancel))
                (academy, sample) = await ServerLoad.MeasureAsync(server, trainees, options.InjectsInAll, options, cancel);
            var sampleFile = Path.Combine(folder, "sample.json");
            await File.WriteAllBytesAsync(sampleFile, sample, cancel);
            await using (var server = await BareServer.StartAsync(sampleFile, cancel))
                (bare, _) = await ServerLoad.MeasureAsync(server, trainees, options.CommandsOfTheBareHub, options, cancel);
            Console.WriteLine(LoadAverage() + " at the end");
            Report.Print(Console.Out, options, academy, bare);
        }
        finally
        {
            Directory.Delete(folder, recursive: true);
        }
    }

    private static string LoadAverage() => File.Exists("/proc/loadavg")
        ? $"load average {string.Join(' ', File.ReadAllText("/proc/loadavg").Split(' ').Take(3))}"
        : "load average unknown";
}
