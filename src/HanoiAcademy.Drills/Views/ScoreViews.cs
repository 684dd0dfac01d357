using HanoiAcademy.Drills.Scenarios;
using HanoiAcademy.Drills.Scoring;
using HanoiAcademy.Drills.State;

namespace HanoiAcademy.Drills.Views;

/// <summary>Objectives and scores: control always, a team its own after EndEx.</summary>
internal static class ScoreViews
{
    public static IEnumerable<(string, ViewRecord)> Of(DrillState state, Scenario scenario, Sight sight)
    {
        foreach (var o in scenario.Objectives)
            if (sight.All || o.Team == sight.TeamId)
            {
                var s = state.Objectives.GetValueOrDefault(o.Id);
                yield return ("objective:" + o.Id, new ObjectiveView(o.Id, o.Team, sight.Say(o.Name), o.Points, o.Group, s?.Status ?? "open", s?.At, s is { Because.Length: > 0 } ? s.Because : null, o.Lesson));
            }

        foreach (var t in scenario.Teams)
            if (sight.All || t.Id == sight.TeamId)
            {
                var score = Score.ForTeam(state, scenario, t.Id);
                yield return ("score:" + t.Id, new ScoreView(t.Id, sight.Say(t.Name), score.Won, score.Of, score.Penalties, score.Value));
            }
    }
}
