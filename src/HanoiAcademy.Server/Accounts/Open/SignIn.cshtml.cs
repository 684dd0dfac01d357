using HanoiAcademy.Server.Hosting;
using HanoiAcademy.Server.Language;
using HanoiAcademy.Server.Security;
using HanoiAcademy.Storage.Accounts;
using Microsoft.AspNetCore.Identity;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;
using Microsoft.Extensions.Localization;
using Microsoft.Extensions.Options;

namespace HanoiAcademy.Server.Accounts.Open;

internal sealed class SignInModel(
    SignInManager<Account> signIn, UserManager<Account> accounts, IPasswordHasher<Account> hasher, AttemptLimits limits,
    Texts texts, IStringLocalizer say, IOptions<AccountsOptions> options, IOptions<HostingOptions> hosting) : PageModel
{
    private static string? _somePassword;

    [BindProperty]
    public string? UserName { get; set; }

    [BindProperty]
    public string? Password { get; set; }

    [BindProperty(SupportsGet = true)]
    public string? ReturnUrl { get; set; }

    public bool MayRegister => options.Value.SelfRegistration;

    /// <summary>The sample accounts, whose password is known to everybody anyway.</summary>
    public bool IsDemo => hosting.Value.Demo;

    public void OnGet()
    {
    }

    public async Task<IActionResult> OnPostAsync()
    {
        if (string.IsNullOrWhiteSpace(UserName) || string.IsNullOrEmpty(Password))
            return Refuse("account.sign-in-both");
        if (!limits.TryTake("sign-in", UserName, HttpContext))
            return Refuse("account.sign-in-wait", StatusCodes.Status429TooManyRequests);

        var account = await accounts.FindByNameAsync(UserName.Trim());
        if (account is null)
        {
            // As slow as for an account that exists, so that the time does not tell which names there are.
            hasher.VerifyHashedPassword(null!, _somePassword ??= hasher.HashPassword(null!, Secret.Password()), Password);
            return Refuse("account.sign-in-refused");
        }

        var result = await signIn.PasswordSignInAsync(account, Password, isPersistent: false, lockoutOnFailure: true);
        if (result.RequiresTwoFactor)
            return RedirectToPage("/Accounts/Open/SignInCode", new { ReturnUrl });
        if (!result.Succeeded)
            return Refuse("account.sign-in-refused");

        if (account.Language is { } language && texts.Knows(language))
            ChooseLanguage.Keep(HttpContext, language);
        return LocalRedirect(Url.IsLocalUrl(ReturnUrl) ? ReturnUrl : "/");
    }

    /// <summary>One sentence for a wrong name, a wrong password, a locked and a disabled account: a stranger learns nothing from it.</summary>
    private PageResult Refuse(string sentence, int status = StatusCodes.Status200OK)
    {
        ModelState.AddModelError("", say[sentence]);
        return new PageResult { StatusCode = status };
    }
}
