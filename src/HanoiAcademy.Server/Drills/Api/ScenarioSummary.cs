using HanoiAcademy.Drills.Scenarios;

namespace HanoiAcademy.Server.Drills.Api;

internal sealed record ScenarioSummary(string Id, string Version, string Title, string Summary, string Mode, long PlannedMs, int Teams, int Seats, IReadOnlyList<string> Languages)
{
    public static ScenarioSummary Of(Scenario scenario, string language) => new(
        scenario.Id, scenario.Version, scenario.Title.In(language, scenario.Language), scenario.Summary.In(language, scenario.Language), scenario.Mode,
        scenario.PlannedMs, scenario.Teams.Length, scenario.Teams.Sum(team => team.Roles.Sum(role => role.Seats)), [.. scenario.Languages]);
}
