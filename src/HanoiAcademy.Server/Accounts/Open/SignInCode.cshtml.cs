using HanoiAcademy.Server.Security;
using HanoiAcademy.Storage.Accounts;
using Microsoft.AspNetCore.Identity;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;
using Microsoft.Extensions.Localization;

namespace HanoiAcademy.Server.Accounts.Open;

/// <summary>The second step: six figures of the authenticator app, or a recovery code.</summary>
internal sealed class SignInCodeModel(SignInManager<Account> signIn, AttemptLimits limits, IStringLocalizer say) : PageModel
{
    private const int AppCodeLength = 6;

    [BindProperty]
    public string? Code { get; set; }

    [BindProperty(SupportsGet = true)]
    public string? ReturnUrl { get; set; }

    public async Task<IActionResult> OnGetAsync() =>
        await signIn.GetTwoFactorAuthenticationUserAsync() is null ? RedirectToPage("/Accounts/Open/SignIn", new { ReturnUrl }) : Page();

    public async Task<IActionResult> OnPostAsync()
    {
        var account = await signIn.GetTwoFactorAuthenticationUserAsync();
        if (account is null)
            return RedirectToPage("/Accounts/Open/SignIn", new { ReturnUrl });
        if (!limits.TryTake("code", account.Id, HttpContext))
            return Refuse("account.sign-in-wait");

        var code = (Code ?? "").Replace(" ", "", StringComparison.Ordinal);
        var result = code.Length == AppCodeLength && code.All(char.IsAsciiDigit)
            ? await signIn.TwoFactorAuthenticatorSignInAsync(code, isPersistent: false, rememberClient: false)
            : await signIn.TwoFactorRecoveryCodeSignInAsync(code);
        return result.Succeeded ? LocalRedirect(Url.IsLocalUrl(ReturnUrl) ? ReturnUrl : "/") : Refuse("account.code.wrong");
    }

    private PageResult Refuse(string sentence)
    {
        ModelState.AddModelError("", say[sentence]);
        return Page();
    }
}
