using HanoiAcademy.Server.Agencies;
using HanoiAcademy.Storage.Accounts;
using HanoiAcademy.Storage.Agencies;
using Microsoft.AspNetCore.Identity;

namespace HanoiAcademy.Server.Accounts;

/// <summary>Makes one account; many at once are made by <see cref="Import.AccountImport"/>.</summary>
internal sealed class AccountMaker(UserManager<Account> accounts, IMemberships memberships, TimeProvider clock)
{
    /// <summary>The account without any role, or why there is none.</summary>
    public async Task<(Account Account, IdentityResult Result)> MakeAsync(string agencyId, string userName, string displayName, string password)
    {
        var account = New(agencyId, userName, displayName);
        return (account, await accounts.CreateAsync(account, password));
    }

    public async Task<(Account Account, IdentityResult Result)> MakeAsync(
        string agencyId, string userName, string displayName, string password, Role role)
    {
        var made = await MakeAsync(agencyId, userName, displayName, password);
        if (made.Result.Succeeded)
            await memberships.Grant(new Membership { AccountId = made.Account.Id, AgencyId = agencyId, Role = role.Name() });
        return made;
    }

    public Account New(string agencyId, string userName, string displayName) => new()
    {
        Id = Guid.NewGuid().ToString("N"),
        AgencyId = agencyId,
        UserName = userName.Trim(),
        DisplayName = string.IsNullOrWhiteSpace(displayName) ? userName.Trim() : displayName.Trim(),
        Created = clock.GetUtcNow(),
    };
}
