using HanoiAcademy.Drills.Commands;
using HanoiAcademy.Drills.Indexes;
using HanoiAcademy.Drills.Injects;
using HanoiAcademy.Drills.Scenarios;
using HanoiAcademy.Drills.State;
using HanoiAcademy.Drills.World;

namespace HanoiAcademy.Drills.Views;

/// <summary>
/// What a local controller sees: all that his own team's roles see, and of what control sees that which concerns his team. Nothing of the others but who
/// sits where; no adversary's plan, for it moves against all.
/// </summary>
internal static class LocalViews
{
    public static IEnumerable<(string, ViewRecord)> Of(DrillState state, Scenario scenario, Sight sight, string team)
    {
        if (ScenarioIndex.Of(scenario).Teams.Find(team) is not { } own)
            yield break;
        var seen = new SortedSet<string>(StringComparer.Ordinal);
        foreach (var role in own.Roles)
            foreach (var (key, record) in View.OfRole(state, scenario, sight with { Team = own, Role = role }))
                if (record is not (ClockView or BriefView or ActionView or ScoreView or ObjectiveView or PenaltyView or AdversaryView) && seen.Add(key))
                    yield return (key, record);
        foreach (var (key, record) in View.OfControl(state, scenario, sight))
            if (record is ClockView or BriefView || IsHis(state, scenario, team, record))
                yield return (key, Cut(state, scenario, sight, team, record));
    }

    /// <summary>An inject may go to several teams; whether the others did what is expected of them is not his to know.</summary>
    private static ViewRecord Cut(DrillState state, Scenario scenario, Sight sight, string team, ViewRecord record) =>
        record is PlanView plan ? ControlViews.Plan(state, scenario, sight, plan.Inject, team) : record;

    private static bool IsHis(DrillState state, Scenario scenario, string team, ViewRecord record) => record switch
    {
        SettingsView => true,
        TileView x => x.Team == team,
        ScoreView x => x.Team == team,
        ObjectiveView x => x.Team == team,
        PenaltyView x => x.Team == team,
        NoteView x => x.Team == team,
        HotWashView x => x.Team.Length == 0 || x.Team == team,
        LinkView x => new Actor(x.Seat).Team == team,
        WaitingView x => x.Team == team,
        PlanView x => Addresses(state, scenario, x.Inject, team),
        InjectView x => Addresses(state, scenario, x.Id, team),
        NextView { What: "inject" } x => Addresses(state, scenario, x.Id, team),
        ClaimView x => Claimed(state, scenario, x.Key, team),
        ControlLogView { What: "voided" } x => Scoring.Voiding.TeamOf(scenario, x.Id) == team,
        ControlLogView { What: "team-removed" } x => x.Id == team,
        // What moved everybody's clock; and what was done to his own injects.
        ControlLogView x => x.What is "paused" or "resumed" or "speed-set" or "jumped" or "stopped" or "ended" or "reopened" or "recovered" or "forked" or "sharing-set" or "replay-sharing-set"
            || Addresses(state, scenario, x.Id, team),
        _ => false,
    };

    private static bool Claimed(DrillState state, Scenario scenario, string key, string team) =>
        key.StartsWith("plan:", StringComparison.Ordinal) ? Addresses(state, scenario, key[5..], team)
        : state.Waiting.GetValueOrDefault(key["feed:".Length..])?.Team == team;

    private static bool Addresses(DrillState state, Scenario scenario, string inject, string team) =>
        InjectBook.FindOrNull(state, scenario, inject) is { } found && Visibility.AddressesTeam(found.To, team);
}
