using System.Text.Json;
using HanoiAcademy.Content.Exchange;
using HanoiAcademy.Content.Exchange.Workbooks;
using HanoiAcademy.Server.Agencies;
using HanoiAcademy.Server.Api;
using HanoiAcademy.Server.Contributions.Importing;
using HanoiAcademy.Server.Contributions.Pages;
using HanoiAcademy.Server.Contributions.Reading;
using HanoiAcademy.Storage.Contributions;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.OpenApi;
using Microsoft.OpenApi;

namespace HanoiAcademy.Server.Contributions.Api;

/// <summary>What the pages under /contributions do, for scripts: the file is the body as it is. Launching is POST /api/v1/drills with the contribution's scenario.</summary>
internal static class ContributionsApi
{
    private const string AnyFile = "application/octet-stream";

    public static void Map(RouteGroupBuilder api)
    {
        var group = api.MapGroup("/contributions").RequireAuthorization(Policies.Author).AddEndpointFilter<NotKept>().WithTags("contributions");
        group.MapGet("", List).WithSummary("The contributions of the agencies for which one writes; the one changed last first.").Produces<IReadOnlyList<ContributionSummary>>();
        group.MapPost("", Create).AddOpenApiOperationTransformer(TakesFile).WithMetadata(new RequestSizeLimitAttribute(ContributionsOptions.MostFileBytes))
            .WithSummary("Makes a contribution of a file: a spreadsheet, a Blueprint or OpenAEV export, our workbook, a scenario's folder as ZIP. Mapping: the id of a saved template; startEx: date and time on the file's calendar that is T+0.")
            .Produces<ContributionDetails>(StatusCodes.Status201Created).ProducesProblem(StatusCodes.Status422UnprocessableEntity);
        group.MapGet("/{id}", Get).WithSummary("One contribution, what the check says of it, and what its import said.").Produces<ContributionDetails>();
        group.MapPost("/{id}/versions", Add).AddOpenApiOperationTransformer(TakesFile).WithMetadata(new RequestSizeLimitAttribute(ContributionsOptions.MostFileBytes))
            .WithSummary("Makes the next version of a file. BasedOn: the version that one looked at; somebody else's newer one is never written over.")
            .Produces<ContributionDetails>(StatusCodes.Status201Created).ProducesProblem(StatusCodes.Status409Conflict).ProducesProblem(StatusCodes.Status422UnprocessableEntity);
        group.MapDelete("/{id}", Delete).WithSummary("Deletes a contribution with its versions; drills launched of it stay.").Produces(StatusCodes.Status204NoContent);
    }

    /// <summary>Only described: what its Content-Type says of a file, nobody need get right.</summary>
    private static Task TakesFile(OpenApiOperation operation, OpenApiOperationTransformerContext context, CancellationToken cancel)
    {
        operation.RequestBody = new OpenApiRequestBody
        {
            Required = true,
            Description = $"The file as it is; at most {ContributionsOptions.MostFileBytes} bytes.",
            Content = new Dictionary<string, OpenApiMediaType> { [AnyFile] = new() { Schema = new OpenApiSchema { Type = JsonSchemaType.String, Format = "binary" } } },
        };
        return Task.CompletedTask;
    }

    /// <summary>A word of the query: what both the workbook and the files have changed stays as it is in the files.</summary>
    private const string Leave = "leave";

    private static async Task<IResult> List(HttpContext http, IContributions contributions, CancellationToken cancel) =>
        Results.Json((await contributions.ListVisibleTo(Viewer.Of(http.User).AccountId!, cancel)).Select(ContributionSummary.Of).ToList());

    private static async Task<IResult> Create(
        HttpContext http, AuthorsAgency agencies, UploadReader reader, ContributionDesk desk, IContributions contributions, IImportTemplates templates, CancellationToken cancel,
        string fileName = "file", string agency = "", string title = "", string id = "", string language = "", string startEx = "", string mapping = "")
    {
        var viewer = Viewer.Of(http.User);
        if (await agencies.Choose(viewer, agency, cancel) is not { } own)
            return ApiProblem.Of(StatusCodes.Status403Forbidden, "not-of-this-agency", "You write for no agency of that short name.");
        var choices = new UploadChoices(title, id, language, startEx);
        if (mapping.Length > 0)
        {
            if ((await templates.Of(own.Id, cancel)).FirstOrDefault(one => one.Id == mapping) is not { } template)
                return ApiProblem.Of(StatusCodes.Status422UnprocessableEntity, "unknown-template", "The agency has no template of that id.");
            choices = choices with { Mapping = template.Mapping };
        }

        if (startEx.Length > 0 && choices.Start() is null)
            return ApiProblem.Of(StatusCodes.Status422UnprocessableEntity, "bad-start", "Write startEx as date and time, 2027-03-02T09:00 say.");
        var (draft, refused) = await Draft(http, reader, fileName, choices, null, cancel);
        if (draft is null)
            return refused!;
        return await desk.Create(draft, viewer, own.Id, title) is { } kept
            ? await Details(kept, contributions, draft, StatusCodes.Status201Created, cancel)
            : Full();
    }

    private static async Task<IResult> Get(string id, HttpContext http, IContributions contributions, ContributionFolders folders, CancellationToken cancel)
    {
        if (await Find(id, http, contributions, cancel) is not { } one || await contributions.Version(one.Id, one.Version, cancel) is not { } version)
            return Results.NotFound();
        var read = await folders.Read(version, cancel);
        var losses = version.Losses is { } json ? JsonSerializer.Deserialize<LossReport>(json, JsonSerializerOptions.Web) : null;
        return Results.Json(new ContributionDetails(ContributionSummary.Of(one, version), [.. read.Problems.Select(ProblemLine.Of)], [.. losses?.Lines.Select(LossAnswer.Of) ?? []]));
    }

    private static async Task<IResult> Add(
        string id, HttpContext http, IContributions contributions, ContributionFolders folders, UploadReader reader, ContributionDesk desk, CancellationToken cancel, int basedOn = 0, string fileName = "file", string conflicts = "")
    {
        if (await Find(id, http, contributions, cancel) is not { } one)
            return Results.NotFound();
        if (basedOn == 0)
            return ApiProblem.Of(StatusCodes.Status422UnprocessableEntity, "bad-version", "Say with basedOn which version you looked at.");
        if (conflicts is not ("" or Leave))
            return ApiProblem.Of(StatusCodes.Status422UnprocessableEntity, "bad-choice", $"conflicts takes ‘{Leave}’, or is left out.");
        if (await contributions.Version(one.Id, basedOn, cancel) is not { } looked)
            return Stale();
        var (draft, refused) = await Draft(http, reader, fileName, new UploadChoices(), await folders.Read(looked, cancel), cancel, conflicts);
        if (draft is null)
            return refused!;
        return await desk.Add(draft, Viewer.Of(http.User), one.Id, basedOn) switch
        {
            KeepAnswer.Kept => await Details(one with { Version = basedOn + 1 }, contributions, draft, StatusCodes.Status201Created, cancel),
            KeepAnswer.Full => Full(),
            _ => Stale(),
        };
    }

    private static async Task<IResult> Delete(string id, HttpContext http, IContributions contributions, CancellationToken cancel) =>
        await Find(id, http, contributions, cancel) is { } one && await contributions.Delete(one.Id) ? Results.NoContent() : Results.NotFound();

    private static async Task<Contribution?> Find(string id, HttpContext http, IContributions contributions, CancellationToken cancel) =>
        await contributions.Get(id, cancel) is { } one && Access.MayContribute(Viewer.Of(http.User), one.AgencyId) ? one : null;

    /// <summary>The body as a draft of a version, or why it is none.</summary>
    private static async Task<(Draft? Draft, IResult? Refused)> Draft(HttpContext http, UploadReader reader, string fileName, UploadChoices choices, ReadFolder? before, CancellationToken cancel, string conflicts = Leave)
    {
        // The filter of the keys has read it once, to know a repeat from another call.
        http.Request.Body.Position = 0;
        using var body = new MemoryStream();
        await http.Request.Body.CopyToAsync(body, cancel);
        if (body.Length == 0)
            return (null, ApiProblem.Of(StatusCodes.Status422UnprocessableEntity, "no-file", "The body is empty: send the file as it is."));
        var name = ContributionDesk.FileNameOf(fileName);
        var reading = await reader.Read(body.ToArray(), name, choices, before, cancel);
        var both = reading.Merge?.Changes.Where(change => change.Kind == WorkbookChangeKind.Conflict).Select(change => new { change.Key, change.Sheet, change.Row, change.Id, change.Field, change.Old, change.New }).ToList() ?? [];
        if (both.Count > 0 && conflicts.Length == 0)
            return (null, ApiProblem.Of(StatusCodes.Status409Conflict, "conflicts", $"{both.Count} things were changed in the workbook and in the files since it was exported. Send it with conflicts={Leave} to leave those of the files as they are, or choose on the page. Nothing was kept.",
                new Dictionary<string, object?> { ["conflicts"] = both }));
        if (reading.Read is { } read)
            return (new Draft(read, reading.Origin, name, reading.Changes, reading.Losses), null);
        var problems = reading.Problems.Select(ProblemLine.Of).ToList();
        return (null, ApiProblem.Of(StatusCodes.Status422UnprocessableEntity, "not-read", problems.FirstOrDefault()?.Message ?? "Nothing can be made of this file.", new Dictionary<string, object?> { ["problems"] = problems }));
    }

    private static async Task<IResult> Details(Contribution one, IContributions contributions, Draft draft, int status, CancellationToken cancel) =>
        await contributions.Version(one.Id, one.Version, cancel) is { } version
            ? Results.Json(new ContributionDetails(ContributionSummary.Of(one, version), [.. draft.Read.Problems.Select(ProblemLine.Of)], [.. draft.Losses?.Lines.Select(LossAnswer.Of) ?? []]), statusCode: status)
            : Results.NotFound();

    private static IResult Full() => ApiProblem.Of(StatusCodes.Status409Conflict, "agency-full", "The agency has as many contributions or versions as it may have, or they take all the room there is: delete one that nobody needs. Nothing was kept.");

    private static IResult Stale() => ApiProblem.Of(StatusCodes.Status409Conflict, "changed-meanwhile", "Somebody else has made a newer version, or there is none of that number: look at it and send yours again if it is still wanted. Nothing was kept.");
}
