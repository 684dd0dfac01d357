using Microsoft.Net.Http.Headers;

namespace HanoiAcademy.Server.Security;

/// <summary>
/// Headers of every answer. No inline script and no inline style is allowed anywhere: what a course or a participant wrote
/// cannot run even where an encoding was forgotten.
/// </summary>
internal sealed class SecurityHeaders(RequestDelegate next)
{
    private const string Sources =
        "default-src 'none'; script-src 'self'; style-src 'self'; img-src 'self' data:; font-src 'self'; media-src 'self'; " +
        "connect-src 'self'; manifest-src 'self'; worker-src 'self'; form-action 'self'; base-uri 'none'; ";

    private const string Policy = Sources + "frame-ancestors 'none'";

    /// <summary>The control room, which shows rooms of teams side by side.</summary>
    public static void AllowOwnFrames(HttpContext http) => http.Response.Headers[HeaderNames.ContentSecurityPolicy] = Sources + "frame-src 'self'; frame-ancestors 'none'";

    /// <summary>A page on which nothing can be done, and which stands in a frame of this site's own.</summary>
    public static void AllowInOwnFrame(HttpContext http)
    {
        http.Response.Headers[HeaderNames.ContentSecurityPolicy] = Sources + "frame-ancestors 'self'";
        http.Response.Headers[HeaderNames.XFrameOptions] = "SAMEORIGIN";
    }

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
        headers.TryAdd(HeaderNames.XFrameOptions, "DENY");
        headers["Referrer-Policy"] = "same-origin";
        headers["Cross-Origin-Opener-Policy"] = "same-origin";
        headers["Permissions-Policy"] = "camera=(), geolocation=(), microphone=(), payment=()";
        return Task.CompletedTask;
    }
}
