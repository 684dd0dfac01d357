using System.Net;
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

    /// <summary>
    /// /healthz: the process answers. /readyz: it can do its work; else it names what is missing. Why it is missing names machines of
    /// the operator's, so only who asks from this machine reads it there; the log says it always.
    /// </summary>
    public static void MapOperations(this IEndpointRouteBuilder endpoints)
    {
        endpoints.MapGet("/healthz", () => "ok").AllowAnonymous().ExcludeFromDescription();
        endpoints.MapHealthChecks("/readyz", new HealthCheckOptions { ResponseWriter = WriteAsync }).AllowAnonymous();
    }

    private static Task WriteAsync(HttpContext http, HealthReport report) => http.Response.WriteAsync(
        report.Status == HealthStatus.Healthy
            ? "ready"
            : string.Join('\n', report.Entries.Where(e => e.Value.Status != HealthStatus.Healthy)
                .Select(e => IsFromHere(http) ? $"{e.Key}: {e.Value.Description}" : $"{e.Key}: not usable; the academy's log says why")));

    /// <summary>Not through a proxy on this machine either, where it says so.</summary>
    private static bool IsFromHere(HttpContext http) =>
        (http.Connection.RemoteIpAddress is null || IPAddress.IsLoopback(http.Connection.RemoteIpAddress))
        && !http.Request.Headers.ContainsKey("X-Forwarded-For") && !http.Request.Headers.ContainsKey("Forwarded");
}
