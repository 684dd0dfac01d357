using HanoiAcademy.Drills.Scenarios;
using HanoiAcademy.Server.Drills.Alone;

namespace HanoiAcademy.Server.Drills.Api;

internal sealed record ScenarioSummary(string Id, string Version, string Title, string Summary, string Mode, long PlannedMs, int Teams, int Seats, IReadOnlyList<string> Languages, bool Closed = false)
{
    /// <summary>Read by strangers: nothing of what happens in it, nor whether anybody plays the other side.</summary>
    public static ScenarioSummary Of(Scenario scenario, string language, bool closed = false) => new(
        scenario.Id, scenario.Version, scenario.Title.In(language, scenario.Language), scenario.Summary.In(language, scenario.Language), scenario.Mode,
        scenario.PlannedMs, AloneRoles.Teams(scenario).Count(), AloneRoles.Teams(scenario).Sum(team => team.Roles.Sum(role => role.Seats)), [.. scenario.Languages], closed);
}
