using System.Net;
using System.Text.Json;
using AngleSharp.Html.Dom;
using AngleSharp.Html.Parser;

namespace HanoiAcademy.Server.Tests.Site;

/// <summary>Reads answers; one that is not as expected is shown whole.</summary>
public static class Answers
{
    public static async Task<string> ShouldBeAsync(this HttpResponseMessage answer, HttpStatusCode expected)
    {
        var body = await answer.Content.ReadAsStringAsync();
        answer.StatusCode.ShouldBe(expected, $"{answer.RequestMessage?.Method} {answer.RequestMessage?.RequestUri} -> {answer.Headers.Location}\n{body}");
        return body;
    }

    public static async Task<IHtmlDocument> PageAsync(this HttpResponseMessage answer, HttpStatusCode expected = HttpStatusCode.OK) =>
        new HtmlParser().ParseDocument(await answer.ShouldBeAsync(expected));

    public static async Task<JsonElement> JsonAsync(this HttpResponseMessage answer, HttpStatusCode expected = HttpStatusCode.OK) =>
        JsonDocument.Parse(await answer.ShouldBeAsync(expected)).RootElement;

    /// <summary>The refusal has this stable code.</summary>
    public static async Task ShouldRefuseAsync(this HttpResponseMessage answer, HttpStatusCode expected, string code)
    {
        var problem = await answer.JsonAsync(expected);
        answer.Content.Headers.ContentType?.MediaType.ShouldBe("application/problem+json");
        problem.GetProperty("code").GetString().ShouldBe(code);
        problem.GetProperty("detail").GetString().ShouldNotBeNullOrWhiteSpace();
    }
}
