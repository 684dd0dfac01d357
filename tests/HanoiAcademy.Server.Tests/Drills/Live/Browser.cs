using System.Net;
using System.Net.Http.Json;
using System.Text.Json;
using AngleSharp.Html.Parser;
using HanoiAcademy.Storage.Drills;

namespace HanoiAcademy.Server.Tests.Drills.Live;

/// <summary>A browser without a screen: keeps cookies, follows nothing, sends the tokens a page or a script would send.</summary>
internal sealed class Browser
{
    private readonly HttpClient _http;

    /// <param name="cookies">Those of another browser, which is then the same person at another node.</param>
    public Browser(Uri address, CookieContainer? cookies = null)
    {
        Address = address;
        Cookies = cookies ?? new CookieContainer();
        _http = new HttpClient(new HttpClientHandler { CookieContainer = Cookies, AllowAutoRedirect = false }) { BaseAddress = address };
    }

    public Uri Address { get; }

    public CookieContainer Cookies { get; }

    public string? AccountId { get; set; }

    public string? UserName { get; set; }

    public Task<HttpResponseMessage> Get(string address) => _http.GetAsync(address);

    public Task<HttpResponseMessage> GetWith(string address, string header, string value)
    {
        var request = new HttpRequestMessage(HttpMethod.Get, address);
        request.Headers.TryAddWithoutValidation(header, value).ShouldBeTrue();
        return _http.SendAsync(request);
    }

    public async Task<JsonElement> Json(string address)
    {
        var answer = await Get(address);
        var body = await answer.Content.ReadAsStringAsync();
        answer.StatusCode.ShouldBe(HttpStatusCode.OK, body);
        return JsonDocument.Parse(body).RootElement;
    }

    public async Task<HttpResponseMessage> PostForm(string address, Dictionary<string, string> fields, string? page = null)
    {
        var html = await _http.GetStringAsync(page ?? address);
        var token = new HtmlParser().ParseDocument(html).QuerySelector("main form input[name=__RequestVerificationToken]")?.GetAttribute("value");
        token.ShouldNotBeNull($"{page ?? address} has no form: {html}");
        return await _http.PostAsync(address, new FormUrlEncodedContent(new Dictionary<string, string>(fields) { ["__RequestVerificationToken"] = token }));
    }

    /// <summary>A form with a file.</summary>
    public Task<HttpResponseMessage> Post(string address, MultipartFormDataContent form) => _http.PostAsync(address, form);

    public async Task<HttpResponseMessage> Call(HttpMethod method, string address, object? body = null, string? key = null) =>
        await CallWith(await _http.GetFromJsonAsync<JsonElement>("/api/v1/session"), method, address, body, key);

    /// <param name="session">What /api/v1/session said, here or at another node.</param>
    public Task<HttpResponseMessage> CallWith(JsonElement session, HttpMethod method, string address, object? body = null, string? key = null)
    {
        var request = new HttpRequestMessage(method, address);
        request.Headers.Add(session.GetProperty("requestTokenHeader").GetString()!, session.GetProperty("requestToken").GetString());
        request.Headers.Add("Idempotency-Key", key ?? Guid.NewGuid().ToString());
        if (body is not null)
            request.Content = body is string text ? new StringContent(text, System.Text.Encoding.UTF8, "application/json") : JsonContent.Create(body);
        return _http.SendAsync(request);
    }

    /// <summary>Takes a seat with a join code, as an account or under a guest's name.</summary>
    public async Task<JsonElement> Sit(DrillEntry drill, string seat, string? guestName = null)
    {
        var answer = await Call(HttpMethod.Post, "/api/v1/drills/join", new { code = drill.JoinCode, seat, guestName });
        var body = await answer.Content.ReadAsStringAsync();
        answer.StatusCode.ShouldBe(HttpStatusCode.OK, body);
        return JsonDocument.Parse(body).RootElement;
    }
}
