using HanoiAcademy.Storage;
using Microsoft.Extensions.Diagnostics.HealthChecks;

namespace HanoiAcademy.Server.Hosting;

/// <summary>Not ready while the database takes no writes. The sentence is for the operator: the framework writes it to the log.</summary>
internal sealed class DatabaseCheck(StorageProbe probe) : IHealthCheck
{
    private static readonly TimeSpan Patience = TimeSpan.FromSeconds(10);

    public async Task<HealthCheckResult> CheckHealthAsync(HealthCheckContext context, CancellationToken cancellationToken = default)
    {
        try
        {
            await probe.Check(Patience, cancellationToken);
            return HealthCheckResult.Healthy();
        }
        catch (StorageException unusable)
        {
            return HealthCheckResult.Unhealthy(unusable.Message);
        }
        catch (TimeoutException)
        {
            return HealthCheckResult.Unhealthy("The database has not answered within ten seconds: see what keeps it busy.");
        }
    }
}
