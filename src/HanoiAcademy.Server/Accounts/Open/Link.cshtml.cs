using HanoiAcademy.Server.Agencies;
using HanoiAcademy.Server.Security;
using HanoiAcademy.Storage.Accounts;
using HanoiAcademy.Storage.Agencies;
using Microsoft.AspNetCore.Identity;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;
using Microsoft.Extensions.Localization;

namespace HanoiAcademy.Server.Accounts.Open;

/// <summary>
/// Where a one-time link leads: make an account (or bring the one you have) into an agency, or set a new password.
/// Opening it changes nothing, so that a mail scanner that follows links does not use it up.
/// </summary>
[ResponseCache(NoStore = true)]
internal sealed class LinkModel(
    IInvitations invitations, IAgencies agencies, AccountMaker maker, UserManager<Account> accounts, SignInManager<Account> signIn,
    AttemptLimits limits, IStringLocalizer say, TimeProvider clock) : PageModel
{
    [BindProperty(SupportsGet = true)]
    public string Token { get; set; } = "";

    [BindProperty]
    public NewAccountForm New { get; set; } = new();

    [BindProperty]
    public string? NewPassword { get; set; }

    public Invitation? Link { get; private set; }

    public string? AgencyName { get; private set; }

    public string? AccountName { get; private set; }

    public string? SignedInAs => Viewer.Of(User).Name;

    public async Task<IActionResult> OnGetAsync(CancellationToken cancel) => await FindAsync(cancel) ? Page() : Spent();

    public async Task<IActionResult> OnPostMakeAsync(CancellationToken cancel)
    {
        if (!await FindAsync(cancel) || Link!.Kind == InvitationKind.Reset)
            return Spent();
        if (!New.IsWhole)
            return this.Refused(say["account.fill-all"]);

        var (account, result) = await maker.MakeAsync(Link.AgencyId, New.UserName!, New.DisplayName!, New.Password!);
        if (!result.Succeeded)
            return this.Refused(result);
        if (await invitations.Use(Link.TokenHash, account.Id, clock.GetUtcNow()) is null)
        {
            await accounts.DeleteAsync(account); // Somebody was faster with the same link.
            return Spent();
        }

        await signIn.SignInAsync(account, isPersistent: false);
        return LocalRedirect("/");
    }

    public async Task<IActionResult> OnPostJoinAsync(CancellationToken cancel)
    {
        var account = await accounts.GetUserAsync(User);
        if (account is null || !await FindAsync(cancel) || Link!.Kind == InvitationKind.Reset
            || await invitations.Use(Link.TokenHash, account.Id, clock.GetUtcNow()) is null)
            return Spent();

        await signIn.RefreshSignInAsync(account);
        return LocalRedirect("/");
    }

    public async Task<IActionResult> OnPostResetAsync(CancellationToken cancel)
    {
        if (!await FindAsync(cancel) || Link!.AccountId is not { } accountId || await accounts.FindByIdAsync(accountId) is not { } account)
            return Spent();

        foreach (var validator in accounts.PasswordValidators)
        {
            var valid = await validator.ValidateAsync(accounts, account, NewPassword ?? "");
            if (!valid.Succeeded)
                return this.Refused(valid);
        }

        if (await invitations.Use(Link.TokenHash, account.Id, clock.GetUtcNow()) is null)
            return Spent();
        account.MustChangePassword = false;
        account.LockoutEnd = null;
        account.AccessFailedCount = 0;
        var changed = await accounts.ResetPasswordAsync(account, await accounts.GeneratePasswordResetTokenAsync(account), NewPassword!);
        if (!changed.Succeeded)
            return this.Refused(changed);
        TempData["Said"] = "account.link.reset-done";
        return RedirectToPage("/Accounts/Open/SignIn");
    }

    private async Task<bool> FindAsync(CancellationToken cancel)
    {
        if (!limits.TryTake("link", Token, HttpContext))
            return false;
        Link = await invitations.FindUsable(Secret.Hash(Token), clock.GetUtcNow(), cancel);
        if (Link is null)
            return false;
        AgencyName = (await agencies.Get(Link.AgencyId, cancel))?.Name;
        AccountName = Link.AccountId is { } id ? (await accounts.FindByIdAsync(id))?.UserName : null;
        return true;
    }

    private PageResult Spent()
    {
        Link = null;
        return new PageResult { StatusCode = StatusCodes.Status404NotFound };
    }
}
