using HanoiAcademy.Drills.Simulation;

namespace HanoiAcademy.Content.Rehearsals.Plots;

/// <summary>Bands from the tenth to the ninetieth percentile with the median, by skill, of the drill and of each team; strategies as single marks below.</summary>
internal static class ScorePlot
{
    private const int Left = 260, Width = 900, Row = 18, Top = 28;

    public static string Draw(RehearsalResult r)
    {
        var groups = new List<(string Name, string? Team)> { ("The drill", null) };
        groups.AddRange(r.Scenario.Teams.Where(t => r.Runs.Any(p => p.Teams.ContainsKey(t.Id))).Select(t => (r.Say(t.Name), (string?)t.Id)));
        var strategies = Strategy.All.Where(s => r.By(s.Id).Any()).ToArray();
        var height = Top + groups.Count * (Skill.Compared.Count * Row + 10) + strategies.Length * Row + 40;
        var svg = new Svg(Width, height, "Scores by skill: tenth percentile, median and ninetieth percentile, in per cent");
        for (var score = 0; score <= 100; score += 20)
            svg.Line(X(score), Top - 8, X(score), height - 20, "grid").Text(X(score), Top - 12, $"{score}", "middle", "s");
        double y = Top;
        foreach (var (name, team) in groups)
        {
            svg.Text(Left - 90, y + Row * 1.9, Short(name), "end", team is null ? "b" : "t");
            foreach (var skill in Skill.Compared)
            {
                var band = r.BandOf(skill.Id, team);
                svg.Text(Left - 8, y + 13, skill.Id, "end", "s")
                    .Rect(X(band.Low), y + 3, Math.Max(2, X(band.High) - X(band.Low)), Row - 6, skill.Id, $"{name}, {skill.Id}: {band.Low} to {band.High}, median {band.Median}")
                    .Rect(X(band.Median) - 1.5, y + 1, 3, Row - 2, "median")
                    .Text(X(band.High) + 6, y + 13, $"{band.Median}", style: "s");
                y += Row;
            }

            y += 10;
        }

        foreach (var strategy in strategies)
        {
            var score = r.BandOf(strategy.Id).Median;
            svg.Text(Left - 8, y + 13, strategy.Name, "end", "s").Circle(X(score), y + 9, 5, score >= Findings.StrategyUnder ? "bad" : "mark", $"{strategy.Name}: {score}").Text(X(score) + 9, y + 13, $"{score}", style: "s");
            y += Row;
        }

        return svg.ToString();
    }

    private static double X(int score) => Left + score * (Width - Left - 40) / 100.0;

    private static string Short(string name) => name.Length <= 24 ? name : name[..23] + "…";
}
