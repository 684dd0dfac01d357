using HanoiAcademy.Server.Accounts;
using HanoiAcademy.Server.Retention;
using HanoiAcademy.Storage.Accounts;
using HanoiAcademy.Storage.Agencies;
using Microsoft.AspNetCore.Identity;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;
using Microsoft.Extensions.Localization;

namespace HanoiAcademy.Server.Agencies.Admin;

internal sealed class IndexModel(
    IAgencies agencies, IMemberships memberships, UserManager<Account> accounts, SignInManager<Account> signIn,
    IStringLocalizer say, TimeProvider clock, RetentionDesk retention) : PageModel
{
    private const int LongestName = 100;
    private const int SoonDays = 14;

    [BindProperty]
    public string? Name { get; set; }

    public IReadOnlyList<Agency> Agencies { get; private set; } = [];

    /// <summary>For agencies that the viewer administers: how much goes soon by their own rules.</summary>
    public Dictionary<string, int> Going { get; } = [];

    public bool IsAdministrator => Viewer.Of(User).HoldsSomewhere(Role.Administrator);

    public Task OnGetAsync(CancellationToken cancel) => ShowAsync(cancel);

    /// <summary>A new agency; who makes it is its first administrator.</summary>
    public async Task<IActionResult> OnPostAsync(CancellationToken cancel)
    {
        if (!IsAdministrator || await accounts.GetUserAsync(User) is not { } account)
            return Forbid();

        var agency = NewAgency.Of(Name ?? "", clock.GetUtcNow());
        if (string.IsNullOrWhiteSpace(Name) || Name.Length > LongestName || !await agencies.Create(agency))
        {
            await ShowAsync(cancel);
            return this.Refused(say["admin.new-agency.refused"]);
        }

        await memberships.Grant(new Membership { AccountId = account.Id, AgencyId = agency.Id, Role = AccountRole.Administrator });
        await signIn.RefreshSignInAsync(account);
        return RedirectToPage();
    }

    private async Task ShowAsync(CancellationToken cancel)
    {
        var viewer = Viewer.Of(User);
        Agencies = [.. (await agencies.List(cancel)).Where(agency => Access.MayManageAccounts(viewer, agency.Id))];
        foreach (var agency in Agencies.Where(agency => viewer.Holds(Role.Administrator, agency.Id)))
            Going[agency.Id] = (await retention.Plan(agency.Id, cancel)).Count(item => item.From < clock.GetUtcNow().AddDays(SoonDays));
    }
}
