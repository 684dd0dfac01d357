using HanoiAcademy.Drills.Scenarios;
using HanoiAcademy.Drills.Simulation;

namespace HanoiAcademy.Content.Rehearsals;

/// <summary>One run of a rehearsal: a seed, and who plays: all of one skill, or all by one strategy.</summary>
public sealed record RehearsalRun(long Seed, Skill? Skill, Strategy? Strategy)
{
    /// <summary>One run in so many is shared out to each fixed strategy; they have little luck to vary.</summary>
    private const int RunsAStrategy = 50;

    public Played Play(Scenario scenario) => Strategy is { } strategy ? Rehearsal.Play(scenario, Seed, strategy) : Rehearsal.Play(scenario, Seed, Skill!);

    /// <summary>
    /// So many runs in all (a few more if there would not be one of each): the skills share them evenly and play the same seeds, so that they are
    /// compared under the same luck.
    /// </summary>
    public static IReadOnlyList<RehearsalRun> Plan(int runs, long firstSeed)
    {
        var each = Math.Max(1, runs / RunsAStrategy);
        var left = Math.Max(Skill.Compared.Count, runs - each * Strategy.All.Count);
        return
        [
            .. Enumerable.Range(0, left).Select(n => new RehearsalRun(firstSeed + n / Skill.Compared.Count, Skill.Compared[n % Skill.Compared.Count], null)),
            .. Strategy.All.SelectMany(s => Enumerable.Range(0, each).Select(n => new RehearsalRun(firstSeed + n, null, s))),
        ];
    }
}
