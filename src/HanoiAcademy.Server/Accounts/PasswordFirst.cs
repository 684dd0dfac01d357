using HanoiAcademy.Server.Api;

namespace HanoiAcademy.Server.Accounts;

/// <summary>Who came in with a password that somebody else knows chooses his own before anything else.</summary>
internal sealed class PasswordFirst(RequestDelegate next)
{
    public const string Page = "/account/password";
    private static readonly string[] Open = [Page, "/account/sign-out", "/app", "/i18n", "/error", "/healthz", "/readyz"];

    public async Task InvokeAsync(HttpContext http)
    {
        if (!http.User.HasClaim(AccountClaims.MustChangePassword, "yes") || Open.Any(open => http.Request.Path.StartsWithSegments(open, StringComparison.Ordinal)))
            await next(http);
        else if (ApiPaths.IsForPrograms(http))
            await ApiProblem.Of(StatusCodes.Status403Forbidden, "password-change-required", "This account must choose a password of its own first.").ExecuteAsync(http);
        else
            http.Response.Redirect(Page);
    }
}
