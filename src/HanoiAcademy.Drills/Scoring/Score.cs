using HanoiAcademy.Drills.Scenarios;
using HanoiAcademy.Drills.State;

namespace HanoiAcademy.Drills.Scoring;

/// <summary>Points of a team: won, of those to be won, taken by penalties; Value is 0 to 100.</summary>
public sealed record Score(string Team, int Won, int Of, int Penalties)
{
    public int Value => Of == 0 ? 0 : Math.Max(0, (Won - Penalties) * 100 / Of);

    public static Score ForTeam(DrillState state, Scenario scenario, string team)
    {
        var requests = Requests.RequestPoints.ForTeam(state, scenario, team);
        return new(
            team,
            scenario.Objectives.Where(o => o.Team == team && state.Objectives.TryGetValue(o.Id, out var s) && s.Status == "won").Sum(o => o.Points) + requests.Won,
            scenario.Objectives.Where(o => o.Team == team).Sum(o => o.Points) + requests.Of,
            scenario.Penalties.Where(p => p.Team == team && state.Penalties.ContainsKey(p.Id)).Sum(p => p.Points) + requests.Penalties);
    }

    /// <summary>The drill's score: the mean of its response teams that have points to win.</summary>
    public static int OfDrill(DrillState state, Scenario scenario)
    {
        var scores = scenario.Teams.Where(t => t.Side == "response").Select(t => ForTeam(state, scenario, t.Id)).Where(s => s.Of > 0).ToList();
        return scores.Count == 0 ? 0 : scores.Sum(s => s.Value) / scores.Count;
    }
}
