using HanoiAcademy.Server.Accounts.Import;
using HanoiAcademy.Server.Agencies;
using HanoiAcademy.Server.Hosting;
using HanoiAcademy.Storage.Accounts;
using Microsoft.AspNetCore.Authentication;
using Microsoft.AspNetCore.Identity;
using Microsoft.AspNetCore.Mvc.RazorPages;
using Microsoft.Extensions.Options;

namespace HanoiAcademy.Server.Accounts;

internal static class AccountsFeature
{
    private const string CookieOrToken = "CookieOrToken";

    public static IServiceCollection AddAccounts(this IServiceCollection services)
    {
        services.AddOptions<AccountsOptions>().BindConfiguration(AccountsOptions.Section).ValidateDataAnnotations().ValidateOnStart();
        AddIdentity(services);
        services.Configure<RazorPagesOptions>(pages =>
        {
            pages.Conventions.AllowAnonymousToFolder("/Accounts/Open");
            pages.Conventions.AllowAnonymousToPage("/Accounts/Own/SignOut");
            pages.Conventions.AuthorizeFolder("/Accounts/Admin", Policies.Instructor);
        });
        services.AddStartStep("Looking at the accounts.", DemoAccounts.MakeAsync);
        return services
            .AddScoped<AccountMaker>()
            .AddScoped<AccountImport>()
            .AddSingleton<OneTimeLinks>()
            .AddHostedService<FirstAdministrator>();
    }

    public static IApplicationBuilder UsePasswordFirst(this IApplicationBuilder app) => app.UseMiddleware<PasswordFirst>();

    private static void AddIdentity(IServiceCollection services)
    {
        services.AddAuthentication(CookieOrToken)
            .AddPolicyScheme(CookieOrToken, null, scheme => scheme.ForwardDefaultSelector = http =>
                ApiTokenAuthentication.IsFor(http) ? ApiTokenAuthentication.SchemeName : IdentityConstants.ApplicationScheme)
            .AddScheme<AuthenticationSchemeOptions, ApiTokenAuthentication>(ApiTokenAuthentication.SchemeName, null)
            .AddIdentityCookies();
        services.AddIdentityCore<Account>()
            .AddSignInManager()
            // Not the default ones: among them are mail and telephone, which accounts here do not have.
            .AddTokenProvider<DataProtectorTokenProvider<Account>>(TokenOptions.DefaultProvider)
            .AddTokenProvider<AuthenticatorTokenProvider<Account>>(TokenOptions.DefaultAuthenticatorProvider)
            .AddErrorDescriber<AccountErrors>()
            .AddClaimsPrincipalFactory<AccountClaims>();
        services.AddScoped<IUserConfirmation<Account>, OnlyEnabledAccounts>();

        services.AddOptions<IdentityOptions>().Configure<IOptions<AccountsOptions>>((identity, accounts) =>
        {
            // Length alone: rules of composition make passwords that are written on the desk.
            identity.Password.RequiredLength = accounts.Value.PasswordLength;
            identity.Password.RequireDigit = identity.Password.RequireLowercase = identity.Password.RequireUppercase = identity.Password.RequireNonAlphanumeric = false;
            identity.User.AllowedUserNameCharacters = "";
            identity.Lockout.MaxFailedAccessAttempts = accounts.Value.WrongPasswords;
            identity.Lockout.DefaultLockoutTimeSpan = accounts.Value.LockedFor;
            identity.SignIn.RequireConfirmedAccount = true;
        });
        // A role withdrawn, an account switched off: it counts within a minute.
        services.Configure<SecurityStampValidatorOptions>(stamps => stamps.ValidationInterval = TimeSpan.FromMinutes(1));
        services.ConfigureApplicationCookie(cookie =>
        {
            cookie.Cookie.Name = "academy.session";
            cookie.Cookie.SameSite = SameSiteMode.Lax;
            cookie.Cookie.SecurePolicy = CookieSecurePolicy.SameAsRequest;
            cookie.ExpireTimeSpan = TimeSpan.FromHours(12);
            cookie.SlidingExpiration = true;
            cookie.LoginPath = "/account/sign-in";
            ProgramsGetStatus.Set(cookie.Events);
        });
    }
}
