using HanoiAcademy.Server.Hosting;

namespace HanoiAcademy.Cluster.Silo;

/// <summary>
/// A second look, when this silo stands in the table and before it takes part: of two versions that start at the same moment neither sees the
/// other at the first one. The later to join is refused.
/// </summary>
internal sealed class VersionGate(IServiceProvider services, ILocalSiloDetails silo, SiteVersions versions) : ILifecycleParticipant<ISiloLifecycle>
{
    public void Participate(ISiloLifecycle lifecycle) => lifecycle.Subscribe(nameof(VersionGate), ServiceLifecycleStage.BecomeActive - 1, Look);

    private async Task Look(CancellationToken cancel)
    {
        if (versions.Refusal(await services.GetRequiredService<IMembershipTable>().ReadAllAsync(cancel).WaitAsync(cancel), silo.SiloAddress) is { } refusal)
            throw new StartRefusedException(refusal);
    }
}
