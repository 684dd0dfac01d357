using HanoiAcademy.Drills.Scenarios;
using HanoiAcademy.Drills.Simulation;

namespace HanoiAcademy.Content.Rehearsals;

/// <summary>Tenth percentile, median and ninetieth percentile of scores (0-100).</summary>
public sealed record Band(int Low, int Median, int High);

/// <summary>All runs of a rehearsal. What it says does not depend on the order in which they were played.</summary>
public sealed class RehearsalResult
{
    private readonly ILookup<string, Played> _byPlayers;

    public RehearsalResult(Scenario scenario, IEnumerable<Played> runs)
    {
        Scenario = scenario;
        Runs = [.. runs.OrderBy(r => r.Players, StringComparer.Ordinal).ThenBy(r => r.Seed)];
        _byPlayers = Runs.ToLookup(r => r.Players, StringComparer.Ordinal);
    }

    public Scenario Scenario { get; }

    public IReadOnlyList<Played> Runs { get; }

    /// <summary>Runs by one skill or strategy.</summary>
    public IEnumerable<Played> By(string players) => _byPlayers[players];

    /// <summary>Of the skills' runs; strategies show what is possible, not what people do.</summary>
    public IEnumerable<Played> BySkills => Skill.Compared.SelectMany(s => By(s.Id));

    /// <param name="players">A skill or strategy that has runs.</param>
    /// <param name="team">A team's id; null for the drill.</param>
    public Band BandOf(string players, string? team = null)
    {
        var scores = By(players).Select(r => team is null ? r.Score : r.Teams.GetValueOrDefault(team)).Order().ToArray();
        return new Band(scores[Rank(scores.Length, 10)], scores[Rank(scores.Length, 50)], scores[Rank(scores.Length, 90)]);
    }

    /// <summary>Of a hundred runs by these players, how many are so.</summary>
    public int Share(string players, Func<Played, bool> isSo)
    {
        var runs = By(players).ToArray();
        return runs.Length == 0 ? 0 : (runs.Count(isSo) * 100 + runs.Length / 2) / runs.Length;
    }

    public string Say(Text text) => text.In(Scenario.Language, Scenario.Language);

    public string TeamName(string team) => Scenario.Teams.FirstOrDefault(t => t.Id == team) is { } t ? Say(t.Name) : team;

    // Nearest rank.
    private static int Rank(int count, int percent) => Math.Max(0, (count * percent + 99) / 100 - 1);
}
