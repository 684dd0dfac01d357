using HanoiAcademy.Content.Scenarios;
using HanoiAcademy.Server.Agencies;
using HanoiAcademy.Server.Contributions.Reading;
using HanoiAcademy.Server.Drills.Launch;
using HanoiAcademy.Storage.Agencies;
using HanoiAcademy.Storage.Contributions;

namespace HanoiAcademy.Server.Contributions.Launch;

/// <param name="Name">With the prefix.</param>
internal sealed record Launchable(string Name, string Title, string Agency);

/// <summary>
/// Contributions where a scenario is to be launched: named "contribution:id" there, which no scenario of the library can be. The drill keeps that name, so that
/// what is said of a scenario of the library (that it is closed, that somebody plays it alone) is never said of a contribution that gives itself the same id.
/// </summary>
internal sealed class ContributedScenarios(IContributions contributions, ContributionFolders folders, IAgencies agencies)
{
    public const string Prefix = "contribution:";

    public static string NameOf(string contributionId) => Prefix + contributionId;

    /// <summary>Those that the viewer may launch: without errors, and of an agency in which he instructs.</summary>
    public async Task<IReadOnlyList<Launchable>> All(Viewer viewer, CancellationToken cancel = default)
    {
        var names = (await agencies.List(cancel)).ToDictionary(agency => agency.Id, agency => agency.Name, StringComparer.Ordinal);
        return [.. (await contributions.ListVisibleTo(viewer.AccountId!, cancel)).Where(one => one.Errors == 0 && Access.MayLaunch(viewer, one.AgencyId))
            .Select(one => new Launchable(NameOf(one.Id), one.Title, names[one.AgencyId]))];
    }

    /// <summary>The agency for which the viewer launches what has this name; null for a scenario of the library, or when he may not.</summary>
    public async Task<string?> AgencyOf(string name, Viewer viewer) =>
        name.StartsWith(Prefix, StringComparison.Ordinal) && await contributions.Get(name[Prefix.Length..]) is { } one && Access.MayLaunch(viewer, one.AgencyId) ? one.AgencyId : null;

    /// <param name="name">With its prefix.</param>
    /// <param name="agencyId">The agency that launches: what belongs to another does not exist for it.</param>
    public async Task<(PinnedScenario? Scenario, LaunchRefusal? Refusal)> Find(string name, string agencyId, CancellationToken cancel = default)
    {
        if (await contributions.Get(name[Prefix.Length..], cancel) is not { } one || one.AgencyId != agencyId || await contributions.Version(one.Id, one.Version, cancel) is not { } version)
            return (null, new LaunchRefusal("unknown-scenario", name));
        ReadFolder read;
        try
        {
            read = await folders.Read(version, cancel);
        }
        catch (TooBusyException)
        {
            return (null, new LaunchRefusal("contribution-busy"));
        }

        return read.Scenario is { } scenario
            ? (PinnedScenario.Of(scenario), null)
            : (null, new LaunchRefusal("contribution-has-errors", read.Errors.First().Message));
    }
}
