using HanoiAcademy.Server.Api;
using Microsoft.AspNetCore.Authentication;
using Microsoft.AspNetCore.Authentication.Cookies;
using Microsoft.AspNetCore.Identity;

namespace HanoiAcademy.Server.Accounts;

internal static class AccountsFeature
{
    public static IServiceCollection AddAccounts(this IServiceCollection services)
    {
        services.AddAuthentication(IdentityConstants.ApplicationScheme).AddCookie(IdentityConstants.ApplicationScheme, options =>
        {
            options.LoginPath = "/account/sign-in";
            options.Events = new ProgramsGetStatus();
        });
        return services;
    }

    /// <summary>A program that is not signed in gets a status; a person is led to the page where one signs in.</summary>
    private sealed class ProgramsGetStatus : CookieAuthenticationEvents
    {
        public override Task RedirectToLogin(RedirectContext<CookieAuthenticationOptions> context) =>
            ApiPaths.IsForPrograms(context.HttpContext) ? Status(context, StatusCodes.Status401Unauthorized) : base.RedirectToLogin(context);

        /// <summary>For people too: the error page says it, under the address they asked for.</summary>
        public override Task RedirectToAccessDenied(RedirectContext<CookieAuthenticationOptions> context) =>
            Status(context, StatusCodes.Status403Forbidden);

        private static Task Status(RedirectContext<CookieAuthenticationOptions> context, int status)
        {
            context.Response.StatusCode = status;
            return Task.CompletedTask;
        }
    }
}
