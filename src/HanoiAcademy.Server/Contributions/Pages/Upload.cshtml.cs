using HanoiAcademy.Content.Problems;
using HanoiAcademy.Server.Agencies;
using HanoiAcademy.Server.Contributions.Importing;
using HanoiAcademy.Storage.Agencies;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;

namespace HanoiAcademy.Server.Contributions.Pages;

/// <summary>One file, whatever kind it is.</summary>
[RequestSizeLimit(ContributionsOptions.MostRequestBytes)]
[RequestFormLimits(MultipartBodyLengthLimit = ContributionsOptions.MostRequestBytes)]
internal sealed class UploadModel(Receiving receiving, AuthorsAgency agencies) : PageModel
{
    [BindProperty]
    public IFormFile? Chosen { get; set; }

    [BindProperty]
    public string? Agency { get; set; }

    public IReadOnlyList<Agency> Mine { get; private set; } = [];

    /// <summary>A key of i18n.</summary>
    public string? Refused { get; private set; }

    public IReadOnlyList<Problem> Problems { get; private set; } = [];

    public Task OnGetAsync() => Fill();

    public async Task<IActionResult> OnPostAsync(CancellationToken cancel)
    {
        var viewer = Viewer.Of(User);
        var received = await agencies.Choose(viewer, Agency, cancel) is { } agency
            ? await receiving.Take(Chosen, viewer, agency.Id, null, cancel)
            : new Received(null, "contributions.upload.not-yours");
        if (received.Next is { } next)
            return Redirect(next);
        (Refused, Problems) = (received.Refused, received.Problems ?? []);
        Response.StatusCode = StatusCodes.Status422UnprocessableEntity;
        await Fill();
        return Page();
    }

    private async Task Fill() => Mine = await agencies.All(Viewer.Of(User), HttpContext.RequestAborted);
}
