using System.Text.Encodings.Web;
using System.Text.Json;
using HanoiAcademy.Drills.Wire;
using HanoiAcademy.Server.Agencies;
using HanoiAcademy.Server.Drills.Pages;
using HanoiAcademy.Server.Drills.Seats;
using HanoiAcademy.Storage.Drills;
using Microsoft.AspNetCore.Html;
using Microsoft.AspNetCore.Mvc;

namespace HanoiAcademy.Server.Drills.Replay;

/// <summary>Another run of the same scenario.</summary>
internal sealed record ReplayRun(string Drill, string Title);

/// <summary>What the page of a replay starts from; the rest it asks for.</summary>
internal sealed record ReplayStart(string Drill, string Texts, string Language, IReadOnlyList<ReplayRun> Runs, ForkChoice Fork);

/// <summary>A drill on a slider. Where there is nothing to look back on the page says why.</summary>
internal sealed class ReplayModel(DrillAccess access, ReplayDesk desk, ReplayFork fork, IDrillCatalog catalog, RefusalTexts texts) : DrillPage(access)
{
    /// <summary>Runs that are offered to stand beside this one, the latest.</summary>
    private const int MostRuns = 50;

    public string? Refused { get; private set; }

    private ReplayStart _start = null!;

    /// <summary>For a script element that holds data: what could end the element is written as an escape.</summary>
    public IHtmlContent Start => new HtmlString(JsonSerializer.Serialize(_start, DrillJson.Options).Replace("<", "\\u003C", StringComparison.Ordinal));

    public async Task<IActionResult> OnGetAsync(string? seat)
    {
        if (!await Enter())
            return NotFound();
        var language = DrillSpeech.Of(HttpContext) ?? UiLanguage;
        var (_, _, not) = await desk.Open(Caller, seat, language, HttpContext.RequestAborted);
        if (not is { Code: null })
            return NotFound();
        if (not?.Code is { } code)
            Refused = texts.Sentence(code, UiLanguage);
        else
            _start = new ReplayStart(Id, $"/i18n/{UrlEncoder.Default.Encode(UiLanguage)}/client.json", language, await Runs(), await fork.Choice(Caller, Viewer.Of(User), language, HttpContext.RequestAborted));
        return Page();
    }

    /// <summary>Those in the viewer's list; whether he may look back on one is asked when he opens it.</summary>
    private async Task<IReadOnlyList<ReplayRun>> Runs() => Viewer.Of(User) is not { IsSignedIn: true, AccountId: { } account } ? []
        : [.. (await catalog.ListVisibleTo(account, HttpContext.RequestAborted)).Where(drill => drill.ScenarioId == Caller.Drill.ScenarioId && drill.Id != Id && drill.Status == DrillStatus.Ended)
            .Take(MostRuns).Select(drill => new ReplayRun(drill.Id, drill.Title))];
}
