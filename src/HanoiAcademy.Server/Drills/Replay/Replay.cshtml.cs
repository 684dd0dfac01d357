using System.Text.Encodings.Web;
using System.Text.Json;
using HanoiAcademy.Drills.Wire;
using HanoiAcademy.Server.Drills.Pages;
using HanoiAcademy.Server.Drills.Seats;
using Microsoft.AspNetCore.Html;
using Microsoft.AspNetCore.Mvc;

namespace HanoiAcademy.Server.Drills.Replay;

/// <summary>What the page of a replay starts from; the rest it asks for.</summary>
internal sealed record ReplayStart(string Drill, string Texts, string Language);

/// <summary>A drill on a slider. Where there is nothing to look back on the page says why.</summary>
internal sealed class ReplayModel(DrillAccess access, ReplayDesk desk, RefusalTexts texts) : DrillPage(access)
{
    public string? Refused { get; private set; }

    public IHtmlContent Start => new HtmlString(JsonSerializer.Serialize(
        new ReplayStart(Id, $"/i18n/{UrlEncoder.Default.Encode(UiLanguage)}/client.json", Language), DrillJson.Options).Replace("<", "\\u003C", StringComparison.Ordinal));

    private string Language => DrillSpeech.Of(HttpContext) ?? UiLanguage;

    public async Task<IActionResult> OnGetAsync(string? seat)
    {
        if (!await Enter())
            return NotFound();
        var (_, _, not) = await desk.Open(Caller, seat, Language, HttpContext.RequestAborted);
        if (not is { Code: null })
            return NotFound();
        Refused = not?.Code is { } code ? texts.Sentence(code, UiLanguage) : null;
        return Page();
    }
}
