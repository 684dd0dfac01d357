using HanoiAcademy.Server.Agencies;
using HanoiAcademy.Storage.Agencies;

namespace HanoiAcademy.Server.Contributions.Pages;

/// <summary>For which agency somebody writes.</summary>
internal sealed class AuthorsAgency(IAgencies agencies)
{
    public async Task<IReadOnlyList<Agency>> All(Viewer viewer, CancellationToken cancel = default) =>
        [.. (await agencies.List(cancel)).Where(agency => Access.MayContribute(viewer, agency.Id))];

    /// <summary>The agency of that short name, without one the first; null when he writes for none such.</summary>
    public async Task<Agency?> Choose(Viewer viewer, string? slug, CancellationToken cancel = default) =>
        (await All(viewer, cancel)).FirstOrDefault(agency => string.IsNullOrEmpty(slug) || agency.Slug == slug);
}
