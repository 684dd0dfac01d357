using System.Globalization;
using HanoiAcademy.Server.Agencies;
using HanoiAcademy.Server.Hosting;
using HanoiAcademy.Storage.Agencies;
using Microsoft.AspNetCore.Hosting.Server;
using Microsoft.AspNetCore.Hosting.Server.Features;
using Microsoft.Extensions.Options;

namespace HanoiAcademy.Server.Accounts;

/// <summary>
/// While nobody is administrator, each start prints a new one-time link (the one before stops working): whoever reads the
/// console owns the machine, and a link in an old log must not.
/// </summary>
internal sealed class FirstAdministrator(
    IAgencies agencies, IMemberships memberships, IInvitations invitations, StartLines lines, IServer server,
    IOptions<AccountsOptions> options, TimeProvider clock) : IHostedLifecycleService
{
    public async Task StartedAsync(CancellationToken cancellationToken)
    {
        if (await memberships.CountAdministrators(cancellationToken) > 0)
            return;

        var now = clock.GetUtcNow();
        var token = Secret.Token();
        await invitations.Create(new Invitation
        {
            TokenHash = Secret.Hash(token),
            Kind = InvitationKind.FirstAdministrator,
            AgencyId = (await FirstAgencyAsync(agencies, options.Value, clock, cancellationToken)).Id,
            Role = AccountRole.Administrator,
            Created = now,
            Expires = now.AddDays(options.Value.LinkDays),
        });
        lines.Write($"Make the first administrator's account here, once: {Address()}{OneTimeLinks.PathOf(token)}");
    }

    /// <summary>One that can be clicked on this machine: "every address" is none that a browser opens.</summary>
    private string Address()
    {
        var listens = server.Features.Get<IServerAddressesFeature>()?.Addresses.FirstOrDefault() ?? "http://localhost";
        var address = BindingAddress.Parse(listens);
        var host = address.Host is "*" or "+" or "0.0.0.0" or "[::]" ? "localhost" : address.Host;
        return string.Create(CultureInfo.InvariantCulture, $"{address.Scheme}://{host}:{address.Port}");
    }

    /// <summary>The oldest agency; made when there is none.</summary>
    public static async Task<Agency> FirstAgencyAsync(IAgencies agencies, AccountsOptions options, TimeProvider clock, CancellationToken cancel)
    {
        var first = (await agencies.List(cancel)).MinBy(agency => agency.Created);
        if (first is not null)
            return first;

        // Two nodes that start on an empty database make one agency between them.
        var agency = NewAgency.Of(options.FirstAgency, clock.GetUtcNow());
        return await agencies.Create(agency) ? agency : (await agencies.List(cancel)).MinBy(made => made.Created)!;
    }

    public Task StartingAsync(CancellationToken cancellationToken) => Task.CompletedTask;

    public Task StartAsync(CancellationToken cancellationToken) => Task.CompletedTask;

    public Task StopAsync(CancellationToken cancellationToken) => Task.CompletedTask;

    public Task StoppingAsync(CancellationToken cancellationToken) => Task.CompletedTask;

    public Task StoppedAsync(CancellationToken cancellationToken) => Task.CompletedTask;
}
