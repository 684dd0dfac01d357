using HanoiAcademy.Server.Agencies;
using HanoiAcademy.Server.Drills.AfterAction;
using HanoiAcademy.Server.Drills.Seats;
using HanoiAcademy.Server.Language;
using HanoiAcademy.Storage.Drills;
using HanoiAcademy.Storage.Improvements;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;

namespace HanoiAcademy.Server.Improvements.Pages;

/// <summary>What a drill's log and its hot wash suggest, each taken into the plan by one press.</summary>
internal sealed class SuggestModel(DrillAccess access, AfterActionDesk reports, DrillPlan plan) : PageModel
{
    [BindProperty(SupportsGet = true)]
    public string Drill { get; set; } = "";

    public DrillEntry Entry { get; private set; } = null!;

    public IReadOnlyList<Suggestion> Suggestions { get; private set; } = [];

    /// <summary>The drill has not ended.</summary>
    public bool IsEarly { get; private set; }

    public bool IsFull { get; private set; }

    public async Task<IActionResult> OnGetAsync() => await Fill() ? Page() : NotFound();

    /// <param name="take">Origin and its id; the agreed fixes all at once where it is empty.</param>
    public async Task<IActionResult> OnPostAsync(string? take)
    {
        if (!await Fill())
            return NotFound();
        foreach (var one in Suggestions.Where(one => one.InPlan is null && (string.IsNullOrEmpty(take) ? one.IsAgreed : $"{one.Origin} {one.OriginId}" == take)))
        {
            if (await plan.Take(Viewer.Of(User), Entry, one) == ImprovementAnswer.Full)
            {
                IsFull = true;
                Response.StatusCode = StatusCodes.Status422UnprocessableEntity;
                return Page();
            }
        }

        return Redirect($"/improvements/suggest?drill={Entry.Id}");
    }

    private async Task<bool> Fill()
    {
        Response.Headers.CacheControl = "no-store";
        var cancel = HttpContext.RequestAborted;
        if (await access.Find(Drill, User, cancel) is not { MayControl: true } caller || !Access.MayImprove(Viewer.Of(User), caller.Drill.AgencyId))
            return false;
        Entry = caller.Drill;
        IsEarly = Entry.Status != DrillStatus.Ended;
        if (!IsEarly && await reports.For(caller, HttpContext.Features.Get<UiChoice>() ?? UiChoice.Default, cancel) is { } report)
            Suggestions = await plan.Suggest(Entry, report, cancel);
        return true;
    }
}
