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
        // What was filed is the filer's: the others of whom the court asked hear what it admitted.
        var own = sight.All || s.Seat is null || new Actor(s.Seat).Team == sight.TeamId;
        return new CourtView(court.Id, sight.Say(court.Title), sight.Say(court.Asks), s.Status, s.Status == "asked" && court.By.Contains(sight.TeamRole) && !state.Rulings.IsOut(sight.TeamId), s.AskedAt, state.Rulings.AllOut(court.By) ? null : s.Deadline,
            [.. court.Items.Concat(own ? s.Items.Select(i => i.Evidence) : []).Distinct(StringComparer.Ordinal).Select(i => Item(scenario, sight, s, i, own))],
            s.Seat, own && s.Purpose.Length > 0 ? s.Purpose : null, court.RestsOn);
    }

    private static CourtItemView Item(Scenario scenario, Sight sight, CourtState s, string evidence, bool own)
    {
        var verdict = s.Verdicts.FirstOrDefault(v => v.Evidence == evidence);
        return new CourtItemView(evidence, sight.Say(ScenarioIndex.Of(scenario).Evidence[evidence].Name), own ? s.Items.FirstOrDefault(i => i.Evidence == evidence)?.Log : null,
            verdict?.Admitted, own ? verdict?.Gaps ?? [] : []);
    }
}
