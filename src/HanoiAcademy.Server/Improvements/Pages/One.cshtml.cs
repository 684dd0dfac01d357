using HanoiAcademy.Server.Agencies;
using HanoiAcademy.Storage.Accounts;
using HanoiAcademy.Storage.Improvements;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;

namespace HanoiAcademy.Server.Improvements.Pages;

/// <summary>One action: an instructor changes all of it, its owner its state with a remark. Who comes second is shown what changed, with his own words still in the form.</summary>
internal sealed class OneModel(ImprovementDesk desk, IImprovements improvements) : PageModel
{
    [BindProperty(SupportsGet = true)]
    public string Id { get; set; } = "";

    [BindProperty]
    public ImprovementForm Form { get; set; } = new();

    [BindProperty]
    public long BasedOn { get; set; }

    public Seen Seen { get; private set; } = null!;

    public bool IsOverdue { get; private set; }

    public bool IsConflict { get; private set; }

    public IReadOnlyList<string> Wrong { get; private set; } = [];

    public IReadOnlyList<AccountEntry> Owners { get; private set; } = [];

    public IReadOnlyList<ImprovementChange> History { get; private set; } = [];

    public async Task<IActionResult> OnGetAsync()
    {
        if (!await Fill())
            return NotFound();
        (Form, BasedOn) = (ImprovementForm.Of(Seen.Action), Seen.Action.Version);
        return Page();
    }

    public async Task<IActionResult> OnPostAsync()
    {
        if (!await Fill())
            return NotFound();
        Wrong = Seen.MayEdit ? Form.Wrong(Owners.Select(account => account.Id).Append(Seen.Action.OwnerAccountId ?? "")) : ForOwner();
        if (Wrong.Count == 0)
        {
            var answer = await desk.Change(Viewer.Of(User), Seen, Form, BasedOn);
            if (answer == ImprovementAnswer.Kept)
                return Redirect($"/improvements/{Id}");
            if (answer == ImprovementAnswer.Gone || !await Fill())
                return NotFound();
            if (answer == ImprovementAnswer.Full)
                Wrong = ["full-history"];
            else
                // Sent once more it is kept: on what he has now been shown.
                (IsConflict, BasedOn) = (true, Seen.Action.Version);
        }

        ModelState.Remove(nameof(BasedOn));
        Response.StatusCode = IsConflict ? StatusCodes.Status409Conflict : StatusCodes.Status422UnprocessableEntity;
        return Page();
    }

    /// <summary>Out of the plan, once it is over: an old plan does not stand in the way of a new one.</summary>
    public async Task<IActionResult> OnPostTakeOutAsync()
    {
        if (!await Fill() || !Seen.MayEdit)
            return NotFound();
        if (await improvements.TakeOut(Id) != ImprovementAnswer.Conflict)
            return Redirect("/improvements?show=all");
        (Form, BasedOn, Wrong) = (ImprovementForm.Of(Seen.Action), Seen.Action.Version, ["still-open"]);
        Response.StatusCode = StatusCodes.Status422UnprocessableEntity;
        return Page();
    }

    private string[] ForOwner() => !ImprovementAction.States.Contains(Form.State ?? Seen.Action.State) ? ["state"] : Form.Remark?.Length > ImprovementAction.LongestText ? ["long-text"] : [];

    private async Task<bool> Fill()
    {
        Response.Headers.CacheControl = "no-store";
        var cancel = HttpContext.RequestAborted;
        if (await desk.Find(Viewer.Of(User), Id, cancel) is not { } seen)
            return false;
        (Seen, IsOverdue) = (seen, desk.IsOverdue(seen.Action));
        Owners = seen.MayEdit ? await desk.Owners(seen.Action.AgencyId, cancel) : [];
        History = await improvements.History(Id, cancel);
        return true;
    }
}
