using HanoiAcademy.Drills.Scenarios;
using HanoiAcademy.Storage.Drills;

namespace HanoiAcademy.Server.Drills.Seats;

/// <summary>
/// A seat of a scenario as one sees it who looks for one. Taken: a person sits there; a simulated player makes room. Suggested: the seat
/// that the author would give a newcomer, while it is not taken. Skill: of the simulated player, for those who control.
/// </summary>
internal sealed record SeatPlace(string Seat, string Team, string TeamName, string Role, string RoleName, bool Taken, bool Simulated = false, bool Suggested = false, string? Skill = null)
{
    public static IReadOnlyList<SeatPlace> All(Scenario scenario, IEnumerable<SeatHolder> seated, string language)
    {
        var taken = seated.Select(holder => holder.Seat).ToHashSet(StringComparer.Ordinal);
        return
        [
            .. from team in scenario.Teams
               from role in team.Roles
               from n in Enumerable.Range(1, role.Seats)
               let seat = FormattableString.Invariant($"{team.Id}.{role.Id}.{n}")
               select new SeatPlace(seat, team.Id, team.Name.In(language, scenario.Language), role.Id, role.Name.In(language, scenario.Language),
                   taken.Contains(seat), Suggested: role.Free && n == 1 && !taken.Contains(seat)),
        ];
    }
}
