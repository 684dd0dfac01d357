using HanoiAcademy.Server.Agencies;
using HanoiAcademy.Server.Drills.Closing;
using HanoiAcademy.Server.Drills.Manuals;
using HanoiAcademy.Server.Language;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;

namespace HanoiAcademy.Server.Drills.Pages;

/// <summary>A scenario's situation manual: for instructors, who print the players' copy and keep the other.</summary>
internal sealed class ManualModel(ScenarioShelf shelf) : PageModel
{
    [BindProperty(SupportsGet = true)]
    public string Scenario { get; set; } = "";

    public ManualOnPaper Paper { get; private set; } = null!;

    public async Task<IActionResult> OnGetAsync(string? copy, string? team, string? language)
    {
        Response.Headers.CacheControl = "no-store";
        if (await shelf.Find(Scenario, Viewer.Of(User), HttpContext.RequestAborted) is not { } found)
            return NotFound();
        Paper = new ManualOnPaper(found.Pinned.Scenario, new ManualChoice(copy, team, language), $"/scenarios/{Scenario}/manual", HttpContext.Features.Get<UiChoice>()?.Language ?? Texts.Source);
        return Page();
    }
}
