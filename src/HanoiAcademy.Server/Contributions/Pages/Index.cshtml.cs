using HanoiAcademy.Server.Agencies;
using HanoiAcademy.Storage.Agencies;
using HanoiAcademy.Storage.Contributions;
using Microsoft.AspNetCore.Mvc.RazorPages;

namespace HanoiAcademy.Server.Contributions.Pages;

internal sealed class IndexModel(IContributions contributions, IUploads uploads, AuthorsAgency agencies) : PageModel
{
    public IReadOnlyList<(Agency Agency, IReadOnlyList<ListedContribution> Contributions)> Shelves { get; private set; } = [];

    /// <summary>The viewer's own files that wait for him to say what becomes of them.</summary>
    public IReadOnlyList<WaitingUpload> Waiting { get; private set; } = [];

    public async Task OnGetAsync()
    {
        Response.Headers.CacheControl = "no-store";
        var viewer = Viewer.Of(User);
        var all = (await contributions.ListVisibleTo(viewer.AccountId!, HttpContext.RequestAborted)).ToLookup(one => one.AgencyId, StringComparer.Ordinal);
        Waiting = await uploads.Of(viewer.AccountId!, HttpContext.RequestAborted);
        Shelves = [.. (await agencies.All(viewer, HttpContext.RequestAborted)).Select(agency => (agency, (IReadOnlyList<ListedContribution>)[.. all[agency.Id]]))];
    }

    public bool MayLaunch(Agency agency) => Access.MayLaunch(Viewer.Of(User), agency.Id);
}
