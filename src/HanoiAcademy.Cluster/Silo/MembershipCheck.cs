using Microsoft.Extensions.Diagnostics.HealthChecks;

namespace HanoiAcademy.Cluster.Silo;

/// <summary>Not ready while this silo is not active in its cluster, or the table by which the silos find each other cannot be read.</summary>
internal sealed class MembershipCheck(ISiloStatusOracle silos, MembershipProbe probe, ClusterSettings settings) : IHealthCheck
{
    public async Task<HealthCheckResult> CheckHealthAsync(HealthCheckContext context, CancellationToken cancellationToken = default)
    {
        if (silos.CurrentStatus != SiloStatus.Active)
            return HealthCheckResult.Unhealthy($"This silo is {silos.CurrentStatus} and not active in its cluster.");
        if (!settings.HasTable)
            return HealthCheckResult.Healthy();
        try
        {
            await probe.Check(cancellationToken);
            return HealthCheckResult.Healthy();
        }
        catch (Exception e) when (e is not OperationCanceledException)
        {
            return HealthCheckResult.Unhealthy(MembershipTrouble.Sentence(e, settings));
        }
    }
}
