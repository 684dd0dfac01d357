using System.Collections.Immutable;
using HanoiAcademy.Drills.Commands;
using HanoiAcademy.Drills.Indexes;
using HanoiAcademy.Drills.Scenarios;
using HanoiAcademy.Drills.State;

namespace HanoiAcademy.Drills.World;

/// <summary>What of the world a team or a role sees: what the scenario shows it from the start, and what it has come to see since.</summary>
internal static class Visibility
{
    /// <summary>Who: a team, or a role (team.role), which sees what its team sees and what only it was shown.</summary>
    public static bool Sees(DrillState state, Scenario scenario, string who, string what, string id)
    {
        var start = FromStart(scenario, what, id);
        return start.Contains("all") || Has(who) || who.IndexOf('.', StringComparison.Ordinal) is > 0 and var dot && Has(who[..dot]);

        bool Has(string one) => start.Contains(one) || state.Known.Contains($"{one} {what} {id}");
    }

    private static ImmutableArray<string> FromStart(Scenario scenario, string what, string id) => what switch
    {
        "asset" => ScenarioIndex.Of(scenario).Assets.Find(id)?.SeenBy ?? [],
        "meter" => ScenarioIndex.Of(scenario).Meters.Find(id)?.SeenBy ?? [],
        "data" => ScenarioIndex.Of(scenario).DataSets.Find(id)?.KnownTo ?? [],
        "evidence" => ScenarioIndex.Of(scenario).Evidence.Find(id)?.SeenBy ?? [],
        // "retention", when a data set is deleted, nobody is told from the start.
        "property" => scenario.Properties.FirstOrDefault(x => x.Id == id)?.KnownTo ?? [],
        _ => [],
    };

    /// <summary>Whether an address list ("all", team, team.role) names a role.</summary>
    public static bool Addresses(ImmutableArray<string> to, string team, string teamRole) =>
        to.Contains("all") || to.Contains(team) || to.Contains(teamRole);

    /// <summary>Whether it reaches a seat: by its role, its team, or by its own name.</summary>
    public static bool AddressesSeat(ImmutableArray<string> to, Actor seat) => Addresses(to, seat.Team, seat.TeamRole) || to.Contains(seat.Id);

    /// <summary>Whether it names the team or any of its roles.</summary>
    public static bool AddressesTeam(ImmutableArray<string> to, string team) =>
        to.Contains("all") || to.Contains(team) || to.Any(x => x.StartsWith(team + ".", StringComparison.Ordinal));
}
