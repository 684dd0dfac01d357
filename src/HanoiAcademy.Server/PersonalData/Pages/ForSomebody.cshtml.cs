using HanoiAcademy.Server.Agencies;
using HanoiAcademy.Storage.Accounts;
using HanoiAcademy.Storage.Agencies;
using HanoiAcademy.Storage.People;
using Microsoft.AspNetCore.Identity;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.Filters;
using Microsoft.AspNetCore.Mvc.RazorPages;
using Microsoft.Extensions.Localization;

namespace HanoiAcademy.Server.PersonalData.Pages;

/// <summary>The same for somebody who asked: by an administrator of the agency that keeps the account, who may take it over anyway. It leaves a line.</summary>
[ResponseCache(NoStore = true)]
internal sealed class ForSomebodyModel(
    IAgencies agencies, UserManager<Account> accounts, IMemberships memberships, IPeoplesData data, IDataActs acts, NameInText names, PersonalExport export, PersonEraser eraser, IStringLocalizer say)
    : AgencyPage(agencies)
{
    private Account _account = null!;

    [BindProperty]
    public string? UserName { get; set; }

    public Person Person { get; private set; } = null!;

    public string AccountId => _account.Id;

    public IReadOnlyList<NameCount> InText { get; private set; } = [];

    public IReadOnlyList<NamedInPlan> InPlans { get; private set; } = [];

    public string? Hindrance { get; private set; }

    [NonHandler]
    public override Task OnPageHandlerExecutionAsync(PageHandlerExecutingContext context, PageHandlerExecutionDelegate next) =>
        base.OnPageHandlerExecutionAsync(context, async () =>
        {
            if (await FindAsync())
                return await next();
            context.Result = new NotFoundResult();
            return null!;
        });

    public async Task<IActionResult> OnGetAsync(CancellationToken cancel)
    {
        await Fill(cancel);
        return Page();
    }

    public async Task<IActionResult> OnPostExportAsync()
    {
        await acts.Keep(eraser.Act("account-exported", Agency.Id, PersonEraser.ForSomebody, Viewer.AccountId));
        return new PersonalFile(export, _account.Id);
    }

    public async Task<IActionResult> OnPostEraseAsync(CancellationToken cancel)
    {
        if (!string.Equals(UserName?.Trim(), _account.UserName, StringComparison.Ordinal))
            return await Again(say["people.erase.wrong-name", _account.UserName], cancel);
        var answer = await eraser.Erase(_account.Id, Agency.Id, PersonEraser.ForSomebody, Viewer.AccountId!, cancel);
        if (Hindrances.Of(answer, say) is { } hindrance)
            return await Again(hindrance, cancel);
        TempData["Said"] = "people.erase.done-for";
        return RedirectToPage("/Accounts/Admin/List", new { agency = Agency.Slug });
    }

    private async Task<IActionResult> Again(string sentence, CancellationToken cancel)
    {
        await Fill(cancel);
        Response.StatusCode = StatusCodes.Status422UnprocessableEntity;
        ModelState.AddModelError("", sentence);
        return Page();
    }

    private async Task Fill(CancellationToken cancel)
    {
        Person = new Person(await data.Of(_account.Id, cancel));
        InText = await names.Count([Person.UserName, Person.DisplayName], Person.Drills, cancel);
        InPlans = await data.InPlans(_account.Id, cancel);
        Hindrance = Hindrances.Of(await data.MayErase(_account.Id, cancel), say);
    }

    private async Task<bool> FindAsync()
    {
        if (!Viewer.Holds(Role.Administrator, Agency.Id) || RouteData.Values["id"] is not string id || await accounts.FindByIdAsync(id) is not { } account)
            return false;
        _account = account;
        return account.AgencyId == Agency.Id && Access.MayTakeOver(Viewer, Agency.Id, await memberships.Of(account.Id, HttpContext.RequestAborted));
    }
}
