using System.Net;
using HanoiAcademy.Server.Hosting;

namespace HanoiAcademy.Cluster.Silo;

/// <summary>Before the silo starts: what would end in a stack of exceptions is one sentence here, and no silo has joined yet.</summary>
internal static class MembershipStart
{
    public static async Task Look(IServiceProvider provider, CancellationToken cancel)
    {
        var settings = provider.GetRequiredService<ClusterSettings>();
        if (Ports.IsTaken(new IPEndPoint(settings.Ip ?? IPAddress.Any, settings.SiloPort)))
            throw new StartRefusedException($"Port {settings.SiloPort}, on which the silos talk, is in use by another program: stop that one, or set Cluster:SiloPort.");
        if (!settings.HasTable)
            return;
        try
        {
            var table = provider.GetRequiredService<IMembershipTable>();
            await table.InitializeMembershipTableAsync(tryInitTableVersion: true, cancel).WaitAsync(cancel);
            if (provider.GetRequiredService<SiteVersions>().Refusal(await table.ReadAllAsync(cancel).WaitAsync(cancel), me: null) is { } refusal)
                throw new StartRefusedException(refusal);
        }
        catch (Exception e) when (e is not (StartRefusedException or OperationCanceledException))
        {
            throw new StartRefusedException(MembershipTrouble.Sentence(e, settings));
        }
    }
}
