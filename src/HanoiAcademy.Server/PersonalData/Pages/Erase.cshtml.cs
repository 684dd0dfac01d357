using HanoiAcademy.Server.Agencies;
using HanoiAcademy.Storage.Accounts;
using HanoiAcademy.Storage.People;
using Microsoft.AspNetCore.Identity;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;
using Microsoft.Extensions.Localization;

namespace HanoiAcademy.Server.PersonalData.Pages;

/// <summary>The second step: what goes, what stays and why; whoever wants it types his user name.</summary>
[ResponseCache(NoStore = true)]
internal sealed class EraseModel(IPeoplesData data, NameInText names, PersonEraser eraser, UserManager<Account> accounts, SignInManager<Account> signIn, IStringLocalizer say) : PageModel
{
    [BindProperty]
    public string? UserName { get; set; }

    public Person Person { get; private set; } = null!;

    public IReadOnlyList<NameCount> InText { get; private set; } = [];

    public IReadOnlyList<NamedInPlan> InPlans { get; private set; } = [];

    /// <summary>Why not, as a sentence; null when nothing stands against it.</summary>
    public string? Hindrance { get; private set; }

    public async Task<IActionResult> OnGetAsync(CancellationToken cancel) => await Fill(cancel) ? Page() : Challenge();

    public async Task<IActionResult> OnPostAsync(CancellationToken cancel)
    {
        if (await accounts.GetUserAsync(User) is not { } account)
            return Challenge();
        if (!string.Equals(UserName?.Trim(), account.UserName, StringComparison.Ordinal))
            return await Again(say["people.erase.wrong-name", account.UserName], cancel);
        var answer = await eraser.Erase(account.Id, account.AgencyId, PersonEraser.Asked, account.Id, cancel);
        if (Hindrances.Of(answer, say) is { } hindrance)
            return await Again(hindrance, cancel);
        await signIn.SignOutAsync();
        TempData["Said"] = "people.erase.done";
        return LocalRedirect("/");
    }

    private async Task<IActionResult> Again(string sentence, CancellationToken cancel)
    {
        if (!await Fill(cancel))
            return Challenge();
        Response.StatusCode = StatusCodes.Status422UnprocessableEntity;
        ModelState.AddModelError("", sentence);
        return Page();
    }

    private async Task<bool> Fill(CancellationToken cancel)
    {
        var id = Viewer.Of(User).AccountId!;
        var tables = await data.Of(id, cancel);
        if (tables[0].Rows.Count == 0)
            return false;
        Person = new Person(tables);
        InText = await names.Count([Person.UserName, Person.DisplayName], Person.Drills, cancel);
        InPlans = await data.InPlans(id, cancel);
        Hindrance = Hindrances.Of(await data.MayErase(id, cancel), say);
        return true;
    }
}
