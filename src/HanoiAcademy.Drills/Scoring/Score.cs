using HanoiAcademy.Drills.Scenarios;
using HanoiAcademy.Drills.State;

namespace HanoiAcademy.Drills.Scoring;

/// <summary>
/// Points of a team. Won of Of are what the rules judge, less Penalties; Marked of MarkedOf what people have judged so far, of ToJudge in all.
/// Value is 0 to 100, over what is judged; RulesValue over what a rehearsal can judge.
/// </summary>
public sealed record Score(string Team, int Won, int Of, int Penalties, int Marked = 0, int MarkedOf = 0, int ToJudge = 0)
{
    public int Value => PerCent(Won + Marked - Penalties, Of + MarkedOf);

    public int RulesValue => PerCent(Won - Penalties, Of);

    public static Score ForTeam(DrillState state, Scenario scenario, string team)
    {
        var mine = scenario.Objectives.Where(o => o.Team == team).ToList();
        var requests = Requests.RequestPoints.ForTeam(state, scenario, team);
        var marked = mine.Where(o => o.IsJudgedByPeople && state.Marks.ContainsKey(o.Id)).ToList();
        return new(
            team,
            mine.Where(o => !o.IsJudgedByPeople).Sum(o => PointsWon(state, o)) + requests.Won,
            mine.Where(o => !o.IsJudgedByPeople).Sum(o => o.Points) + requests.Of,
            scenario.Penalties.Where(p => p.Team == team && Counts(state, p)).Sum(p => p.Points) + requests.Penalties,
            marked.Sum(o => PointsWon(state, o)),
            marked.Sum(o => o.Points),
            mine.Where(o => o.IsJudgedByPeople).Sum(o => o.Points));
    }

    /// <summary>Whether a penalty takes its points away: it was incurred, and not voided.</summary>
    public static bool Counts(DrillState state, Penalty p) =>
        (state.Penalties.ContainsKey(p.Id) || state.Exercise.OnPaper.ContainsKey("penalty " + p.Id)) && state.Rulings.VoidedOf(Voiding.OfPenalty, p.Id) is null;

    public static int PointsWon(DrillState state, Objective o) =>
        state.Rulings.VoidedOf(Voiding.OfObjective, o.Id) is not null ? 0 : Earned(state, o);

    /// <summary>What it brought, whether or not it was voided since.</summary>
    internal static int Earned(DrillState state, Objective o) =>
        state.Exercise.OnPaper.GetValueOrDefault("objective " + o.Id) is { } paper ? paper.Points
        : o.IsJudgedByPeople ? state.Marks.GetValueOrDefault(o.Id)?.Points ?? 0
        : state.Objectives.GetValueOrDefault(o.Id) is not { } s ? 0
        : s.Status == "won" ? o.Points
        : s.Points ?? 0;

    /// <summary>The drill's score: the mean of its response teams that have points to win.</summary>
    public static int OfDrill(DrillState state, Scenario scenario)
    {
        var scores = scenario.Teams.Where(t => t.Side == "response").Select(t => ForTeam(state, scenario, t.Id)).Where(s => s.Of + s.MarkedOf > 0).ToList();
        return scores.Count == 0 ? 0 : scores.Sum(s => s.Value) / scores.Count;
    }

    private static int PerCent(int won, int of) => of == 0 ? 0 : Math.Max(0, won * 100 / of);
}
