using System.Security.Claims;
using HanoiAcademy.Server.Security;
using Microsoft.AspNetCore.Antiforgery;
using Microsoft.Net.Http.Headers;

namespace HanoiAcademy.Server.Api;

/// <summary>Who the caller is, and the token that browser code sends back with every unsafe call.</summary>
internal sealed record Session(string? Account, string? Name, string RequestToken, string RequestTokenHeader)
{
    public static void Map(RouteGroupBuilder api) =>
        api.MapGet("/session", (HttpContext http, IAntiforgery antiforgery) =>
        {
            http.Response.Headers[HeaderNames.CacheControl] = "no-store";
            return new Session(
                http.User.FindFirstValue(ClaimTypes.NameIdentifier),
                http.User.Identity?.Name,
                antiforgery.GetAndStoreTokens(http).RequestToken!,
                SecurityFeature.RequestTokenHeader);
        }).AllowAnonymous().WithName("GetSession").WithSummary("Who the caller is, and the request token for cookie callers.");
}
