using HanoiAcademy.Drills.State;

namespace HanoiAcademy.Drills.Views;

internal static class HotWashViews
{
    public static IEnumerable<(string, ViewRecord)> Of(DrillState state, Scenarios.Scenario scenario, Sight sight) =>
        from note in state.HotWash
        where sight.All || note.Value.Team.Length == 0 || note.Value.Team == sight.TeamId
        let n = note.Value
        select ("hot-wash:" + note.Key, (ViewRecord)new HotWashView(note.Key, n.Team, n.Team.Length == 0 ? "" : FeedViews.Names([n.Team], scenario, sight), n.Sort, n.Text, n.Owner, n.Language, n.Seat, n.At, n.Nth, n.MendedBy));
}
