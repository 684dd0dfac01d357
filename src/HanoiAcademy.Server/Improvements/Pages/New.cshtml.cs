using HanoiAcademy.Server.Agencies;
using HanoiAcademy.Storage.Accounts;
using HanoiAcademy.Storage.Agencies;
using HanoiAcademy.Storage.Improvements;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;

namespace HanoiAcademy.Server.Improvements.Pages;

/// <summary>An action that no log suggested.</summary>
internal sealed class NewModel(ImprovementDesk desk) : PageModel
{
    /// <summary>Its short name; the first where nothing is said.</summary>
    [BindProperty(SupportsGet = true)]
    public string? Agency { get; set; }

    /// <summary>Made with the form: pressed twice, or sent again because the answer was lost, it is one action.</summary>
    [BindProperty]
    public string Key { get; set; } = "";

    [BindProperty]
    public ImprovementForm Form { get; set; } = new();

    public IReadOnlyList<Agency> Mine { get; private set; } = [];

    public IReadOnlyList<AccountEntry> Owners { get; private set; } = [];

    public IReadOnlyList<string> Wrong { get; private set; } = [];

    public Task OnGetAsync()
    {
        Key = Guid.NewGuid().ToString("n")[..16];
        return Fill();
    }

    public async Task<IActionResult> OnPostAsync()
    {
        if (await Fill() is not { } agency)
            return Forbid();
        Wrong = Form.Wrong(Owners.Select(account => account.Id));
        if (Wrong.Count == 0)
        {
            var action = Form.Onto(desk.New(agency.Id, ImprovementOrigin.Written, "", Key));
            if (await desk.Add(Viewer.Of(User), action) != ImprovementAnswer.Full)
                return Redirect($"/improvements/{action.Id}");
            Wrong = ["full"];
        }

        Response.StatusCode = StatusCodes.Status422UnprocessableEntity;
        return Page();
    }

    private async Task<Agency?> Fill()
    {
        Response.Headers.CacheControl = "no-store";
        Mine = await desk.Agencies(Viewer.Of(User), HttpContext.RequestAborted);
        var agency = Mine.FirstOrDefault(one => string.IsNullOrEmpty(Agency) || one.Slug == Agency);
        Owners = agency is null ? [] : await desk.Owners(agency.Id, HttpContext.RequestAborted);
        return agency;
    }
}
