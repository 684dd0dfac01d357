using Microsoft.AspNetCore.Diagnostics.HealthChecks;
using Microsoft.Extensions.Diagnostics.HealthChecks;

namespace HanoiAcademy.Server.Operations;

internal static class OperationsFeature
{
    public static IServiceCollection AddOperations(this IServiceCollection services)
    {
        services.AddHealthChecks();
        return services;
    }

    /// <summary>/healthz: the process answers. /readyz: it can do its work; else it names what is missing.</summary>
    public static void MapOperations(this IEndpointRouteBuilder endpoints)
    {
        endpoints.MapGet("/healthz", () => "ok").AllowAnonymous().ExcludeFromDescription();
        endpoints.MapHealthChecks("/readyz", new HealthCheckOptions { ResponseWriter = WriteAsync }).AllowAnonymous();
    }

    private static Task WriteAsync(HttpContext http, HealthReport report) => http.Response.WriteAsync(
        report.Status == HealthStatus.Healthy
            ? "ready"
            : string.Join('\n', report.Entries.Where(e => e.Value.Status != HealthStatus.Healthy).Select(e => $"{e.Key}: {e.Value.Description}")));
}
