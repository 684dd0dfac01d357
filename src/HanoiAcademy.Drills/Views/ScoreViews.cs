using HanoiAcademy.Drills.Control;
using HanoiAcademy.Drills.Scenarios;
using HanoiAcademy.Drills.Scoring;
using HanoiAcademy.Drills.State;

namespace HanoiAcademy.Drills.Views;

/// <summary>Objectives, penalties and scores: control always; after EndEx a team its own, and of the others what control shares.</summary>
internal static class ScoreViews
{
    public static IEnumerable<(string, ViewRecord)> Of(DrillState state, Scenario scenario, Sight sight)
    {
        foreach (var o in scenario.Objectives)
            if (sight.All || o.Team == sight.TeamId || state.Sharing == Sharing.All)
                yield return ("objective:" + o.Id, Objective(state, sight, o));

        foreach (var p in scenario.Penalties)
            if ((sight.All || p.Team == sight.TeamId || state.Sharing == Sharing.All) && Penalty(state, sight, p) is { } penalty)
                yield return ("penalty:" + p.Id, penalty);

        // Where there is nothing to win or lose, nought of a hundred would be read as a failure.
        if (scenario.Objectives.IsEmpty && scenario.Penalties.IsEmpty)
            yield break;
        foreach (var t in scenario.Teams)
            if (sight.All || t.Id == sight.TeamId || state.Sharing == Sharing.All || (state.Sharing == Sharing.Scores && t.Side == "response"))
                yield return ("score:" + t.Id, OfTeam(state, scenario, sight, t));
    }

    public static ObjectiveView Objective(DrillState state, Sight sight, Objective o)
    {
        var s = state.Objectives.GetValueOrDefault(o.Id);
        var mark = state.Marks.GetValueOrDefault(o.Id);
        var status = o.IsJudgedByPeople ? mark is null ? "open" : mark.Points > 0 ? "won" : "missed" : s?.Status == "partly" ? "won" : s?.Status ?? "open";
        var paper = state.Exercise.OnPaper.GetValueOrDefault("objective " + o.Id);
        var because = paper?.Because ?? s?.Because;
        var voided = Voided(state, Voiding.OfObjective, o.Id, Score.Earned(state, o));
        return new ObjectiveView(o.Id, o.Team, sight.Say(o.Name), o.Points, o.Group, voided is not null ? "voided" : paper is null ? status : paper.Points > 0 ? "won" : "missed", paper is null ? mark?.At ?? s?.At : paper.HappenedAt,
            because is { Length: > 0 } ? because : null, o.Lesson, voided is not null ? 0 : paper?.Points ?? mark?.Points ?? s?.Points, o.IsJudgedByPeople ? [.. o.Rubric.Select(l => new LevelView(l.Id, sight.Say(l.Words), l.Points))] : null, mark?.Level, mark is { Note.Length: > 0 } ? mark.Note : null,
            paper is not null || state.Exercise.Typed("mark", o.Id) is not null ? true : null, voided);
    }

    /// <summary>Null while it was not incurred.</summary>
    public static PenaltyView? Penalty(DrillState state, Sight sight, Penalty p)
    {
        var s = state.Penalties.GetValueOrDefault(p.Id);
        var paper = state.Exercise.OnPaper.GetValueOrDefault("penalty " + p.Id);
        var voided = Voided(state, Voiding.OfPenalty, p.Id, p.Points);
        return s is null && paper is null && voided is null
            ? null
            : new PenaltyView(p.Id, p.Team, sight.Say(p.Name), p.Points, s?.At ?? paper?.HappenedAt, (s?.Because ?? paper?.Because) is { Length: > 0 } because ? because : null, s is null && paper is not null ? true : null, voided);
    }

    private static VoidedView? Voided(DrillState state, string what, string id, int points) =>
        state.Rulings.VoidedOf(what, id) is { } v ? new VoidedView(v.At, v.Seat, v.Reason, points) : null;

    public static ScoreView OfTeam(DrillState state, Scenario scenario, Sight sight, Team t)
    {
        var score = Score.ForTeam(state, scenario, t.Id);
        return new ScoreView(t.Id, sight.Say(t.Name), score.Won, score.Of, score.Penalties, score.Value,
            score.ToJudge == 0 ? null : score.Marked, score.ToJudge == 0 ? null : score.MarkedOf, score.ToJudge == 0 ? null : score.ToJudge);
    }
}
