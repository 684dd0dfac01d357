using System.Collections.Concurrent;
using System.Collections.Immutable;
using HanoiAcademy.Content.Scenarios;
using HanoiAcademy.Drills.Scenarios;
using HanoiAcademy.Drills.Simulation;

namespace HanoiAcademy.Tests.Drills;

/// <summary>The shipped drill, rehearsed once a seed for all tests that look at it.</summary>
internal static class Rehearsed
{
    private static readonly Lazy<Scenario> Shipped = new(() =>
        ScenarioLibrary.Load(Path.Combine(Repository.Root, "scenarios")).Find("invoice-at-dawn").ShouldNotBeNull().Scenario);

    private static readonly ConcurrentDictionary<long, Lazy<ImmutableArray<LoggedRow>>> Logs = new();

    public static Scenario InvoiceAtDawn => Shipped.Value;

    public static ImmutableArray<LoggedRow> Log(long seed) => Logs.GetOrAdd(seed, s => new(() => Rehearsal.Run(InvoiceAtDawn, s))).Value;
}
