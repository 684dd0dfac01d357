using HanoiAcademy.Storage.Accounts;
using Microsoft.AspNetCore.Identity;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;
using Microsoft.Extensions.Localization;

namespace HanoiAcademy.Server.Accounts.Own;

internal sealed class PasswordModel(UserManager<Account> accounts, SignInManager<Account> signIn, IStringLocalizer say) : PageModel
{
    [BindProperty]
    public string? OldPassword { get; set; }

    [BindProperty]
    public string? NewPassword { get; set; }

    public bool MustChange => User.HasClaim(AccountClaims.MustChangePassword, "yes");

    public void OnGet()
    {
    }

    public async Task<IActionResult> OnPostAsync()
    {
        if (await accounts.GetUserAsync(User) is not { } account)
            return Challenge();
        if (string.IsNullOrEmpty(OldPassword) || string.IsNullOrEmpty(NewPassword))
            return this.Refused(say["account.fill-all"]);
        if (OldPassword == NewPassword)
            return this.Refused(say["account.change-password.same"]);

        account.MustChangePassword = false; // Kept only if the change below is.
        var changed = await accounts.ChangePasswordAsync(account, OldPassword, NewPassword);
        if (!changed.Succeeded)
            return this.Refused(changed);
        await signIn.RefreshSignInAsync(account);
        TempData["Said"] = "account.change-password.done";
        return RedirectToPage("/Accounts/Own/Index");
    }
}
