using HanoiAcademy.Content.Scenarios;
using HanoiAcademy.Server.Agencies;
using HanoiAcademy.Storage.Drills;

namespace HanoiAcademy.Server.Figures;

/// <summary>A team's medians. Plays: by people; too few show nothing, for one play would be one team's result. Values are in the order of <see cref="Measure.All"/>.</summary>
internal sealed record TeamMedians(string Name, int Plays, IReadOnlyList<decimal?>? People, IReadOnlyList<decimal?>? Simulated);

/// <summary>Runs: of simulated players; 0 while they have not played.</summary>
internal sealed record MediansOfScenario(int Runs, IReadOnlyList<TeamMedians> Teams);

/// <summary>People beside simulated players. People: of drills that the viewer's agencies launched, as with <see cref="AgencyFigures"/>, at least <see cref="FewestPlays"/>.</summary>
internal sealed class ScenarioMedians(IDrillCatalog catalog, FiguresDesk figures, SimulatedPlays simulated)
{
    public const int FewestPlays = 3;

    public async Task<MediansOfScenario> Of(PinnedScenario pinned, Viewer viewer, string language, CancellationToken cancel)
    {
        var scenario = pinned.Scenario;
        var drills = (await catalog.ListVisibleTo(viewer.AccountId!, cancel))
            .Where(drill => drill.ScenarioId == scenario.Id && AgencyFigures.Counts(drill) && AgencyFigures.MayRead(viewer, drill.AgencyId))
            .OrderByDescending(AgencyFigures.Moment).Take(AgencyFigures.MostDrills).ToList();
        var (found, _) = await figures.Of(drills, cancel);
        var played = found.Values.SelectMany(set => set.Teams).Where(figure => figure.People > 0).ToLookup(figure => figure.Team, StringComparer.Ordinal);
        var machine = await simulated.Of(pinned, cancel);
        var runs = (machine?.Figures.Teams ?? []).ToLookup(figure => figure.Team, StringComparer.Ordinal);
        return new MediansOfScenario(machine?.Runs ?? 0,
        [
            .. scenario.Teams.Where(team => played[team.Id].Count() >= FewestPlays || runs[team.Id].Any()).Select(team => new TeamMedians(
                team.Name.In(language, scenario.Language), played[team.Id].Count(),
                played[team.Id].Count() >= FewestPlays ? [.. Measure.All.Select(measure => measure.Median(played[team.Id]))] : null,
                runs[team.Id].Any() ? [.. Measure.All.Select(measure => measure.Median(runs[team.Id]))] : null)),
        ]);
    }
}
