using System.Net.Http.Json;
using System.Text.Json;
using AngleSharp.Html.Parser;

namespace HanoiAcademy.Server.Tests.Site;

/// <summary>A browser without a screen: keeps cookies, follows no redirect, sends the tokens that a page or a script would send.</summary>
public sealed class Visitor(HttpClient http)
{
    public HttpClient Http => http;

    public Task<HttpResponseMessage> GetAsync(string address) => http.GetAsync(address);

    /// <summary>Opens the page, fills in its form, sends it.</summary>
    public async Task<HttpResponseMessage> PostFormAsync(string address, Dictionary<string, string> fields, string? page = null)
    {
        var form = await http.GetAsync(page ?? address);
        var token = new HtmlParser().ParseDocument(await form.ShouldBeAsync(System.Net.HttpStatusCode.OK))
            .QuerySelector("main form input[name=__RequestVerificationToken]")?.GetAttribute("value");
        token.ShouldNotBeNull($"{page ?? address} has no form to send.");
        return await http.PostAsync(address, new FormUrlEncodedContent(new Dictionary<string, string>(fields) { ["__RequestVerificationToken"] = token }));
    }

    /// <summary>A call of the API as browser code makes it: with the session's request token and a fresh key.</summary>
    public async Task<HttpResponseMessage> CallAsync(HttpMethod method, string address, object? body = null, string? key = null)
    {
        var session = await http.GetFromJsonAsync<JsonElement>("/api/v1/session");
        var request = new HttpRequestMessage(method, address);
        request.Headers.Add(session.GetProperty("requestTokenHeader").GetString()!, session.GetProperty("requestToken").GetString());
        request.Headers.Add("Idempotency-Key", key ?? Guid.NewGuid().ToString());
        if (body is not null)
            request.Content = JsonContent.Create(body);
        return await http.SendAsync(request);
    }
}
