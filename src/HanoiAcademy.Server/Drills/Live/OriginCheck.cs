using Microsoft.Net.Http.Headers;

namespace HanoiAcademy.Server.Drills.Live;

/// <summary>
/// Browsers let any page open a WebSocket to any site, cookies included, and no anti-forgery token stands in its way: a page of another
/// origin is turned away here. Programs send no Origin.
/// </summary>
internal static class OriginCheck
{
    public static TBuilder RequireOwnOrigin<TBuilder>(this TBuilder builder)
        where TBuilder : IEndpointConventionBuilder
    {
        builder.Add(endpoint =>
        {
            var inner = endpoint.RequestDelegate!;
            endpoint.RequestDelegate = http => IsOwn(http.Request) ? inner(http) : Refuse(http);
        });
        return builder;
    }

    private static bool IsOwn(HttpRequest request)
    {
        var origin = request.Headers[HeaderNames.Origin];
        return origin.Count == 0 || (origin.Count == 1 && string.Equals(origin[0], $"{request.Scheme}://{request.Host}", StringComparison.OrdinalIgnoreCase));
    }

    private static Task Refuse(HttpContext http)
    {
        http.Response.StatusCode = StatusCodes.Status403Forbidden;
        return Task.CompletedTask;
    }
}
