using System.Collections.Immutable;
using HanoiAcademy.Drills;
using HanoiAcademy.Drills.Scenarios;
using static HanoiAcademy.Tests.Drills.Small;

namespace HanoiAcademy.Tests.Drills;

/// <summary>The wider world, and others that have the same things with other times, chances and numbers: much comes at the same moment, some of it never.</summary>
internal static class Worlds
{
    public static ImmutableArray<Scenario> All { get; } = [Wider.World, .. Enumerable.Range(1, 31).Select(Varied)];

    private static Scenario Varied(int world)
    {
        var drawn = 0;
        T One<T>(params T[] of) => of[(int)Luck.Between(0, of.Length - 1, world, "", "world", drawn++)];
        return Wider.World with
        {
            Actions = [.. Wider.World.Actions.Select(a => a with { DurationMs = One(0, a.DurationMs, 30_000, 10 * Minute), Chance = One(5, 50, 100), CooldownMs = One(0, 0, a.CooldownMs, 3 * Minute) })],
            Injects = [.. Wider.World.Injects.Select(i => i with { At = i.At is null ? null : One(i.At.Value, 0, 5 * Minute, 10 * Minute), After = i.When is null ? 0 : One(i.After, 0, 5 * Minute), Chance = One(100, 100, 50) })],
            Adversary = [.. Wider.World.Adversary.Select(p => p with { Skill = One(100, 60), Steps = [.. p.Steps.Select(x => x with { WaitMs = One(x.WaitMs, 0, 10 * Minute), PatienceMs = One(x.PatienceMs, 0, 3 * Minute), Repeat = One(x.Repeat, 1, 4) })] })],
            Meters = [.. Wider.World.Meters.Select(m => m with { RatePerMinute = One(m.RatePerMinute, 0, -300, 7, 250) })],
            Decisions = [.. Wider.World.Decisions.Select(d => d with { At = One(d.At, 0L, 10 * Minute), WithinMs = One(d.WithinMs, null, Minute) })],
            Objectives = [.. Wider.World.Objectives.Select(o => o with { By = o.AtEnd || o.Measure is not null ? o.By : One(o.By, null, 10 * Minute) })],
            Pools = [.. Wider.World.Pools.Select(p => p with { Take = One(p.Take, 0, 1), From = One(p.From, 0L), Gap = One(p.Gap, 0L, 30 * Minute) })],
            Courts = [.. Wider.World.Courts.Select(c => c with { At = One<long?>(null, 5 * Minute), WithinMs = One(c.WithinMs, null, Minute) })],
            Evidence = [.. Wider.World.Evidence.Select(e => e with { GoneWhen = e.GoneWhen is null ? null : One(e.GoneWhen, new AtTime(10 * Minute)) })],
            Questionnaires = [.. Wider.World.Questionnaires.Select(q => q with { At = q.At is null ? null : One(q.At.Value, 0, 5 * Minute) })],
        };
    }
}
