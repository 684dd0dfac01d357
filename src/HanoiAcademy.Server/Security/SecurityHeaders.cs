using Microsoft.Net.Http.Headers;

namespace HanoiAcademy.Server.Security;

/// <summary>
/// Headers of every answer. No inline script and no inline style is allowed anywhere: what a course or a participant wrote
/// cannot run even where an encoding was forgotten.
/// </summary>
internal sealed class SecurityHeaders(RequestDelegate next)
{
    private const string Policy =
        "default-src 'none'; script-src 'self'; style-src 'self'; img-src 'self' data:; font-src 'self'; media-src 'self'; " +
        "connect-src 'self'; manifest-src 'self'; worker-src 'self'; form-action 'self'; base-uri 'none'; frame-ancestors 'none'";

    public Task InvokeAsync(HttpContext http)
    {
        // When the answer starts, not now: what handles an exception empties the headers first.
        http.Response.OnStarting(Set, http.Response.Headers);
        return next(http);
    }

    private static Task Set(object state)
    {
        var headers = (IHeaderDictionary)state;
        headers.TryAdd(HeaderNames.ContentSecurityPolicy, Policy); // A file that somebody wrote is served under a stricter one.
        headers[HeaderNames.XContentTypeOptions] = "nosniff";
        headers[HeaderNames.XFrameOptions] = "DENY";
        headers["Referrer-Policy"] = "same-origin";
        headers["Cross-Origin-Opener-Policy"] = "same-origin";
        headers["Permissions-Policy"] = "camera=(), geolocation=(), microphone=(), payment=()";
        return Task.CompletedTask;
    }
}
