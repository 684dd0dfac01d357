using HanoiAcademy.Server.Agencies;
using HanoiAcademy.Server.Drills.Seats;
using HanoiAcademy.Server.Language;
using HanoiAcademy.Storage.Drills;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;

namespace HanoiAcademy.Server.Drills.Pages;

internal sealed class JoinModel(JoinDesk desk, SeatFinder finder, RefusalTexts texts) : PageModel
{
    [BindProperty(SupportsGet = true)]
    public string? Code { get; set; }

    [BindProperty]
    public string? Seat { get; set; }

    [BindProperty]
    public string? GuestName { get; set; }

    [BindProperty]
    public string? RejoinWord { get; set; }

    public DrillEntry? Drill { get; private set; }

    public IReadOnlyList<SeatPlace> Places { get; private set; } = [];

    public string? Refused { get; private set; }

    /// <summary>Stands once a guest is seated: the only time he reads it.</summary>
    public string? NewWord { get; private set; }

    public bool IsSignedIn => Viewer.Of(User).IsSignedIn;

    public async Task OnGetAsync()
    {
        Response.Headers.CacheControl = "no-store";
        if (!string.IsNullOrWhiteSpace(Code))
            await Show();
    }

    public async Task<IActionResult> OnPostAsync()
    {
        Response.Headers.CacheControl = "no-store";
        var outcome = await desk.Join(new JoinOrder(Code ?? "", Seat, GuestName, RejoinWord), HttpContext);
        if (outcome.Code is { } refused)
        {
            await Show(Explain(refused, outcome.Words));
            return Page();
        }

        Drill = outcome.Drill;
        NewWord = outcome.RejoinWord;
        return NewWord is null ? Redirect($"/drills/{outcome.Drill!.Id}") : Page();
    }

    private async Task Show(string? refused = null)
    {
        var (drill, code) = await desk.Find(Code, HttpContext);
        Drill = drill;
        Refused = refused ?? (code is null ? null : Explain(code));
        if (drill is not null)
            Places = await finder.Places(drill, HttpContext);
        if (Refused is not null)
            Response.StatusCode = code == "too-many-attempts" ? StatusCodes.Status429TooManyRequests : StatusCodes.Status422UnprocessableEntity;
    }

    private string Explain(string code, params string[] words) =>
        texts.Sentence(code, HttpContext.Features.Get<UiChoice>()?.Language ?? Texts.Source, words);
}
