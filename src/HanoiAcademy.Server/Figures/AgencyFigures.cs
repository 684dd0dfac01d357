using HanoiAcademy.Drills.Scenarios;
using HanoiAcademy.Server.Agencies;
using HanoiAcademy.Server.Drills.Rooms;
using HanoiAcademy.Storage.Drills;

namespace HanoiAcademy.Server.Figures;

/// <summary>One drill of a team's line.</summary>
internal sealed record FigureLine(DrillEntry Drill, TeamFigure Figure);

/// <summary>A team over the drills of one scenario, oldest first.</summary>
internal sealed record TeamOverTime(string Team, string Name, IReadOnlyList<FigureLine> Lines);

internal sealed record ScenarioOverTime(string Id, string Title, IReadOnlyList<TeamOverTime> Teams);

/// <summary>Scenarios: those of which the agency has ended drills, the latest first. Shown: one of them. Waiting: drills whose figures are still to be worked out.</summary>
internal sealed record FiguresOfAgency(IReadOnlyList<(string Id, string Title)> Scenarios, ScenarioOverTime? Shown, int Waiting);

/// <summary>
/// An agency's own drills over time. Not what somebody played alone, which is his and no team's; not forks, whose players knew what comes; not the demo.
/// </summary>
internal sealed class AgencyFigures(IDrillCatalog catalog, FiguresDesk figures, LaunchedScenarios scenarios)
{
    public const int MostDrills = 100;

    public static bool MayRead(Viewer viewer, string agencyId) => Access.MayLaunch(viewer, agencyId);

    public static bool Counts(DrillEntry drill) => drill is { Status: DrillStatus.Ended, IsAlone: false, IsDemo: false, ForkedFrom: null };

    public async Task<FiguresOfAgency> Of(string agencyId, Viewer viewer, string? scenarioId, string language, CancellationToken cancel)
    {
        var drills = (await catalog.ListVisibleTo(viewer.AccountId!, cancel)).Where(drill => drill.AgencyId == agencyId && Counts(drill)).OrderByDescending(Moment).ToList();
        var known = drills.DistinctBy(drill => drill.ScenarioId).ToList();
        var titles = new List<(string, string)>();
        foreach (var drill in known)
            titles.Add((drill.ScenarioId, await scenarios.Find(drill.ContentSha256, cancel) is { } content ? content.Title.In(language, content.Language) : drill.ScenarioId));
        var shown = known.FirstOrDefault(drill => drill.ScenarioId == scenarioId) ?? known.FirstOrDefault();
        if (shown is null)
            return new FiguresOfAgency([], null, 0);
        var of = drills.Where(drill => drill.ScenarioId == shown.ScenarioId).Take(MostDrills).Reverse().ToList();
        var (found, waiting) = await figures.Of(of, cancel);
        var scenario = await scenarios.Find(shown.ContentSha256, cancel);
        var teams = found.Values.SelectMany(set => set.Teams).Where(team => team.People > 0).Select(team => team.Team).Distinct(StringComparer.Ordinal)
            .Select(team => new TeamOverTime(team, NameOf(scenario, team, language), [.. of.Where(drill => found.ContainsKey(drill.Id))
                .SelectMany(drill => found[drill.Id].Teams.Where(figure => figure.Team == team && figure.People > 0).Select(figure => new FigureLine(drill, figure)))]));
        return new FiguresOfAgency(titles, new ScenarioOverTime(shown.ScenarioId, titles.First(one => one.Item1 == shown.ScenarioId).Item2, [.. teams]), waiting);
    }

    public static DateTimeOffset Moment(DrillEntry drill) => drill.EndedWall ?? drill.CreatedWall;

    private static string NameOf(Scenario? scenario, string team, string language) =>
        scenario?.Teams.FirstOrDefault(one => one.Id == team) is { } found ? found.Name.In(language, scenario.Language) : team;
}
