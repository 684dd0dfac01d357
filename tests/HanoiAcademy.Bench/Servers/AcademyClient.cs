using System.Net;
using System.Text;
using System.Text.Json;
using System.Text.RegularExpressions;

namespace HanoiAcademy.Bench.Servers;

/// <summary>One browser's worth of cookies: opens pages and calls the API as a page's script would.</summary>
internal sealed partial class AcademyClient
{
    private const string SeatCookie = "academy.seat";
    private readonly Uri _address;
    private readonly CookieContainer _cookies = new();
    private readonly HttpClient _http;
    private (string Header, string Token)? _token;

    public AcademyClient(Uri address)
    {
        _address = address;
        _http = new HttpClient(new SocketsHttpHandler { CookieContainer = _cookies, AllowAutoRedirect = false }) { BaseAddress = address };
    }

    public string Cookies => _cookies.GetCookieHeader(_address);

    public async Task MakeFirstAdministratorAsync(string link, CancellationToken cancel)
    {
        var page = await _http.GetStringAsync(new Uri(_address, link), cancel);
        var made = await _http.PostAsync(new Uri(_address, link + "?handler=Make"), new FormUrlEncodedContent(new Dictionary<string, string>
        {
            ["__RequestVerificationToken"] = RequestToken().Match(page).Groups[1].Value,
            ["New.DisplayName"] = "Bench",
            ["New.UserName"] = "bench",
            ["New.Password"] = Guid.NewGuid().ToString(),
        }), cancel);
        if (made.StatusCode != HttpStatusCode.Redirect)
            throw new BenchException($"The first administrator could not be made: {(int)made.StatusCode}.");
        _token = null;
    }

    public async Task<JsonElement> CallAsync(string path, string body, CancellationToken cancel)
    {
        _token ??= await SessionAsync(cancel);
        using var request = new HttpRequestMessage(HttpMethod.Post, path) { Content = new StringContent(body, Encoding.UTF8, "application/json") };
        request.Headers.Add(_token.Value.Header, _token.Value.Token);
        request.Headers.Add("Idempotency-Key", Guid.NewGuid().ToString());
        using var answer = await _http.SendAsync(request, cancel);
        var text = await answer.Content.ReadAsStringAsync(cancel);
        return answer.IsSuccessStatusCode
            ? JsonSerializer.Deserialize<JsonElement>(text)
            : throw new BenchException($"POST {path} was answered {(int)answer.StatusCode}: {text}");
    }

    /// <summary>The cookie of the seat. This client forgets it, so that it can sit down the next guest.</summary>
    public async Task<string> JoinAsync(string code, string seat, string name, CancellationToken cancel)
    {
        await CallAsync("/api/v1/drills/join", JsonSerializer.Serialize(new { code, seat, guestName = name }), cancel);
        var cookie = _cookies.GetCookies(_address)[SeatCookie] ?? throw new BenchException("Joining gave no seat cookie.");
        var kept = $"{cookie.Name}={cookie.Value}";
        cookie.Expired = true;
        return kept;
    }

    private async Task<(string, string)> SessionAsync(CancellationToken cancel)
    {
        var session = JsonSerializer.Deserialize<JsonElement>(await _http.GetStringAsync("/api/v1/session", cancel));
        return (session.GetProperty("requestTokenHeader").GetString()!, session.GetProperty("requestToken").GetString()!);
    }

    [GeneratedRegex("name=\"__RequestVerificationToken\"[^>]*value=\"([^\"]+)\"")]
    private static partial Regex RequestToken();
}
