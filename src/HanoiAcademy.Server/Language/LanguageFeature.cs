using Microsoft.Extensions.Localization;

namespace HanoiAcademy.Server.Language;

internal static class LanguageFeature
{
    public static IServiceCollection AddLanguage(this IServiceCollection services) => services
        .AddHttpContextAccessor()
        .AddSingleton(provider => Texts.Read(Path.Combine(provider.GetRequiredService<IHostEnvironment>().ContentRootPath, "i18n")))
        .AddSingleton<ClientTexts>()
        .AddSingleton<IStringLocalizer, TextLocalizer>()
        .AddSingleton<IStringLocalizerFactory, TextLocalizerFactory>();

    public static IApplicationBuilder UseLanguage(this IApplicationBuilder app) => app.UseMiddleware<ChooseLanguage>();

    public static void MapLanguage(this IEndpointRouteBuilder endpoints) =>
        endpoints.MapGet("/i18n/{language}/client.json", (string language, ClientTexts texts, HttpContext http) => texts.Answer(language, http)).AllowAnonymous().ExcludeFromDescription();
}
