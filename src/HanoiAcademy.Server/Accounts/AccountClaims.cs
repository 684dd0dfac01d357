using System.Security.Claims;
using HanoiAcademy.Server.Agencies;
using HanoiAcademy.Storage.Accounts;
using HanoiAcademy.Storage.Agencies;
using HanoiAcademy.Storage.Retention;
using Microsoft.AspNetCore.Identity;
using Microsoft.Extensions.Options;

namespace HanoiAcademy.Server.Accounts;

/// <summary>What a signed-in request knows of its account without asking the database: name and roles. Renewed every minute.</summary>
internal sealed class AccountClaims(UserManager<Account> accounts, IOptions<IdentityOptions> options, IMemberships memberships, IRetention retention, TimeProvider time)
    : UserClaimsPrincipalFactory<Account>(accounts, options)
{
    public const string MustChangePassword = "academy:must-change-password";

    protected override async Task<ClaimsIdentity> GenerateClaimsAsync(Account user)
    {
        // At each sign-in and each renewal: the one moment at which the site knows that somebody is there.
        await retention.Touch(user.Id, time.GetUtcNow());
        var identity = await base.GenerateClaimsAsync(user);
        identity.AddClaim(new Claim(Viewer.DisplayNameClaim, user.DisplayName));
        foreach (var held in await memberships.Of(user.Id))
            identity.AddClaim(Viewer.Membership(held.AgencyId, held.Role));
        if (user.MustChangePassword)
            identity.AddClaim(new Claim(MustChangePassword, "yes"));
        return identity;
    }
}
