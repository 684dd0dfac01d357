using System.IO.Compression;
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

    /// <summary>A page or file as a browser with these cookies gets it: its body as it crosses the line (compressed where the site compresses), and as text.</summary>
    public static async Task<(int Bytes, string Text)> LoadAsync(Uri address, string cookies, CancellationToken cancel)
    {
        using var http = new HttpClient(new SocketsHttpHandler { UseCookies = false, AllowAutoRedirect = false });
        using var request = new HttpRequestMessage(HttpMethod.Get, address);
        request.Headers.Add("Cookie", cookies);
        request.Headers.Add("Accept-Encoding", "gzip, br");
        using var answer = await http.SendAsync(request, cancel);
        if (answer.StatusCode != HttpStatusCode.OK)
            throw new BenchException($"GET {address.PathAndQuery} was answered {(int)answer.StatusCode}.");
        var body = await answer.Content.ReadAsByteArrayAsync(cancel);
        await using Stream plain = answer.Content.Headers.ContentEncoding.FirstOrDefault() switch
        {
            "gzip" => new GZipStream(new MemoryStream(body), CompressionMode.Decompress),
            "br" => new BrotliStream(new MemoryStream(body), CompressionMode.Decompress),
            _ => new MemoryStream(body),
        };
        using var reader = new StreamReader(plain, Encoding.UTF8);
        return (body.Length, await reader.ReadToEndAsync(cancel));
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
