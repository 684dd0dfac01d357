using HanoiAcademy.Drills.Scenarios;
using HanoiAcademy.Drills.State;

namespace HanoiAcademy.Drills.Views;

internal static class ClockViews
{
    public static ClockView Of(DrillState state, Scenario scenario, Sight sight)
    {
        var phase = scenario.Phases[state.Phase];
        var zone = Profile(scenario, sight);
        var end = state.End is { } id ? scenario.Ends.FirstOrDefault(e => e.Id == id) : null;
        return new ClockView(state.Status, state.Speed, sight.Say(scenario.Title), sight.Say(phase.Title), phase.At, phase.Story, phase.Rate,
            zone?.OffsetMinutes ?? 0, zone is null ? "UTC" : sight.Say(zone.ZoneName.IsEmpty ? zone.Name : zone.ZoneName), scenario.PlannedMs,
            state.By, state.Why, end is null ? null : sight.Say(end.Title), state.Alone ? true : null, state.ForkedAt,
            state.Phase == 0 ? null : [.. scenario.Phases.Take(state.Phase).Select(p => new PhaseMark(p.At, p.Story, p.Rate))]);
    }

    public static BriefView Brief(Scenario scenario, Sight sight)
    {
        var state = Profile(scenario, sight);
        return new BriefView(sight.Say(scenario.Assumption), sight.Say(scenario.Summary),
            sight.TeamId, sight.Team is null ? "" : sight.Say(sight.Team.Name), sight.Team is null ? "" : sight.Say(sight.Team.Brief.Html),
            sight.Role?.Id ?? "", sight.Role is null ? "" : sight.Say(sight.Role.Name), sight.Role is null ? "" : sight.Say(sight.Role.Brief.Html),
            state?.Id ?? "", state is null ? "" : sight.Say(state.Name), state is null ? "" : sight.Say(state.About));
    }

    /// <summary>A team reads its own State's clock; control the first State's.</summary>
    private static StateProfile? Profile(Scenario scenario, Sight sight) =>
        sight.Team is null ? scenario.States.FirstOrDefault() : scenario.States.FirstOrDefault(s => s.Id == sight.Team.State);
}
