using System.Text.Json;
using HanoiAcademy.Content.Exchange;
using HanoiAcademy.Server.Agencies;
using HanoiAcademy.Storage.Contributions;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.Filters;
using Microsoft.AspNetCore.Mvc.RazorPages;

namespace HanoiAcademy.Server.Contributions.Pages;

/// <summary>
/// A page under /contributions/{id}. The contribution is found and the viewer's right to it checked before any handler runs; one of an agency for which he
/// does not write does not exist for him.
/// </summary>
internal abstract class ContributionPage(IContributions contributions) : PageModel
{
    public Contribution Contribution { get; private set; } = null!;

    public Viewer Viewer { get; private set; } = Viewer.Nobody;

    public bool MayLaunch => Access.MayLaunch(Viewer, Contribution.AgencyId);

    [NonHandler] // Its name begins like a handler's: without this word the framework would let it be called as one.
    public override async Task OnPageHandlerExecutionAsync(PageHandlerExecutingContext context, PageHandlerExecutionDelegate next)
    {
        Response.Headers.CacheControl = "no-store";
        Viewer = Viewer.Of(User);
        var found = RouteData.Values["id"] is string id ? await contributions.Get(id, HttpContext.RequestAborted) : null;
        if (found is null || !Access.MayContribute(Viewer, found.AgencyId))
        {
            context.Result = new NotFoundResult();
            return;
        }

        Contribution = found;
        await next();
    }

    /// <summary>What became of the file that the version was made of; null where nothing was imported.</summary>
    public static LossReport? LossesOf(ContributionVersion version) => version.Losses is { } losses ? JsonSerializer.Deserialize<LossReport>(losses, JsonSerializerOptions.Web) : null;

    /// <summary>For people: "2027-03-02 09:00 UTC".</summary>
    public static string When(DateTimeOffset wall) => wall.ToString("yyyy-MM-dd HH:mm 'UTC'", System.Globalization.CultureInfo.InvariantCulture);
}
