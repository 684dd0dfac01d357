using HanoiAcademy.Content.Problems;
using HanoiAcademy.Server.Contributions.Importing;
using HanoiAcademy.Storage.Contributions;
using Microsoft.AspNetCore.Mvc;

namespace HanoiAcademy.Server.Contributions.Pages;

/// <summary>A changed file for a contribution that is there; what it would change is shown before anything is.</summary>
[RequestSizeLimit(ContributionsOptions.MostRequestBytes)]
[RequestFormLimits(MultipartBodyLengthLimit = ContributionsOptions.MostRequestBytes)]
internal sealed class AgainModel(IContributions contributions, Receiving receiving) : ContributionPage(contributions)
{
    [BindProperty]
    public IFormFile? Chosen { get; set; }

    /// <summary>A key of i18n.</summary>
    public string? Refused { get; private set; }

    public IReadOnlyList<Problem> Problems { get; private set; } = [];

    public void OnGet()
    {
    }

    public async Task<IActionResult> OnPostAsync(CancellationToken cancel)
    {
        var received = await receiving.Take(Chosen, Viewer, Contribution.AgencyId, Contribution, cancel);
        if (received.Next is { } next)
            return Redirect(next);
        (Refused, Problems) = (received.Refused, received.Problems ?? []);
        Response.StatusCode = StatusCodes.Status422UnprocessableEntity;
        return Page();
    }
}
