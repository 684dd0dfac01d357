using HanoiAcademy.Server.Api;
using Microsoft.AspNetCore.Authentication;
using Microsoft.AspNetCore.Authentication.Cookies;

namespace HanoiAcademy.Server.Accounts;

/// <summary>A program that is not signed in gets a status; a person is led to the page where one signs in.</summary>
internal static class ProgramsGetStatus
{
    /// <summary>Set on the events there are: Identity has put the check of the security stamp among them.</summary>
    public static void Set(CookieAuthenticationEvents events)
    {
        var toSignIn = events.OnRedirectToLogin;
        events.OnRedirectToLogin = context => ApiPaths.IsForPrograms(context.HttpContext)
            ? End(context, StatusCodes.Status401Unauthorized)
            : toSignIn(context);

        // For people too: the error page says it, under the address they asked for.
        events.OnRedirectToAccessDenied = context => End(context, StatusCodes.Status403Forbidden);
    }

    private static Task End(RedirectContext<CookieAuthenticationOptions> context, int status)
    {
        context.Response.StatusCode = status;
        return Task.CompletedTask;
    }
}
