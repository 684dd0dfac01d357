using HanoiAcademy.Drills.Commands;
using HanoiAcademy.Drills.Indexes;
using HanoiAcademy.Drills.Scenarios;
using HanoiAcademy.Drills.State;

namespace HanoiAcademy.Drills.Evidence;

/// <summary>What conditions ask of evidence.</summary>
internal static class EvidenceFacts
{
    public static bool Hold(DrillState s, Scenario scenario, EvidenceIs c) =>
        c.Team.Length > 0 ? Hold(s, scenario, c, c.Team) : scenario.Teams.Any(t => Hold(s, scenario, c, t.Id));

    private static bool Hold(DrillState s, Scenario scenario, EvidenceIs c, string team)
    {
        var key = team + " " + c.Evidence;
        var held = s.Evidence.GetValueOrDefault(key);
        return c.Is switch
        {
            "identified" => s.Identified.ContainsKey(key) || Shows(held, "identified"),
            "collected" => Shows(held, "collected") || Shows(held, "received"),
            "receipted" => held?.Custody.Any(x => x.What == "receipt" && new Actor(x.Seat).Team == team) == true,
            "handed-over" => held?.Custody.Any(x => x.What == "handed-over" && new Actor(x.Seat).Team == team) == true,
            "unauthorised" => held?.Custody.Any(x => new Actor(x.Seat).Team == team && x.Gaps.Any(g => g is "not-authorised" or "abroad")) == true,
            "altered" => held is { Altered: true },
            "unbroken" => held is not null && ScenarioIndex.Of(scenario).Evidence.Find(c.Evidence) is { } item && CustodyGaps.Of(s, item, team).IsEmpty,
            "destroyed" => s.Destroyed.ContainsKey(c.Evidence) && (held is null || c.Team.Length == 0),
            "admitted" => Judged(s, scenario, c, team, held, true),
            "rejected" => Judged(s, scenario, c, team, held, false),
            var step => Shows(held, step),
        };
    }

    private static bool Shows(EvidenceState? held, string step) => held?.Custody.Any(x => x.What == step) == true;

    /// <summary>Of who filed, or should have, and of all through whose hands it went.</summary>
    private static bool Judged(DrillState s, Scenario scenario, EvidenceIs c, string team, EvidenceState? held, bool admitted) =>
        s.Courts.Any(court => court.Value.Verdicts.Any(v => v.Evidence == c.Evidence && v.Admitted == admitted)
            && (c.Team.Length == 0 || held?.Custody.Any(x => new Actor(x.Seat).Team == team) == true
                || (court.Value.Seat is { } filer ? new Actor(filer).Team == team : ScenarioIndex.Of(scenario).Courts[court.Key].By.Any(r => new Actor(r).Team == team))));
}
