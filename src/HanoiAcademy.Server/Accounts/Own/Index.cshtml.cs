using HanoiAcademy.Storage.Accounts;
using HanoiAcademy.Storage.Agencies;
using Microsoft.AspNetCore.Identity;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;

namespace HanoiAcademy.Server.Accounts.Own;

internal sealed class IndexModel(UserManager<Account> accounts, IMemberships memberships, IAgencies agencies) : PageModel
{
    public Account Account { get; private set; } = null!;

    public IReadOnlyList<(string Agency, string Role)> Memberships { get; private set; } = [];

    public async Task<IActionResult> OnGetAsync(CancellationToken cancel)
    {
        if (await accounts.GetUserAsync(User) is not { } account)
            return Challenge();

        Account = account;
        var names = (await agencies.List(cancel)).ToDictionary(agency => agency.Id, agency => agency.Name);
        Memberships = [.. (await memberships.Of(account.Id, cancel)).Select(held => (names[held.AgencyId], held.Role))];
        return Page();
    }
}
