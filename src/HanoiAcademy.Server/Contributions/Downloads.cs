using HanoiAcademy.Server.Agencies;
using HanoiAcademy.Server.Contributions.Reading;
using HanoiAcademy.Storage.Contributions;

namespace HanoiAcademy.Server.Contributions;

/// <summary>What leaves the site as a file.</summary>
internal static class Downloads
{
    public static void Map(IEndpointRouteBuilder endpoints)
    {
        var files = endpoints.MapGroup("/contributions/{id}/files").RequireAuthorization(Policies.Author).ExcludeFromDescription();
        files.MapGet("/folder.zip", Zip);
    }

    private static async Task<IResult> Zip(string id, HttpContext http, IContributions contributions, ContributionFolders folders, CancellationToken cancel, int version = 0) =>
        await Find(id, version, http, contributions, cancel) is { } found
            ? Results.File(await folders.Zip(found, cancel), "application/zip", $"{found.ScenarioId}.zip")
            : Results.NotFound();

    /// <summary>The version that counts, or the one named; null for whom there is none.</summary>
    private static async Task<ContributionVersion?> Find(string id, int version, HttpContext http, IContributions contributions, CancellationToken cancel)
    {
        http.Response.Headers.CacheControl = "no-store";
        return await contributions.Get(id, cancel) is { } one && Access.MayContribute(Viewer.Of(http.User), one.AgencyId)
            ? await contributions.Version(id, version > 0 ? version : one.Version, cancel)
            : null;
    }
}
