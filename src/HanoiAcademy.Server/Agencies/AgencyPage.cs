using HanoiAcademy.Storage.Agencies;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.Filters;
using Microsoft.AspNetCore.Mvc.RazorPages;

namespace HanoiAcademy.Server.Agencies;

/// <summary>
/// A page under /admin/agencies/{agency}. The agency is found and the viewer's right to its accounts checked before any
/// handler runs; an agency that the viewer does not manage does not exist for him.
/// </summary>
internal abstract class AgencyPage(IAgencies agencies) : PageModel
{
    public Agency Agency { get; private set; } = null!;

    public Viewer Viewer { get; private set; } = Viewer.Nobody;

    [NonHandler] // Its name begins like a handler's: without this word the framework would let it be called as one.
    public override async Task OnPageHandlerExecutionAsync(PageHandlerExecutingContext context, PageHandlerExecutionDelegate next)
    {
        Viewer = Viewer.Of(User);
        var agency = RouteData.Values["agency"] is string slug ? await agencies.FindBySlug(slug, HttpContext.RequestAborted) : null;
        if (agency is null || !Access.MayManageAccounts(Viewer, agency.Id))
        {
            context.Result = new NotFoundResult();
            return;
        }

        Agency = agency;
        await next();
    }
}
