using HanoiAcademy.Server.Agencies;
using HanoiAcademy.Storage.Agencies;
using Microsoft.Extensions.Options;

namespace HanoiAcademy.Server.Accounts;

/// <summary>Makes the links that a person hands over: the token stands in the address and, hashed, in the database.</summary>
internal sealed class OneTimeLinks(IInvitations invitations, IOptions<AccountsOptions> options, TimeProvider clock)
{
    public static string PathOf(string token) => $"/account/link/{token}";

    public Task<string> InviteAsync(string agencyId, Role role, string madeBy, HttpRequest request) =>
        MakeAsync(InvitationKind.Join, agencyId, role.Name(), null, madeBy, request);

    public Task<string> ResetAsync(string agencyId, string accountId, string madeBy, HttpRequest request) =>
        MakeAsync(InvitationKind.Reset, agencyId, AccountRole.Trainee, accountId, madeBy, request);

    private async Task<string> MakeAsync(string kind, string agencyId, string role, string? accountId, string madeBy, HttpRequest request)
    {
        var token = Secret.Token();
        var now = clock.GetUtcNow();
        await invitations.Create(new Invitation
        {
            TokenHash = Secret.Hash(token),
            Kind = kind,
            AgencyId = agencyId,
            Role = role,
            AccountId = accountId,
            CreatedBy = madeBy,
            Created = now,
            Expires = now.AddDays(options.Value.LinkDays),
        });
        return $"{request.Scheme}://{request.Host}{request.PathBase}{PathOf(token)}";
    }
}
