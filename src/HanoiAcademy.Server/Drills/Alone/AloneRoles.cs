using HanoiAcademy.Drills.Scenarios;

namespace HanoiAcademy.Server.Drills.Alone;

/// <summary>
/// The seats that the page of a scenario names and that one may play alone. Not those of an attack: its brief is the plan, which is what the others are to find out.
/// </summary>
internal static class AloneRoles
{
    public static IEnumerable<Team> Teams(Scenario scenario) => scenario.Teams.Where(team => team.Side is "response" or "partner");

    /// <summary>The first seat of a role, "team.role.1"; null for one that nobody plays alone.</summary>
    public static string? Seat(Scenario scenario, string role) =>
        Teams(scenario).SelectMany(team => team.Roles.Select(one => $"{team.Id}.{one.Id}")).Contains(role, StringComparer.Ordinal) ? $"{role}.1" : null;

    /// <summary>"team.role" that the author would give a newcomer.</summary>
    public static string Suggested(Scenario scenario) =>
        Teams(scenario).SelectMany(team => team.Roles.Select(role => (Role: $"{team.Id}.{role.Id}", role.Free))).OrderBy(one => !one.Free).Select(one => one.Role).FirstOrDefault("");
}
