using HanoiAcademy.Server.Agencies;
using HanoiAcademy.Server.Drills.Api;
using HanoiAcademy.Server.Drills.Seats;
using HanoiAcademy.Storage.Drills;

namespace HanoiAcademy.Server.Drills.Research;

/// <summary>A drill for research as JSON lines, for people and for programs; and the schema of a line, for everybody.</summary>
internal static class ResearchApi
{
    public const string Schema = "/schemas/drill-research-1.json";
    private const string Lines = "application/jsonl";

    public static void Map(IEndpointRouteBuilder endpoints, RouteGroupBuilder api)
    {
        endpoints.MapGet(Schema, () => Results.Stream(
                typeof(ResearchApi).Assembly.GetManifestResourceStream("drill-research.schema.json")!, "application/schema+json"))
            .AllowAnonymous().ExcludeFromDescription();
        endpoints.MapGet("/drills/{id}/research.jsonl", Export).RequireAuthorization().ExcludeFromDescription();
        api.MapGet("/drills/{id}/research", Export).RequireAuthorization().WithTags("drills")
            .WithSummary($"An ended drill for research: JSON lines with pseudonyms for seats, as {Schema} says; withText for what people typed, with known names masked.")
            .Produces<string>(contentType: Lines).ProducesProblem(StatusCodes.Status409Conflict);
    }

    private static async Task<IResult> Export(string id, HttpContext http, DrillAccess access, ResearchDesk desk, RefusalTexts texts, bool withText = false)
    {
        if (await access.Find(id, http.User, http.RequestAborted) is not { } caller || !ResearchDesk.MayExport(caller, Viewer.Of(http.User)))
            return Results.NotFound();
        if (caller.Drill.Status != DrillStatus.Ended)
            return texts.Problem(http, "not-ended");
        http.Response.Headers.CacheControl = "no-store";
        return Results.Stream(to => desk.Write(caller.Drill, withText, to, http.RequestAborted), Lines, $"drill-research-{caller.Drill.ScenarioId}.jsonl");
    }
}
