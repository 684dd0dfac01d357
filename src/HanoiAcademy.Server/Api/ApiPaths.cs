namespace HanoiAcademy.Server.Api;

internal static class ApiPaths
{
    public const string Root = "/api/v1";

    /// <summary>Callers here are programs: they get a status and a ProblemDetails, never a page or a way to sign in.</summary>
    public static bool IsForPrograms(HttpContext http) =>
        http.Request.Path.StartsWithSegments("/api", StringComparison.OrdinalIgnoreCase)
        || http.Request.Path.StartsWithSegments("/hubs", StringComparison.OrdinalIgnoreCase)
        || http.Request.Path.StartsWithSegments("/openapi", StringComparison.OrdinalIgnoreCase);

    public static bool IsUnsafe(string method) =>
        !(HttpMethods.IsGet(method) || HttpMethods.IsHead(method) || HttpMethods.IsOptions(method) || HttpMethods.IsTrace(method));
}
