using HanoiAcademy.Drills.Commands;
using HanoiAcademy.Drills.Indexes;
using HanoiAcademy.Drills.Scenarios;
using HanoiAcademy.Drills.State;

namespace HanoiAcademy.Drills.Views;

/// <summary>Courts as those see them whom they ask, and control.</summary>
internal static class CourtViews
{
    public static IEnumerable<(string, ViewRecord)> Of(DrillState state, Scenario scenario, Sight sight)
    {
        foreach (var court in scenario.Courts)
            if (One(state, scenario, sight, court) is { } view)
                yield return ("court:" + court.Id, view);
    }

    public static ViewRecord? One(DrillState state, Scenario scenario, Sight sight, Court court)
    {
        if (!state.Courts.TryGetValue(court.Id, out var s) || !(sight.All || court.By.Any(r => new Actor(r).Team == sight.TeamId)))
            return null;
        return new CourtView(court.Id, sight.Say(court.Title), sight.Say(court.Asks), s.Status, s.Status == "asked" && court.By.Contains(sight.TeamRole), s.AskedAt, s.Deadline,
            [.. court.Items.Concat(s.Items.Select(i => i.Evidence)).Distinct(StringComparer.Ordinal).Select(i => Item(scenario, sight, s, i))],
            s.Seat, s.Purpose.Length == 0 ? null : s.Purpose, court.RestsOn);
    }

    private static CourtItemView Item(Scenario scenario, Sight sight, CourtState s, string evidence)
    {
        var verdict = s.Verdicts.FirstOrDefault(v => v.Evidence == evidence);
        return new CourtItemView(evidence, sight.Say(ScenarioIndex.Of(scenario).Evidence[evidence].Name), s.Items.FirstOrDefault(i => i.Evidence == evidence)?.Log, verdict?.Admitted, verdict?.Gaps ?? []);
    }
}
