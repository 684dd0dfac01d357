using System.Collections.Immutable;
using HanoiAcademy.Server.Drills.Rooms;
using HanoiAcademy.Server.Drills.Seats;
using HanoiAcademy.Server.Language;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;

namespace HanoiAcademy.Server.Drills.Pages;

/// <summary>A page of one drill: who does not belong there finds nothing.</summary>
internal abstract class DrillPage(DrillAccess access) : PageModel
{
    [BindProperty(SupportsGet = true)]
    public string Id { get; set; } = "";

    public DrillCaller Caller { get; private set; } = null!;

    public string UiLanguage => HttpContext.Features.Get<UiChoice>()?.Language ?? Texts.Source;

    protected async Task<bool> Enter()
    {
        Response.Headers.CacheControl = "no-store";
        if (await access.Find(Id, User, HttpContext.RequestAborted) is not { } caller)
            return false;
        Caller = caller;
        return true;
    }
}

/// <summary>A live page: the view as it stands, once for the script and once for whoever has none.</summary>
internal abstract class LiveDrillPage(DrillAccess access, SeatOffice seats, IDrillRooms rooms) : DrillPage(access)
{
    public StartData Start { get; private set; } = null!;

    public SortedDictionary<string, HanoiAcademy.Drills.Views.ViewRecord> Records { get; private set; } = null!;

    public T? One<T>(string key)
        where T : HanoiAcademy.Drills.Views.ViewRecord => Records.GetValueOrDefault(key) as T;

    public IEnumerable<T> All<T>()
        where T : HanoiAcademy.Drills.Views.ViewRecord => Records.Values.OfType<T>();

    /// <summary>In which language the drill is read; the site's own, unless another was chosen for this drill.</summary>
    protected string? Speaks { get; set; }

    /// <summary>With a controller's eyes on what a player's seat reads.</summary>
    protected async Task LookAt(string seat, string looksAt)
    {
        var language = DrillSpeech.Of(HttpContext) ?? UiLanguage;
        Start = StartData.Of(Id, UiLanguage, language, looksAt, await rooms.View(Id, new ViewAsk(seat, language, LooksAt: looksAt)), Languages()) with { Looks = true };
        Records = Start.Records();
    }

    private ImmutableArray<StartLanguage> Languages() =>
        [.. HttpContext.RequestServices.GetRequiredService<Texts>().Languages.Select(language => new StartLanguage(language, UiChoice.NativeName(language)))];

    protected async Task Look(string seat)
    {
        await seats.Confirm(Id, seat);
        var language = Speaks ?? DrillSpeech.Of(HttpContext) ?? UiLanguage;
        Start = StartData.Of(Id, UiLanguage, language, seat, await rooms.View(Id, new ViewAsk(seat, language)), Languages());
        Records = Start.Records();
    }
}
