using System.Net;
using System.Net.Http.Headers;
using HanoiAcademy.Server.Agencies;
using HanoiAcademy.Server.Tests.Site;
using HanoiAcademy.Storage.Accounts;
using Microsoft.Extensions.DependencyInjection;

namespace HanoiAcademy.Server.Tests.Accounts;

public sealed class ApiTokenTests(AcademySite site) : IClassFixture<AcademySite>
{
    [Fact]
    public async Task A_script_with_a_token_is_its_account_until_the_token_is_revoked()
    {
        var person = await site.MakeAccountAsync(Role.Instructor, await site.MakeAgencyAsync());
        var visitor = await site.SignInAsync(person);
        var token = await MakeTokenAsync(visitor);

        (await AccountOfAsync(token)).ShouldBe(person.Id);

        var revoke = (await (await visitor.GetAsync("/account/tokens")).PageAsync()).QuerySelector("form[action*=Revoke]")!.GetAttribute("action")!;
        await (await visitor.PostFormAsync(revoke, [], page: "/account/tokens")).ShouldBeAsync(HttpStatusCode.Redirect);
        (await AccountOfAsync(token)).ShouldBeNull();
    }

    [Fact]
    public async Task The_database_holds_no_token_that_could_be_used()
    {
        var person = await site.MakeAccountAsync(Role.Instructor, await site.MakeAgencyAsync());
        var token = await MakeTokenAsync(await site.SignInAsync(person));

        var kept = (await site.Services.GetRequiredService<IApiTokens>().Of(person.Id)).ShouldHaveSingleItem();

        kept.TokenHash.ShouldNotContain(token);
        (await AccountOfAsync(kept.TokenHash)).ShouldBeNull();
    }

    [Fact]
    public async Task A_token_opens_nothing_for_an_account_that_is_switched_off()
    {
        var person = await site.MakeAccountAsync(Role.Instructor, await site.MakeAgencyAsync());
        var token = await MakeTokenAsync(await site.SignInAsync(person));
        await site.ChangeAccountAsync(person, (accounts, account) =>
        {
            account.Disabled = true;
            return accounts.UpdateAsync(account);
        });

        (await AccountOfAsync(token)).ShouldBeNull();
    }

    private static async Task<string> MakeTokenAsync(Visitor visitor)
    {
        var made = await visitor.PostFormAsync("/account/tokens?handler=Make", new() { ["Name"] = "a script", ["Days"] = "1" }, page: "/account/tokens");
        return (await made.PageAsync()).QuerySelector("main [role=status] code")!.TextContent;
    }

    private async Task<string?> AccountOfAsync(string token)
    {
        var request = new HttpRequestMessage(HttpMethod.Get, "/api/v1/session");
        request.Headers.Authorization = new AuthenticationHeaderValue("Bearer", token);
        return (await (await site.Visit().Http.SendAsync(request)).JsonAsync()).GetProperty("account").GetString();
    }
}
