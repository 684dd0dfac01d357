using HanoiAcademy.Drills.Scenarios;
using HanoiAcademy.Drills.State;

namespace HanoiAcademy.Drills.Views;

/// <summary>Teams that were taken out: that they no longer play is everybody's to know, why is their own and control's.</summary>
internal static class RulingViews
{
    public static IEnumerable<(string, ViewRecord)> Out(DrillState state, Scenario scenario, Sight sight) =>
        from gone in state.Rulings.Out
        let team = scenario.Teams.First(t => t.Id == gone.Key)
        select ("out:" + team.Id, (ViewRecord)new OutView(team.Id, sight.Say(team.Name), gone.Value.At, sight.All || sight.TeamId == team.Id ? gone.Value.Reason : null));
}
