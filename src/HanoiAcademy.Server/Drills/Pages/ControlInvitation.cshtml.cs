using HanoiAcademy.Server.Agencies;
using HanoiAcademy.Server.Drills.Rooms;
using HanoiAcademy.Server.Drills.Seats;
using HanoiAcademy.Server.Language;
using HanoiAcademy.Storage.Drills;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;

namespace HanoiAcademy.Server.Drills.Pages;

/// <summary>Where an invitation to control leads. Whoever has no good word finds nothing, so that nobody learns here which drills there are.</summary>
internal sealed class ControlInvitationModel(IDrillCatalog catalog, ControlOffice office, LaunchedScenarios scenarios, RefusalTexts texts) : PageModel
{
    [BindProperty(SupportsGet = true)]
    public string Id { get; set; } = "";

    [BindProperty(SupportsGet = true)]
    public string? Word { get; set; }

    public DrillEntry Drill { get; private set; } = null!;

    public ControlPart Part { get; private set; } = null!;

    public string TeamName { get; private set; } = "";

    public string? Refused { get; private set; }

    private string Language => HttpContext.Features.Get<UiChoice>()?.Language ?? Texts.Source;

    public async Task<IActionResult> OnGetAsync() => await Find() ? Page() : NotFound();

    public async Task<IActionResult> OnPostAsync()
    {
        if (!await Find())
            return NotFound();
        if (await office.Accept(Drill, Word, Viewer.Of(User).AccountId!, HttpContext.RequestAborted) is not { } code)
            return Redirect($"/drills/{Id}/control");
        Refused = texts.Sentence(code, Language);
        Response.StatusCode = StatusCodes.Status409Conflict;
        return Page();
    }

    private async Task<bool> Find()
    {
        Response.Headers.CacheControl = "no-store";
        if (await catalog.Get(Id, HttpContext.RequestAborted) is not { } drill || await office.Read(drill, Word, HttpContext.RequestAborted) is not { } part)
            return false;
        (Drill, Part) = (drill, part);
        var scenario = await scenarios.Get(drill.ContentSha256, HttpContext.RequestAborted);
        TeamName = scenario.Teams.FirstOrDefault(team => team.Id == part.Team)?.Name.In(Language, scenario.Language) ?? "";
        return true;
    }
}
