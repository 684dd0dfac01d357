using HanoiAcademy.Content.Exchange.Hseep;
using HanoiAcademy.Content.Exchange.Workbooks;
using HanoiAcademy.Content.Problems;
using HanoiAcademy.Server.Agencies;
using HanoiAcademy.Server.Contributions.Reading;
using HanoiAcademy.Storage.Contributions;
using HanoiAcademy.Storage.Pinned;

namespace HanoiAcademy.Server.Contributions;

/// <summary>What leaves the site as a file.</summary>
internal static class Downloads
{
    private const string Xlsx = "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet";

    public static void Map(IEndpointRouteBuilder endpoints)
    {
        var files = endpoints.MapGroup("/contributions/{id}/files").RequireAuthorization(Policies.Author).AddEndpointFilter<NotKept>().ExcludeFromDescription();
        files.MapGet("/folder.zip", Zip);
        files.MapGet("/rehearsal.html", Rehearsal);
        files.MapGet("/workbook.{language}.xlsx", Workbook);
        files.MapGet("/msel.{language}.xlsx", Msel);
        endpoints.MapGet("/contributions/workbook.{language}.xlsx", NewWorkbook).RequireAuthorization(Policies.Author).AddEndpointFilter<NotKept>().ExcludeFromDescription();
    }

    private static async Task<IResult> Zip(string id, HttpContext http, IContributions contributions, ContributionFolders folders, CancellationToken cancel, int version = 0) =>
        await Find(id, version, http, contributions, cancel) is { } found
            ? Results.File(await folders.Zip(found, cancel), "application/zip", $"{found.ScenarioId}.zip")
            : Results.NotFound();

    private static async Task<IResult> NewWorkbook(string language, Workbench bench, CancellationToken cancel) =>
        AcademyWorkbook.Languages.Contains(language)
            ? Results.File(await bench.Do(() => AcademyWorkbook.New(language), cancel), Xlsx, $"academy-{language}.xlsx")
            : Results.NotFound();

    private static async Task<IResult> Workbook(
        string id, string language, HttpContext http, IContributions contributions, ContributionFolders folders, Workbench bench, CancellationToken cancel, int version = 0)
    {
        if (!AcademyWorkbook.Languages.Contains(language) || await Find(id, version, http, contributions, cancel) is not { } found)
            return Results.NotFound();
        var read = await folders.Read(found, cancel);
        var problems = new ProblemList();
        return await bench.Do(() => AcademyWorkbook.Export(read.Folder, language, problems), cancel) is { } bytes
            ? Results.File(bytes, Xlsx, $"{found.ScenarioId}.{language}.xlsx")
            : Results.Redirect($"/contributions/{id}?refused=no-workbook");
    }

    private static async Task<IResult> Msel(
        string id, string language, HttpContext http, IContributions contributions, ContributionFolders folders, Workbench bench, CancellationToken cancel, int version = 0)
    {
        if (!AcademyWorkbook.Languages.Contains(language) || await Find(id, version, http, contributions, cancel) is not { } found)
            return Results.NotFound();
        return (await folders.Read(found, cancel)).Scenario is { } scenario
            ? Results.File(await bench.Do(() => MselExport.Write(scenario, language), cancel), Xlsx, $"{found.ScenarioId}-msel.{language}.xlsx")
            : Results.Redirect($"/contributions/{id}?refused=no-workbook");
    }

    /// <summary>As a file to keep: the page brings its own styles, which no page of the site may.</summary>
    private static async Task<IResult> Rehearsal(string id, HttpContext http, IContributions contributions, IRehearsals rehearsals, IContentStore content, CancellationToken cancel, int version = 0) =>
        await Find(id, version, http, contributions, cancel) is { } found && await rehearsals.Of(id, found.Number, cancel) is { PageSha256: { } sha256 } && await content.Get(sha256, cancel) is { } page
            ? Results.File(page, "text/html; charset=utf-8", $"rehearsal-{found.ScenarioId}.html")
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
