using HanoiAcademy.Content.Problems;
using HanoiAcademy.Content.Scenarios.Reading;

namespace HanoiAcademy.Content.Scenarios.Checks;

/// <summary>What a team needs to play and be scored, and what a drill says of itself.</summary>
internal static class TeamChecks
{
    public static void Run(Checked c)
    {
        if (c.Scenario.Objectives.IsEmpty)
            c.Wrong("teams", "points-missing", "No objective gives points, so the rules score nobody: evaluators mark what the injects expect. Add objectives for what the rules can judge.", Severity.Warning);
        // What people judge they judge of whom they like; the rules must not give points to some and have none for others.
        foreach (var team in c.Scenario.Teams.Where(t => c.Scenario.Objectives.Any(o => !o.IsJudgedByPeople) && t.Side == "response" && c.Scenario.Objectives.Where(o => o.Team == t.Id).Sum(o => o.Points) == 0))
            c.Wrong(Thing.Team, team.Id, "id", "team-without-points", $"The response team ‘{team.Id}’ can win nothing; give it an objective with points.");
        if (c.Scenario.Teams.All(t => t.Side != "response"))
            c.Wrong("teams", "response-missing", "No team has ‘side: response’, so nobody is scored; say which teams respond.");
        var free = c.Scenario.Teams.SelectMany(t => t.Roles.Where(r => r.Free).Select(r => $"{t.Id}.{r.Id}")).ToArray();
        foreach (var role in free.Skip(1))
            c.Wrong(Thing.Role, role, "free", "free-twice", $"A demo leaves one seat to the visitor, and ‘{free[0]}’ is that; remove ‘free’ here.");
        if (!Says(c.Scenario.Assumption.In(c.Scenario.Language, c.Scenario.Language), c.Scenario.Language))
            c.Wrong("assumption", "assumption-missing", "Every drill says what it assumes; write ‘assumption: \"Exercise assumption: all fictional States are Parties; the Convention's real status is shown on the status page.\"’.");
    }

    private static bool Says(string assumption, string language) =>
        assumption.Length > 0 && (language != "en" || assumption.Contains("exercise", StringComparison.OrdinalIgnoreCase));
}
