namespace HanoiAcademy.Server.Drills.Pages;

/// <summary>
/// In which of a scenario's languages somebody reads one drill: a cookie of that drill's pages alone, for the site may speak fewer languages than a scenario does.
/// </summary>
internal static class DrillSpeech
{
    private const string Cookie = "academy.speaks";

    /// <summary>Only a language that the scenario has; anything else changes nothing.</summary>
    public static void Keep(HttpContext http, string drill, string? language, IEnumerable<string> spoken)
    {
        if (language is null || !spoken.Contains(language, StringComparer.Ordinal))
            return;
        http.Response.Cookies.Append(Cookie, language, new CookieOptions
        {
            Path = $"/drills/{drill}",
            MaxAge = TimeSpan.FromDays(90),
            SameSite = SameSiteMode.Lax,
            HttpOnly = true,
            Secure = http.Request.IsHttps,
            IsEssential = true,
        });
    }

    /// <summary>Null: as the site speaks. It may be any text that a browser sends; a room takes those it knows.</summary>
    public static string? Of(HttpContext http) => http.Request.Cookies.TryGetValue(Cookie, out var kept) && kept.Length <= 20 ? kept : null;
}
