using HanoiAcademy.Content.Problems;
using HanoiAcademy.Content.Rehearsals;
using HanoiAcademy.Content.Scenarios.Reading;
using HanoiAcademy.Drills.Scenarios;
using HanoiAcademy.Drills.Simulation;

namespace HanoiAcademy.Content.Scenarios.Checks;

/// <summary>
/// Seats with nothing to read, answer or decide for more than ten drill minutes. No timetable tells that alone, since much comes by condition: a
/// few runs by good players do. Too slow for a site that starts; `academy check` runs it.
/// </summary>
internal static class QuietCheck
{
    private const int Runs = 3;

    public static void Run(Checked c)
    {
        Played[] runs = [.. Enumerable.Range(1, Runs).Select(seed => Rehearsal.Play(c.Scenario, seed, Skill.Good))];
        foreach (var team in c.Scenario.Teams)
            foreach (var role in team.Roles)
                Role(c, runs, team, role);
    }

    private static void Role(Checked c, Played[] runs, Team team, Role role)
    {
        string[] seats = [.. Enumerable.Range(1, role.Seats).Select(n => FormattableString.Invariant($"{team.Id}.{role.Id}.{n}"))];
        // More than the ten minutes: a stretch of whole idle minutes may begin and end within one that was not.
        var stretches = Workload.Stretches(Workload.Idle(runs, seats), Workload.TooQuiet + 1).ToArray();
        if (stretches.Length > 0)
            c.Wrong(Thing.Role, $"{team.Id}.{role.Id}", "id", "seat-idle", $"{team.Id}.{role.Id} has nothing to read, answer or decide {string.Join(" and ", stretches.Select(s => $"from {s.From} to {s.To}"))} (drill minutes; played by simulated players). Give it something there.", Severity.Warning);
    }
}
