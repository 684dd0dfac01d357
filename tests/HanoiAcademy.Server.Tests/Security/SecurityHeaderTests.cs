using HanoiAcademy.Server.Tests.Site;

namespace HanoiAcademy.Server.Tests.Security;

public sealed class SecurityHeaderTests(AcademySite site) : IClassFixture<AcademySite>
{
    [Theory]
    [InlineData("/")]
    [InlineData("/nothing/is/here")]
    [InlineData("/healthz")]
    [InlineData("/openapi/v1.json")]
    [InlineData("/account/sign-in")]
    public async Task Every_answer_allows_neither_inline_script_nor_inline_style_nor_framing(string address)
    {
        var answer = await site.Visit().GetAsync(address);

        var policy = answer.Headers.GetValues("Content-Security-Policy").ShouldHaveSingleItem();
        policy.ShouldContain("default-src 'none'");
        policy.ShouldContain("script-src 'self'");
        policy.ShouldContain("frame-ancestors 'none'");
        policy.ShouldNotContain("unsafe");
        answer.Headers.GetValues("X-Content-Type-Options").ShouldHaveSingleItem().ShouldBe("nosniff");
        answer.Headers.GetValues("Referrer-Policy").ShouldHaveSingleItem().ShouldBe("same-origin");
    }

    [Theory]
    [InlineData("/")]
    [InlineData("/account/sign-in")]
    public async Task A_page_carries_nothing_that_its_own_policy_would_refuse(string address)
    {
        var page = await (await site.Visit().GetAsync(address)).PageAsync();

        page.QuerySelectorAll("[style], style, script:not([src])").ShouldBeEmpty();
        page.All.SelectMany(element => element.Attributes).Where(attribute => attribute.Name.StartsWith("on", StringComparison.Ordinal)).ShouldBeEmpty();
    }

    [Fact]
    public async Task A_form_without_its_token_changes_nothing()
    {
        var answer = await site.Visit().Http.PostAsync("/account/sign-in", new FormUrlEncodedContent([]));

        await answer.ShouldBeAsync(System.Net.HttpStatusCode.BadRequest);
    }

    [Fact]
    public async Task A_body_that_is_too_large_is_refused_before_it_is_read()
    {
        var answer = await site.Visit().Http.PostAsync("/account/sign-in", new ByteArrayContent(new byte[3 * 1024 * 1024]));

        await answer.ShouldBeAsync(System.Net.HttpStatusCode.RequestEntityTooLarge);
    }
}
