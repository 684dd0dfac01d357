using HanoiAcademy.Content.Exchange.Hseep;
using HanoiAcademy.Server.Agencies;
using HanoiAcademy.Server.Language;
using HanoiAcademy.Storage.Agencies;
using HanoiAcademy.Storage.Improvements;

namespace HanoiAcademy.Server.Improvements;

/// <summary>An agency's plan as a sheet.</summary>
internal static class PlanDownload
{
    public static void Map(IEndpointRouteBuilder endpoints) =>
        endpoints.MapGet("/improvements/{agency}/plan.xlsx", Download).RequireAuthorization(Policies.Instructor).ExcludeFromDescription();

    private static async Task<IResult> Download(string agency, HttpContext http, IAgencies agencies, IImprovements improvements, Texts texts, CancellationToken cancel)
    {
        http.Response.Headers.CacheControl = "no-store";
        if (await agencies.FindBySlug(agency, cancel) is not { } found || !Access.MayImprove(Viewer.Of(http.User), found.Id))
            return Results.NotFound();
        var language = http.Features.Get<UiChoice>()?.Language ?? Texts.Source;
        string Say(string key) => texts.Find(language, key) ?? key;
        var plan = await improvements.Of(found.Id, cancel);
        var bytes = ImprovementPlanExport.Write($"{Say("improvement.title")}: {found.Name}", Say("improvement.sheet"), Say("drills.exercise"),
            [.. PlanColumns.Headings(texts, language), Say("improvement.field.drill")],
            plan.Select(one => (IReadOnlyList<string>)[.. PlanColumns.Cells(texts, language, one), one.DrillTitle]));
        return Results.File(bytes, "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet", $"improvement-plan-{found.Slug}.xlsx");
    }
}
