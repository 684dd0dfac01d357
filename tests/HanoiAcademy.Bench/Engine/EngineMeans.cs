using BenchmarkDotNet.Attributes;
using BenchmarkDotNet.Columns;
using BenchmarkDotNet.Configs;
using BenchmarkDotNet.Diagnosers;
using BenchmarkDotNet.Exporters;
using BenchmarkDotNet.Jobs;
using BenchmarkDotNet.Loggers;
using BenchmarkDotNet.Running;
using BenchmarkDotNet.Toolchains.InProcess.Emit;
using HanoiAcademy.Drills;
using HanoiAcademy.Drills.State;
using HanoiAcademy.Drills.Views;

namespace HanoiAcademy.Bench.Engine;

/// <summary>
/// Mean times and allocations of the same calls that <see cref="EngineRun"/> times one by one, against the decision that only reads as baseline. It
/// runs in this process, so that nothing is generated, built or written.
/// </summary>
public class EngineMeans
{
    private readonly LargeDrill _drill = LargeDrill.Play();
    private int _next;

    public static void Run() => BenchmarkRunner.Run<EngineMeans>(ManualConfig.CreateEmpty()
        .AddJob(Job.ShortRun.WithToolchain(InProcessEmitToolchain.Instance))
        .AddLogger(ConsoleLogger.Default)
        .AddColumnProvider(DefaultColumnProviders.Instance)
        .AddDiagnoser(MemoryDiagnoser.Default)
        .AddExporter(MarkdownExporter.Console)
        .WithOptions(ConfigOptions.DisableLogFile)
        .WithArtifactsPath(Path.Combine(Path.GetTempPath(), "hanoi-academy-bench")));

    [Benchmark(Description = "fold 10,000 events")]
    public DrillState Fold() => Drill.Replay(_drill.Scenario, _drill.Rows);

    [Benchmark(Baseline = true, Description = "one decision")]
    public Decided Decide()
    {
        var call = Next();
        return Drill.Decide(call.State, _drill.Scenario, call.Command, call.Actor, call.At);
    }

    [Benchmark(Description = "what changed for a role")]
    public object? Role() => Changed(Audience.OfRole("team-1.lead", "en"));

    [Benchmark(Description = "what changed for control")]
    public object? Control() => Changed(Audience.Control("en"));

    private object? Changed(Audience audience)
    {
        var call = Next();
        return View.Changes(call.After, _drill.Scenario, audience, call.Events) ?? (object)View.Of(call.After, _drill.Scenario, audience);
    }

    /// <summary>One call after the other through the whole drill, so that the mean is over all of it.</summary>
    private PlayedCall Next() => _drill.Calls[_next++ % _drill.Calls.Length];
}
