namespace HanoiAcademy.Server.Security;

internal static class SecurityFeature
{
    /// <summary>The header in which browser code sends the request token back.</summary>
    public const string RequestTokenHeader = "X-Request-Token";

    public static IServiceCollection AddSecurity(this IServiceCollection services)
    {
        services.AddOptions<SecurityOptions>().BindConfiguration(SecurityOptions.Section).ValidateDataAnnotations().ValidateOnStart();
        services.AddSingleton<AttemptLimits>();
        services.AddAntiforgery(options =>
        {
            options.HeaderName = RequestTokenHeader;
            options.Cookie.Name = "academy.request";
            options.Cookie.SameSite = SameSiteMode.Strict;
            options.Cookie.SecurePolicy = CookieSecurePolicy.SameAsRequest;
        });
        // Kestrel's own name in every answer helps nobody but a scanner.
        services.Configure<Microsoft.AspNetCore.Server.Kestrel.Core.KestrelServerOptions>(options => options.AddServerHeader = false);
        return services;
    }

    public static IApplicationBuilder UseSecurityHeaders(this IApplicationBuilder app) => app.UseMiddleware<SecurityHeaders>();

    public static IApplicationBuilder UseRequestSize(this IApplicationBuilder app) => app.UseMiddleware<RequestSize>();
}
