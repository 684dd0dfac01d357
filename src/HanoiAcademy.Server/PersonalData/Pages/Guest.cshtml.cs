using HanoiAcademy.Server.Agencies;
using HanoiAcademy.Server.Drills.Seats;
using HanoiAcademy.Server.Security;
using HanoiAcademy.Storage.Drills;
using Microsoft.AspNetCore.Authentication;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;
using Microsoft.Extensions.Localization;

namespace HanoiAcademy.Server.PersonalData.Pages;

/// <summary>A guest has no account: his seat's cookie or his rejoin word shows what is kept of him, his name, and erases it.</summary>
[ResponseCache(NoStore = true)]
internal sealed class GuestModel(IDrillCatalog catalog, ISeatingPlan plan, PersonEraser eraser, PersonalExport export, AttemptLimits attempts, IStringLocalizer say) : PageModel
{
    [BindProperty(SupportsGet = true)]
    public string Id { get; set; } = "";

    [BindProperty]
    public string? Word { get; set; }

    /// <summary>Null while nobody has shown that he is the guest; a drill that is not there looks the same.</summary>
    public SeatHolder? Guest { get; private set; }

    public DrillEntry? Drill { get; private set; }

    /// <summary>Who has an account finds his drills with all else that is his.</summary>
    public async Task<IActionResult> OnGetAsync() => !await Find() && Viewer.Of(User).IsSignedIn ? Redirect("/account/data") : Page();

    public async Task<IActionResult> OnPostLookAsync()
    {
        if (!attempts.TryTake("rejoin", HttpContext.TraceIdentifier, HttpContext))
            return Refused("people.guest.wait");
        var hash = Codes.Hash(Word ?? "");
        if (await plan.FindGuest(Id, hash, HttpContext.RequestAborted) is not { } guest)
            return Refused("people.guest.wrong-word");
        await HttpContext.SignInAsync(SeatCookie.Scheme, new SeatCookie(Id, guest.Seat, hash).Principal(guest.GuestName ?? ""));
        return Redirect($"/drills/{Id}/my-data");
    }

    public async Task<IActionResult> OnPostExportAsync() => await Find()
        ? new PersonalFile((to, cancel) => export.WriteGuest(Guest!, Drill!, to, cancel))
        : NotFound();

    public async Task<IActionResult> OnPostEraseAsync()
    {
        if (!await Find())
            return NotFound();
        await eraser.EraseGuest(Drill!, Guest!);
        TempData["Said"] = "people.guest.done";
        if (Drill!.Status == DrillStatus.Ended)
            await HttpContext.SignOutAsync(SeatCookie.Scheme);
        else
            await HttpContext.SignInAsync(SeatCookie.Scheme, new SeatCookie(Id, Guest!.Seat, Guest.RejoinWordHash!).Principal(""));
        return Redirect(Drill.Status == DrillStatus.Ended ? "/" : $"/drills/{Id}");
    }

    private async Task<bool> Find()
    {
        if (SeatCookie.Of(User) is not { } cookie || cookie.Drill != Id)
            return false;
        Guest = await plan.FindGuest(Id, cookie.RejoinWordHash, HttpContext.RequestAborted);
        Drill = Guest is null ? null : await catalog.Get(Id, HttpContext.RequestAborted);
        return Drill is not null;
    }

    private PageResult Refused(string key)
    {
        Response.StatusCode = StatusCodes.Status422UnprocessableEntity;
        ModelState.AddModelError("", say[key]);
        return Page();
    }
}
