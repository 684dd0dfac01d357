using System.Globalization;

namespace HanoiAcademy.Server.Language;

/// <summary>
/// ?ui=vi and ?dir=rtl choose and are kept in cookies; else the cookies, else the browser's languages, else English.
/// </summary>
internal sealed class ChooseLanguage(RequestDelegate next, Texts texts)
{
    private const string LanguageName = "ui";
    private const string DirectionName = "dir";

    public Task InvokeAsync(HttpContext http)
    {
        var language = Chosen(http, LanguageName, texts.Knows) ?? FromBrowser(http.Request) ?? Texts.Source;
        var direction = Chosen(http, DirectionName, value => value is "rtl" or "ltr") ?? UiChoice.DirectionOf(language);

        http.Features.Set(new UiChoice(language, direction));
        var culture = CultureInfo.GetCultureInfo(language == Texts.Pseudo ? Texts.Source : language);
        CultureInfo.CurrentCulture = CultureInfo.CurrentUICulture = culture;
        return next(http);
    }

    /// <summary>From the next request on, this language.</summary>
    public static void Keep(HttpContext http, string language) => Keep(http, LanguageName, language);

    private static void Keep(HttpContext http, string name, string value) =>
        http.Response.Cookies.Append(name, value, new CookieOptions
        {
            MaxAge = TimeSpan.FromDays(365),
            SameSite = SameSiteMode.Lax,
            HttpOnly = true,
            Secure = http.Request.IsHttps,
            IsEssential = true,
        });

    private static string? Chosen(HttpContext http, string name, Func<string, bool> isKnown)
    {
        var asked = http.Request.Query[name].ToString();
        if (asked.Length > 0 && isKnown(asked))
        {
            Keep(http, name, asked);
            return asked;
        }

        return http.Request.Cookies.TryGetValue(name, out var kept) && isKnown(kept) ? kept : null;
    }

    private string? FromBrowser(HttpRequest request) =>
        request.GetTypedHeaders().AcceptLanguage
            .OrderByDescending(value => value.Quality ?? 1)
            .Select(value => value.Value.Value?.Split('-')[0].ToLowerInvariant())
            .FirstOrDefault(language => language is not null && language != Texts.Pseudo && texts.Knows(language));
}
