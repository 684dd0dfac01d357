using System.Text.Encodings.Web;
using System.Text.Unicode;
using HanoiAcademy.Server.Api;
using Microsoft.Extensions.WebEncoders;

namespace HanoiAcademy.Server.Home;

internal static class HomeFeature
{
    /// <summary>Carries one sentence to the page after a post. Looked for before it is read: reading sets it on every answer.</summary>
    public const string SaidCookie = "academy.said";

    public static IServiceCollection AddHome(this IServiceCollection services)
    {
        services.AddRazorPages(options =>
            {
                // Pages lie beside their feature; every page names its address itself.
                options.RootDirectory = "/";
                options.Conventions.AllowAnonymousToFolder("/Home");
            })
            // We have no script that reads those attributes, and the hidden list item they bring carries an inline style.
            .AddViewOptions(options => options.HtmlHelperOptions.ClientValidationEnabled = false)
            .AddRazorOptions(options => options.PageViewLocationFormats.Add("/Pages/Shared/{0}.cshtml"));
        services.Configure<Microsoft.AspNetCore.Mvc.MvcOptions>(options =>
            options.SuppressImplicitRequiredAttributeForNonNullableReferenceTypes = true);
        services.Configure<Microsoft.AspNetCore.Mvc.CookieTempDataProviderOptions>(options => options.Cookie.Name = SaidCookie);
        // Letters as they are: escaped, a page in Vietnamese or Arabic is several times as long.
        services.Configure<WebEncoderOptions>(options => options.TextEncoderSettings = new TextEncoderSettings(UnicodeRanges.All));
        return services;
    }

    /// <summary>An address that nothing answers is said to be so; the policy for unnamed endpoints would ask a stranger to sign in first.</summary>
    public static void MapNothing(this IEndpointRouteBuilder endpoints) =>
        endpoints.MapFallback("{*path}", () => Results.NotFound()).AllowAnonymous().ExcludeFromDescription();

    /// <summary>For people: a bare status becomes a page, and what broke becomes one too.</summary>
    public static IApplicationBuilder UseErrorPages(this IApplicationBuilder app) => app.UseWhen(http => !ApiPaths.IsForPrograms(http), pages =>
    {
        pages.UseExceptionHandler("/error/500");
        pages.UseStatusCodePagesWithReExecute("/error/{0}");
    });
}
