using HanoiAcademy.Drills.Scenarios;
using HanoiAcademy.Server.Agencies;
using HanoiAcademy.Server.Drills.Alone;
using HanoiAcademy.Server.Drills.Api;
using HanoiAcademy.Server.Drills.Closing;
using HanoiAcademy.Server.Language;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;

namespace HanoiAcademy.Server.Drills.Pages;

internal sealed class PlayAloneModel(ScenarioShelf shelf, AloneLauncher launcher, RefusalTexts texts) : PageModel
{
    [BindProperty(SupportsGet = true)]
    public string Scenario { get; set; } = "";

    [BindProperty]
    public string? Role { get; set; }

    [BindProperty]
    public string? Skill { get; set; } = "average";

    [BindProperty]
    public int Speed { get; set; } = 1;

    [BindProperty]
    public string? Speaks { get; set; }

    public ScenarioSummary Summary { get; private set; } = null!;

    public IReadOnlyList<(string Name, IReadOnlyList<(string Id, string Name, bool Suggested)> Roles)> Teams { get; private set; } = [];

    public string? Refused { get; private set; }

    private string Language => HttpContext.Features.Get<UiChoice>()?.Language ?? Texts.Source;

    public async Task<IActionResult> OnGetAsync() => await Fill() ? Page() : NotFound();

    public async Task<IActionResult> OnPostAsync()
    {
        var role = Role ?? "";
        if (!await Fill())
            return NotFound();
        var launched = await launcher.Launch(new AloneOrder { Scenario = Scenario, Role = role, Skill = Skill ?? "", Speed = Speed }, Viewer.Of(User));
        if (launched.Drill is { } drill)
        {
            DrillSpeech.Keep(HttpContext, drill.Id, Speaks, Summary.Languages);
            return Redirect($"/drills/{drill.Id}");
        }

        Refused = texts.Sentence(launched.Code!, Language, launched.Word);
        Response.StatusCode = StatusCodes.Status422UnprocessableEntity;
        return Page();
    }

    private async Task<bool> Fill()
    {
        Response.Headers.CacheControl = "no-store";
        if (await shelf.Find(Scenario, Viewer.Of(User), HttpContext.RequestAborted) is not { } found)
            return false;
        var scenario = found.Pinned.Scenario;
        Summary = ScenarioSummary.Of(scenario, Language, found.IsClosed);
        string Say(Text text) => text.In(Language, scenario.Language);
        var suggested = AloneRoles.Suggested(scenario);
        Role ??= suggested;
        Speaks ??= scenario.Languages.Contains(Language, StringComparer.Ordinal) ? Language : scenario.Language;
        Teams = [.. AloneRoles.Teams(scenario).Select(team => (Say(team.Name), (IReadOnlyList<(string, string, bool)>)
            [.. team.Roles.Select(role => ($"{team.Id}.{role.Id}", Say(role.Name), $"{team.Id}.{role.Id}" == suggested && role.Free))]))];
        return true;
    }
}
