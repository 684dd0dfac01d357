using System.Buffers.Binary;
using System.Net;
using System.Security.Cryptography;
using HanoiAcademy.Server.Agencies;
using HanoiAcademy.Server.Tests.Site;

namespace HanoiAcademy.Server.Tests.Accounts;

public sealed class TwoFactorTests(AcademySite site) : IClassFixture<AcademySite>
{
    [Fact]
    public async Task With_the_authenticator_app_on_a_password_alone_does_not_open_the_account()
    {
        var person = await site.MakeAccountAsync(Role.Administrator, await site.MakeAgencyAsync());
        var (key, codes) = await SwitchOnAsync(await site.SignInAsync(person));
        codes.Length.ShouldBe(10);

        var visitor = site.Visit();
        var first = await visitor.PostFormAsync("/account/sign-in", new() { ["UserName"] = person.UserName, ["Password"] = AcademySite.Password });
        first.Headers.Location!.OriginalString.ShouldStartWith("/account/sign-in/code");
        await (await visitor.GetAsync("/admin")).ShouldBeAsync(HttpStatusCode.Redirect);

        var wrong = await visitor.PostFormAsync("/account/sign-in/code", new() { ["Code"] = "000000" });
        await wrong.ShouldBeAsync(HttpStatusCode.OK);
        await (await visitor.PostFormAsync("/account/sign-in/code", new() { ["Code"] = CodeOf(key) })).ShouldBeAsync(HttpStatusCode.Redirect);
        await (await visitor.GetAsync("/admin")).ShouldBeAsync(HttpStatusCode.OK);
    }

    [Fact]
    public async Task A_recovery_code_opens_the_account_once()
    {
        var person = await site.MakeAccountAsync(Role.Administrator, await site.MakeAgencyAsync());
        var (_, codes) = await SwitchOnAsync(await site.SignInAsync(person));

        (await SecondStepAsync(person, codes[0])).ShouldBe(HttpStatusCode.Redirect);
        (await SecondStepAsync(person, codes[0])).ShouldBe(HttpStatusCode.OK);
    }

    [Fact]
    public async Task Switching_on_needs_a_right_code_so_that_nobody_locks_himself_out()
    {
        var person = await site.MakeAccountAsync(Role.Administrator, await site.MakeAgencyAsync());
        var visitor = await site.SignInAsync(person);

        var answer = await visitor.PostFormAsync("/account/two-factor?handler=On", new() { ["Code"] = "000000" }, page: "/account/two-factor");

        (await answer.PageAsync()).QuerySelector("[role=alert]")!.TextContent.Trim().ShouldNotBeEmpty();
        await site.SignInAsync(person);
    }

    private async Task<HttpStatusCode> SecondStepAsync(Person person, string code)
    {
        var visitor = site.Visit();
        await visitor.PostFormAsync("/account/sign-in", new() { ["UserName"] = person.UserName, ["Password"] = AcademySite.Password });
        return (await visitor.PostFormAsync("/account/sign-in/code", new() { ["Code"] = code })).StatusCode;
    }

    private static async Task<(string Key, string[] Codes)> SwitchOnAsync(Visitor visitor)
    {
        var page = await (await visitor.GetAsync("/account/two-factor")).PageAsync();
        var key = page.QuerySelector("main code")!.TextContent;
        var on = await visitor.PostFormAsync("/account/two-factor?handler=On", new() { ["Code"] = CodeOf(key) }, page: "/account/two-factor");
        return (key, [.. (await on.PageAsync()).QuerySelectorAll(".codes code").Select(code => code.TextContent)]);
    }

    /// <summary>What an authenticator app shows now (RFC 6238: HMAC-SHA1, 30 seconds, six figures).</summary>
    private static string CodeOf(string base32)
    {
        const string alphabet = "ABCDEFGHIJKLMNOPQRSTUVWXYZ234567";
        var bits = string.Concat(base32.Replace(" ", "", StringComparison.Ordinal).Select(letter => Convert.ToString(alphabet.IndexOf(letter, StringComparison.Ordinal), 2).PadLeft(5, '0')));
        var secret = Enumerable.Range(0, bits.Length / 8).Select(at => Convert.ToByte(bits.Substring(at * 8, 8), 2)).ToArray();
        var counter = new byte[8];
        BinaryPrimitives.WriteInt64BigEndian(counter, DateTimeOffset.UtcNow.ToUnixTimeSeconds() / 30);
#pragma warning disable CA5350 // The algorithm of the standard, and of every app.
        var hash = HMACSHA1.HashData(secret, counter);
#pragma warning restore CA5350
        return ((BinaryPrimitives.ReadInt32BigEndian(hash.AsSpan(hash[^1] & 15)) & int.MaxValue) % 1_000_000).ToString("D6");
    }
}
