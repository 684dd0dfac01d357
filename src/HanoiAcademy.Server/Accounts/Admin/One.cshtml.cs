using HanoiAcademy.Server.Agencies;
using HanoiAcademy.Storage.Accounts;
using HanoiAcademy.Storage.Agencies;
using Microsoft.AspNetCore.Identity;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.Filters;
using Microsoft.AspNetCore.Mvc.RazorPages;
using Microsoft.Extensions.Localization;

namespace HanoiAcademy.Server.Accounts.Admin;

/// <summary>One account as its agency sees it: roles here, and what is done when somebody lost a password or has left.</summary>
[ResponseCache(NoStore = true)]
internal sealed class OneModel(
    IAgencies agencies, UserManager<Account> accounts, IMemberships memberships, OneTimeLinks links, IStringLocalizer say)
    : AgencyPage(agencies)
{
    private IReadOnlyList<Membership> _held = [];

    public Account Account { get; private set; } = null!;

    public string? ResetLink { get; private set; }

    public IReadOnlyList<string> RolesHere => [.. _held.Where(held => held.AgencyId == Agency.Id).Select(held => held.Role)];

    public bool MayChangeRoles => Access.MayChangeRoles(Viewer, Agency.Id);

    public bool MayTakeOver => Account.AgencyId == Agency.Id && Access.MayTakeOver(Viewer, Agency.Id, _held);

    public bool MayHandOverData => MayTakeOver && Viewer.Holds(Role.Administrator, Agency.Id);

    public bool HasTwoFactor => Account.TwoFactorEnabled;

    [NonHandler]
    public override Task OnPageHandlerExecutionAsync(PageHandlerExecutingContext context, PageHandlerExecutionDelegate next) =>
        base.OnPageHandlerExecutionAsync(context, async () =>
        {
            if (await FindAsync())
                return await next();
            context.Result = new NotFoundResult();
            return null!;
        });

    public void OnGet()
    {
    }

    public async Task<IActionResult> OnPostGrantAsync(string? role)
    {
        if (!MayChangeRoles || Roles.Parse(role) is not { } given || !Access.MayGive(Viewer, Agency.Id, given))
            return Forbid();
        await memberships.Grant(new Membership { AccountId = Account.Id, AgencyId = Agency.Id, Role = given.Name() });
        return RedirectToPage();
    }

    public async Task<IActionResult> OnPostWithdrawAsync(string? role)
    {
        if (!MayChangeRoles || Roles.Parse(role) is not { } held)
            return Forbid();
        return await memberships.Withdraw(new Membership { AccountId = Account.Id, AgencyId = Agency.Id, Role = held.Name() })
            ? RedirectToPage()
            : this.Refused(say["admin.one.last-administrator"]);
    }

    public async Task<IActionResult> OnPostResetAsync()
    {
        if (!MayTakeOver)
            return Forbid();
        ResetLink = await links.ResetAsync(Agency.Id, Account.Id, Viewer.AccountId!, Request);
        return Page();
    }

    public async Task<IActionResult> OnPostTwoFactorOffAsync()
    {
        if (!MayTakeOver)
            return Forbid();
        await accounts.SetTwoFactorEnabledAsync(Account, false);
        await accounts.ResetAuthenticatorKeyAsync(Account);
        return RedirectToPage();
    }

    public async Task<IActionResult> OnPostSwitchAsync()
    {
        if (!MayTakeOver || Account.Id == Viewer.AccountId)
            return Forbid();
        Account.Disabled = !Account.Disabled;
        var changed = await accounts.UpdateSecurityStampAsync(Account); // Ends the sessions it has.
        return changed.Succeeded ? RedirectToPage() : this.Refused(changed);
    }

    /// <summary>An account of another agency that is no member here is not there.</summary>
    private async Task<bool> FindAsync()
    {
        var account = RouteData.Values["id"] is string id ? await accounts.FindByIdAsync(id) : null;
        if (account is null)
            return false;
        Account = account;
        _held = await memberships.Of(account.Id, HttpContext.RequestAborted);
        return account.AgencyId == Agency.Id || RolesHere.Count > 0;
    }
}
