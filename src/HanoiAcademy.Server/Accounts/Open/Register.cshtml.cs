using HanoiAcademy.Server.Agencies;
using HanoiAcademy.Server.Security;
using HanoiAcademy.Storage.Accounts;
using HanoiAcademy.Storage.Agencies;
using Microsoft.AspNetCore.Identity;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;
using Microsoft.Extensions.Localization;
using Microsoft.Extensions.Options;

namespace HanoiAcademy.Server.Accounts.Open;

/// <summary>A trainee's account without an invitation, where the operator allows it; else the page is not there.</summary>
internal sealed class RegisterModel(
    AccountMaker maker, SignInManager<Account> signIn, IAgencies agencies, IOptions<AccountsOptions> options,
    AttemptLimits limits, IStringLocalizer say, TimeProvider clock) : PageModel
{
    [BindProperty]
    public NewAccountForm New { get; set; } = new();

    public IActionResult OnGet() => options.Value.SelfRegistration ? Page() : NotFound();

    public async Task<IActionResult> OnPostAsync(CancellationToken cancel)
    {
        if (!options.Value.SelfRegistration)
            return NotFound();
        if (!New.IsWhole)
            return this.Refused(say["account.fill-all"]);
        if (!limits.TryTake("register", New.UserName!, HttpContext))
            return this.Refused(say["account.sign-in-wait"]);

        var agency = await FirstAdministrator.FirstAgencyAsync(agencies, options.Value, clock, cancel);
        var (account, result) = await maker.MakeAsync(agency.Id, New.UserName!, New.DisplayName!, New.Password!, Role.Trainee);
        if (!result.Succeeded)
            return this.Refused(result);
        await signIn.SignInAsync(account, isPersistent: false);
        return LocalRedirect("/");
    }
}
