using HanoiAcademy.Drills.Scenarios;
using HanoiAcademy.Server.Agencies;
using HanoiAcademy.Server.Drills.Rooms;
using HanoiAcademy.Server.Drills.Seats;
using HanoiAcademy.Storage.Accounts;
using HanoiAcademy.Storage.Drills;
using Microsoft.AspNetCore.Mvc;

namespace HanoiAcademy.Server.Drills.Pages;

/// <summary>Who controls a drill, and as what; for its directors.</summary>
internal sealed class ControllersModel(DrillAccess access, ControlOffice office, IDrillControllers controllers, IAccountDirectory accounts, LaunchedScenarios scenarios, RefusalTexts texts) : DrillPage(access)
{
    public IReadOnlyList<(DrillController Part, string Name)> All { get; private set; } = [];

    public IReadOnlyList<AccountEntry> Candidates { get; private set; } = [];

    public IReadOnlyList<ControlPart> Parts { get; private set; } = [];

    public Scenario Scenario { get; private set; } = null!;

    public string? Refused { get; private set; }

    /// <summary>A link that was made just now; it is kept nowhere.</summary>
    public string? Link { get; private set; }

    public ControlPart? LinkFor { get; private set; }

    private Viewer Viewer => Viewer.Of(User);

    public string TeamName(string? team) => Scenario.Teams.FirstOrDefault(one => one.Id == team) is { } found ? found.Name.In(UiLanguage, Scenario.Language) : team ?? "";

    public async Task<IActionResult> OnGetAsync()
    {
        if (await NotForHim() is { } not)
            return not;
        await Fill();
        return Page();
    }

    public async Task<IActionResult> OnPostAppointAsync(string? account, string? part)
    {
        if (await NotForHim() is { } not)
            return not;
        return await office.Appoint(Caller.Drill, account, part, Viewer.AccountId!, HttpContext.RequestAborted) is { } code ? await Again(code) : Redirect($"/drills/{Id}/controllers");
    }

    public async Task<IActionResult> OnPostDismissAsync(string? account)
    {
        if (await NotForHim() is { } not)
            return not;
        return await office.Dismiss(Id, account ?? "") ? Redirect($"/drills/{Id}/controllers") : NotFound();
    }

    public async Task<IActionResult> OnPostInviteAsync(string? part)
    {
        if (await NotForHim() is { } not)
            return not;
        if (await office.Invite(Caller.Drill, part, Viewer.AccountId!, HttpContext.RequestAborted) is not { } word)
            return await Again("no-such-part");
        Link = $"{Request.Scheme}://{Request.Host}/drills/{Id}/control-invitation?word={word}";
        await Fill();
        LinkFor = ControlPart.Read(part, Scenario);
        return Page();
    }

    private async Task<IActionResult?> NotForHim() => !await Enter() || Caller.ControlSeat is null ? NotFound() : Caller.IsDirector ? null : Forbid();

    private async Task<IActionResult> Again(string code)
    {
        Refused = texts.Sentence(code, UiLanguage);
        Response.StatusCode = StatusCodes.Status422UnprocessableEntity;
        await Fill();
        return Page();
    }

    private async Task Fill()
    {
        Scenario = await scenarios.Get(Caller.Drill.ContentSha256, HttpContext.RequestAborted);
        Parts = [.. ControlPart.All(Scenario)];
        Candidates = await office.Candidates(Id, Viewer, HttpContext.RequestAborted);
        var appointed = await controllers.Of(Id, HttpContext.RequestAborted);
        var names = (await accounts.Get([.. appointed.Select(one => one.AccountId)], HttpContext.RequestAborted)).ToDictionary(one => one.Id, one => one.DisplayName, StringComparer.Ordinal);
        All = [.. appointed.Select(one => (one, names.GetValueOrDefault(one.AccountId, "")))];
    }
}
