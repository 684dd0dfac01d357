using HanoiAcademy.Server.Agencies;
using HanoiAcademy.Server.Contributions.Launch;
using HanoiAcademy.Storage.Agencies;

namespace HanoiAcademy.Server.Drills.Launch;

/// <summary>For which agency somebody launches.</summary>
internal sealed class LaunchAgency(IAgencies agencies, ContributedScenarios contributed)
{
    /// <summary>The agency's id; null when there is none of that name in which he instructs. Without a name: the first he instructs in.</summary>
    /// <param name="scenario">What is launched: a contribution says itself for which agency that is, and another one that is named is refused.</param>
    public async Task<string?> Choose(Viewer viewer, string slug, string scenario = "") =>
        await contributed.AgencyOf(scenario, viewer) is not { } own ? await Choose(viewer, slug)
        : slug.Length == 0 || (await agencies.FindBySlug(slug))?.Id == own ? own
        : null;

    /// <summary>Why there is none, as a code. It says no more of a contribution that is there than of one that is not.</summary>
    public static string Refusal(string scenario) => scenario.StartsWith(ContributedScenarios.Prefix, StringComparison.Ordinal) ? "contribution-of-another-agency" : "not-of-this-agency";

    private async Task<string?> Choose(Viewer viewer, string slug) => slug.Length == 0
        ? viewer.AgenciesWhere(Role.Instructor).FirstOrDefault()
        : await agencies.FindBySlug(slug) is { } agency && Access.MayLaunch(viewer, agency.Id) ? agency.Id : null;

    public async Task<IReadOnlyList<Agency>> All(Viewer viewer)
    {
        var mine = viewer.AgenciesWhere(Role.Instructor).ToHashSet(StringComparer.Ordinal);
        return [.. (await agencies.List()).Where(agency => mine.Contains(agency.Id))];
    }
}
