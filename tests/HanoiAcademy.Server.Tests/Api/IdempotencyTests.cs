using System.Net;
using System.Net.Http.Json;
using HanoiAcademy.Server.Tests.Site;

namespace HanoiAcademy.Server.Tests.Api;

public sealed class IdempotencyTests : IAsyncLifetime
{
    private readonly ApiSite _site = new();
    private Visitor _visitor = null!;

    public async ValueTask InitializeAsync()
    {
        await _site.InitializeAsync();
        _visitor = new Visitor(_site.Client());
    }

    public ValueTask DisposeAsync() => _site.DisposeAsync();

    [Fact]
    public async Task A_repeat_with_the_same_key_gets_the_same_answer_and_does_nothing()
    {
        var key = Guid.NewGuid().ToString();

        var first = await (await PostAsync("count", new { by = 3 }, key)).ShouldBeAsync(HttpStatusCode.Created);
        var again = await PostAsync("count", new { by = 3 }, key);

        (await again.ShouldBeAsync(HttpStatusCode.Created)).ShouldBe(first);
        again.Content.Headers.ContentType!.MediaType.ShouldBe("application/json");
        _site.Count.ShouldBe(3);
    }

    [Fact]
    public async Task The_same_key_with_another_body_is_refused_and_changes_nothing()
    {
        var key = Guid.NewGuid().ToString();
        await PostAsync("count", new { by = 3 }, key);

        await (await PostAsync("count", new { by = 4 }, key)).ShouldRefuseAsync(HttpStatusCode.UnprocessableEntity, "idempotency-key-reused");

        _site.Count.ShouldBe(3);
    }

    [Fact]
    public async Task Another_key_is_another_call()
    {
        await PostAsync("count", new { by = 3 });
        await PostAsync("count", new { by = 3 });

        _site.Count.ShouldBe(6);
    }

    [Fact]
    public async Task Two_at_once_with_one_key_do_the_work_once()
    {
        var key = Guid.NewGuid().ToString();
        await PostAsync("count", new { by = 0 }); // So that the cookie is there before they start.

        var answers = await Task.WhenAll(Enumerable.Range(0, 8).Select(_ => PostAsync("count", new { by = 1 }, key)));

        _site.Count.ShouldBe(1);
        answers.ShouldAllBe(answer => answer.StatusCode == HttpStatusCode.Created || answer.StatusCode == HttpStatusCode.Conflict);
        answers.ShouldContain(answer => answer.StatusCode == HttpStatusCode.Created);
    }

    [Theory]
    [InlineData("short")]
    [InlineData("with a space, and long enough")]
    public async Task A_key_that_is_none_is_refused(string key)
    {
        await (await PostAsync("count", new { by = 1 }, key)).ShouldRefuseAsync(HttpStatusCode.BadRequest, "idempotency-key-missing");
        _site.Count.ShouldBe(0);
    }

    [Fact]
    public async Task A_refusal_is_not_kept_so_that_a_repeat_is_decided_anew()
    {
        var key = Guid.NewGuid().ToString();
        await (await PostAsync("refuse", new { by = 1 }, key)).ShouldRefuseAsync(HttpStatusCode.Conflict, "always-refused");
        await PostAsync("refuse", new { by = 1 }, key);

        _site.Count.ShouldBe(2);
    }

    [Fact]
    public async Task What_broke_tells_nothing_of_its_inside_and_may_be_repeated()
    {
        var key = Guid.NewGuid().ToString();
        var broken = await PostAsync("break", new { by = 1 }, key);

        (await broken.Content.ReadAsStringAsync()).ShouldNotContain("secret detail");
        await broken.ShouldRefuseAsync(HttpStatusCode.InternalServerError, "broken");
        await PostAsync("break", new { by = 1 }, key);
        _site.Count.ShouldBe(2);
    }

    [Fact]
    public async Task An_endpoint_that_keeps_its_own_answers_still_asks_for_the_key()
    {
        await PostAsync("itself", new { by = 2 }, "a-key-of-its-own-1234");
        await PostAsync("itself", new { by = 2 }, "a-key-of-its-own-1234");
        _site.Count.ShouldBe(4);

        await (await PostAsync("itself", new { by = 2 }, "short")).ShouldRefuseAsync(HttpStatusCode.BadRequest, "idempotency-key-missing");
    }

    [Fact]
    public async Task A_call_without_the_request_token_is_refused()
    {
        var request = new HttpRequestMessage(HttpMethod.Post, "/api/v1/count") { Content = JsonContent.Create(new { by = 1 }) };
        request.Headers.Add("Idempotency-Key", Guid.NewGuid().ToString());

        await (await _site.Client().SendAsync(request)).ShouldRefuseAsync(HttpStatusCode.BadRequest, "request-token-missing");
        _site.Count.ShouldBe(0);
    }

    [Fact]
    public async Task A_body_that_cannot_be_read_is_refused_and_changes_nothing()
    {
        await (await PostAsync("count", new { by = "three" })).ShouldRefuseAsync(HttpStatusCode.BadRequest, "malformed");
        await (await PostAsync("count", new { by = 1, more = 2 })).ShouldRefuseAsync(HttpStatusCode.BadRequest, "malformed");
        _site.Count.ShouldBe(0);
    }

    private Task<HttpResponseMessage> PostAsync(string what, object body, string? key = null) =>
        _visitor.CallAsync(HttpMethod.Post, $"/api/v1/{what}", body, key);
}
