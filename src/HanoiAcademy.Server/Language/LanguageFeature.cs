using Microsoft.Extensions.Localization;
using Microsoft.Net.Http.Headers;

namespace HanoiAcademy.Server.Language;

internal static class LanguageFeature
{
    /// <summary>What the browser code shows; the rest of the sentences stays on the server.</summary>
    private const string ClientSection = "client";

    public static IServiceCollection AddLanguage(this IServiceCollection services) => services
        .AddHttpContextAccessor()
        .AddSingleton(provider => Texts.Read(Path.Combine(provider.GetRequiredService<IHostEnvironment>().ContentRootPath, "i18n")))
        .AddSingleton<IStringLocalizer, TextLocalizer>()
        .AddSingleton<IStringLocalizerFactory, TextLocalizerFactory>();

    public static IApplicationBuilder UseLanguage(this IApplicationBuilder app) => app.UseMiddleware<ChooseLanguage>();

    public static void MapLanguage(this IEndpointRouteBuilder endpoints) =>
        endpoints.MapGet("/i18n/{language}/client.json", (string language, Texts texts, HttpResponse response) =>
        {
            if (!texts.Knows(language))
                return Results.NotFound();
            response.Headers[HeaderNames.CacheControl] = "public, max-age=300";
            return Results.Json(texts.Section(language, ClientSection));
        }).AllowAnonymous().ExcludeFromDescription();
}
