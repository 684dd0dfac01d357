using HanoiAcademy.Storage.Contributions;
using Microsoft.AspNetCore.Mvc;

namespace HanoiAcademy.Server.Contributions.Pages;

/// <summary>Asks first: what is deleted is gone with all its versions.</summary>
internal sealed class DeleteModel(IContributions contributions) : ContributionPage(contributions)
{
    private readonly IContributions _contributions = contributions;

    public void OnGet()
    {
    }

    public async Task<IActionResult> OnPostAsync(bool sure)
    {
        if (!sure)
            return Redirect($"/contributions/{Contribution.Id}/delete");
        await _contributions.Delete(Contribution.Id);
        TempData["Said"] = "contributions.delete.done";
        return Redirect("/contributions");
    }
}
