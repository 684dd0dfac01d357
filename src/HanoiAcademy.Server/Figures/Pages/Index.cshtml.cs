using HanoiAcademy.Server.Agencies;
using HanoiAcademy.Server.Language;
using HanoiAcademy.Storage.Agencies;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;
using Microsoft.Extensions.Localization;

namespace HanoiAcademy.Server.Figures.Pages;

/// <summary>An agency's teams over their drills, a scenario at a time.</summary>
[ResponseCache(NoStore = true)]
internal sealed class IndexModel(AgencyFigures figures, IAgencies agencies, IStringLocalizer say) : PageModel
{
    [BindProperty(SupportsGet = true, Name = "agency")]
    public string? AgencySlug { get; set; }

    [BindProperty(SupportsGet = true)]
    public string? Scenario { get; set; }

    public IReadOnlyList<Agency> Agencies { get; private set; } = [];

    public Agency Agency { get; private set; } = null!;

    public FiguresOfAgency Figures { get; private set; } = null!;

    public async Task<IActionResult> OnGetAsync(CancellationToken cancel) => await Find(cancel) ? Page() : NotFound();

    public async Task<IActionResult> OnGetCsvAsync(CancellationToken cancel) =>
        await Find(cancel) && Figures.Shown is { } shown ? File(FiguresCsv.Of(shown, say), "text/csv; charset=utf-8", $"figures-{shown.Id}.csv") : NotFound();

    private async Task<bool> Find(CancellationToken cancel)
    {
        var viewer = Viewer.Of(User);
        Agencies = [.. (await agencies.List(cancel)).Where(agency => AgencyFigures.MayRead(viewer, agency.Id))];
        if ((AgencySlug is null ? Agencies.FirstOrDefault() : Agencies.FirstOrDefault(agency => agency.Slug == AgencySlug)) is not { } found)
            return false;
        Agency = found;
        Figures = await figures.Of(found.Id, viewer, Scenario, HttpContext.Features.Get<UiChoice>()?.Language ?? Texts.Source, cancel);
        return true;
    }
}
