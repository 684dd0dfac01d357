using HanoiAcademy.Storage.Agencies;
using Microsoft.Extensions.Diagnostics.HealthChecks;

namespace HanoiAcademy.Server.Hosting;

/// <summary>Not ready while the database cannot be read.</summary>
internal sealed class DatabaseCheck(IAgencies agencies) : IHealthCheck
{
    public async Task<HealthCheckResult> CheckHealthAsync(HealthCheckContext context, CancellationToken cancellationToken = default)
    {
        await agencies.List(cancellationToken);
        return HealthCheckResult.Healthy();
    }
}
