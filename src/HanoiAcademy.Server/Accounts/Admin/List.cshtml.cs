using HanoiAcademy.Server.Agencies;
using HanoiAcademy.Storage.Accounts;
using HanoiAcademy.Storage.Agencies;

namespace HanoiAcademy.Server.Accounts.Admin;

internal sealed class ListModel(IAgencies agencies, IAccountDirectory directory, IMemberships memberships) : AgencyPage(agencies)
{
    public IReadOnlyList<(AccountEntry Account, IEnumerable<string> Roles)> Accounts { get; private set; } = [];

    public async Task OnGetAsync(CancellationToken cancel)
    {
        var roles = (await memberships.InAgency(Agency.Id, cancel)).ToLookup(held => held.AccountId, held => held.Role);
        Accounts = [.. (await directory.InAgency(Agency.Id, cancel)).Select(account => (account, roles[account.Id]))];
    }
}
