using System.Globalization;
using HanoiAcademy.Storage.Accounts;
using Microsoft.AspNetCore.Identity;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;
using Microsoft.Extensions.Localization;

namespace HanoiAcademy.Server.Accounts.Own;

/// <summary>Switches the authenticator app on (after one right code) and off (after the password).</summary>
[ResponseCache(NoStore = true)]
internal sealed class TwoFactorModel(UserManager<Account> accounts, SignInManager<Account> signIn, IStringLocalizer say) : PageModel
{
    private const int NewRecoveryCodes = 10;

    [BindProperty]
    public string? Code { get; set; }

    [BindProperty]
    public string? Password { get; set; }

    public bool IsOn { get; private set; }

    public int CodesLeft { get; private set; }

    public string Key { get; private set; } = "";

    public QrImage Qr { get; private set; } = null!;

    public IReadOnlyList<string> RecoveryCodes { get; private set; } = [];

    public async Task<IActionResult> OnGetAsync()
    {
        if (await accounts.GetUserAsync(User) is not { } account)
            return Challenge();
        await ShowAsync(account);
        return Page();
    }

    public async Task<IActionResult> OnPostOnAsync()
    {
        if (await accounts.GetUserAsync(User) is not { } account)
            return Challenge();
        var code = (Code ?? "").Replace(" ", "", StringComparison.Ordinal);
        if (account.TwoFactorEnabled || !await accounts.VerifyTwoFactorTokenAsync(account, accounts.Options.Tokens.AuthenticatorTokenProvider, code))
        {
            await ShowAsync(account);
            return this.Refused(say["account.code.wrong"]);
        }

        await accounts.SetTwoFactorEnabledAsync(account, true);
        RecoveryCodes = [.. await accounts.GenerateNewTwoFactorRecoveryCodesAsync(account, NewRecoveryCodes) ?? []];
        await signIn.RefreshSignInAsync(account);
        return Page();
    }

    public async Task<IActionResult> OnPostOffAsync()
    {
        if (await accounts.GetUserAsync(User) is not { } account)
            return Challenge();
        if (!(await signIn.CheckPasswordSignInAsync(account, Password ?? "", lockoutOnFailure: true)).Succeeded)
        {
            await ShowAsync(account);
            return this.Refused(say["account.errors.PasswordMismatch"]);
        }

        await accounts.SetTwoFactorEnabledAsync(account, false);
        await accounts.ResetAuthenticatorKeyAsync(account); // An app that still knows the old key must not fit again.
        await signIn.RefreshSignInAsync(account);
        return RedirectToPage();
    }

    private async Task ShowAsync(Account account)
    {
        IsOn = account.TwoFactorEnabled;
        CodesLeft = await accounts.CountRecoveryCodesAsync(account);
        if (IsOn)
            return;
        if (await accounts.GetAuthenticatorKeyAsync(account) is null)
        {
            await accounts.ResetAuthenticatorKeyAsync(account);
            await signIn.RefreshSignInAsync(account); // A new key moves the security stamp, which would sign us out.
        }

        var key = (await accounts.GetAuthenticatorKeyAsync(account))!;
        Key = string.Join(' ', key.Chunk(4).Select(part => new string(part)));
        var label = Uri.EscapeDataString($"{say["site.name"]}:{account.UserName}");
        Qr = QrImage.Of(string.Create(CultureInfo.InvariantCulture, $"otpauth://totp/{label}?secret={key}&issuer={Uri.EscapeDataString(say["site.name"])}&digits=6"));
    }
}
