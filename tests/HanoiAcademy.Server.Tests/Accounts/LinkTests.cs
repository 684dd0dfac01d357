using System.Net;
using HanoiAcademy.Server.Agencies;
using HanoiAcademy.Server.Tests.Site;
using HanoiAcademy.Storage.Agencies;
using Microsoft.AspNetCore.Identity;
using Microsoft.Extensions.DependencyInjection;

namespace HanoiAcademy.Server.Tests.Accounts;

public sealed class LinkTests(AcademySite site) : IClassFixture<AcademySite>
{
    [Fact]
    public async Task An_invited_person_makes_an_account_in_the_role_and_agency_of_the_link_once()
    {
        var agency = await site.MakeAgencyAsync();
        var link = await InviteAsync(await site.SignInAsync(Role.Administrator, agency), agency, "instructor");
        var visitor = site.Visit();

        await (await visitor.PostFormAsync(link + "?handler=Make", New(), page: link)).ShouldBeAsync(HttpStatusCode.Redirect);

        await (await visitor.GetAsync($"/admin/agencies/{agency.Slug}/accounts")).ShouldBeAsync(HttpStatusCode.OK);
        await (await site.Visit().GetAsync(link)).ShouldBeAsync(HttpStatusCode.NotFound);
    }

    [Fact]
    public async Task An_account_of_another_agency_joins_with_the_link_it_has_opened()
    {
        var host = await site.MakeAgencyAsync();
        var link = await InviteAsync(await site.SignInAsync(Role.Instructor, host), host, "instructor");
        var guest = await site.SignInAsync(Role.Trainee, await site.MakeAgencyAsync());

        await (await guest.PostFormAsync(link + "?handler=Join", [], page: link)).ShouldBeAsync(HttpStatusCode.Redirect);

        await (await guest.GetAsync($"/admin/agencies/{host.Slug}/accounts")).ShouldBeAsync(HttpStatusCode.OK);
    }

    [Fact]
    public async Task An_instructor_cannot_invite_an_administrator()
    {
        var agency = await site.MakeAgencyAsync();
        var instructor = await site.SignInAsync(Role.Instructor, agency);

        var answer = await instructor.PostFormAsync(
            $"/admin/agencies/{agency.Slug}/invitations?handler=Make", new() { ["role"] = "administrator" }, page: $"/admin/agencies/{agency.Slug}/invitations");

        await answer.ShouldBeAsync(HttpStatusCode.Forbidden);
    }

    [Fact]
    public async Task A_revoked_link_is_dead()
    {
        var agency = await site.MakeAgencyAsync();
        var administrator = await site.SignInAsync(Role.Administrator, agency);
        var link = await InviteAsync(administrator, agency, "trainee");
        var page = $"/admin/agencies/{agency.Slug}/invitations";
        var revoke = (await (await administrator.GetAsync(page)).PageAsync()).QuerySelector("form[action*=Revoke]")!.GetAttribute("action")!;

        await (await administrator.PostFormAsync(revoke, [], page)).ShouldBeAsync(HttpStatusCode.Redirect);

        await (await site.Visit().GetAsync(link)).ShouldBeAsync(HttpStatusCode.NotFound);
    }

    [Fact]
    public async Task A_reset_link_sets_the_password_once_and_unlocks_the_account()
    {
        var agency = await site.MakeAgencyAsync();
        var person = await site.MakeAccountAsync(Role.Trainee, agency);
        await site.ChangeAccountAsync(person, (accounts, account) => accounts.SetLockoutEndDateAsync(account, DateTimeOffset.MaxValue));
        var link = await ResetLinkAsync(await site.SignInAsync(Role.Instructor, agency), person);

        var answer = await site.Visit().PostFormAsync(link + "?handler=Reset", new() { ["NewPassword"] = "a new one at last" }, page: link);
        await answer.ShouldBeAsync(HttpStatusCode.Redirect);

        await site.SignInAsync(person, "a new one at last");
        await (await site.Visit().GetAsync(link)).ShouldBeAsync(HttpStatusCode.NotFound);
    }

    [Fact]
    public async Task Nobody_gets_a_reset_link_to_an_account_that_may_do_more_than_he()
    {
        var agency = await site.MakeAgencyAsync();
        var other = await site.MakeAgencyAsync();
        var colleague = await site.MakeAccountAsync(Role.Instructor, agency);
        var abroad = await site.MakeAccountAsync(Role.Trainee, agency);
        await site.Services.GetRequiredService<IMemberships>().Grant(new Membership { AccountId = abroad.Id, AgencyId = other.Id, Role = AccountRole.Administrator });

        await (await TryResetAsync(await site.SignInAsync(Role.Instructor, agency), colleague)).ShouldBeAsync(HttpStatusCode.Forbidden);
        await (await TryResetAsync(await site.SignInAsync(Role.Administrator, agency), abroad)).ShouldBeAsync(HttpStatusCode.Forbidden);
        await (await TryResetAsync(await site.SignInAsync(Role.Administrator, agency), colleague)).ShouldBeAsync(HttpStatusCode.OK);
    }

    [Fact]
    public async Task A_disabled_account_loses_its_running_session()
    {
        await using var strict = new StrictSite();
        var agency = await strict.MakeAgencyAsync();
        var person = await strict.MakeAccountAsync(Role.Trainee, agency);
        var session = await strict.SignInAsync(person);
        var administrator = await strict.SignInAsync(Role.Administrator, agency);

        var answer = await administrator.CallAsync(HttpMethod.Post, One(person) + "?handler=Switch");
        await answer.ShouldBeAsync(HttpStatusCode.Redirect);

        await (await session.GetAsync("/account")).ShouldBeAsync(HttpStatusCode.Redirect);
    }

    private static string One(Person person) => $"/admin/agencies/{person.Agency.Slug}/accounts/{person.Id}";

    private static Task<HttpResponseMessage> TryResetAsync(Visitor visitor, Person person) =>
        visitor.CallAsync(HttpMethod.Post, One(person) + "?handler=Reset");

    private static async Task<string> ResetLinkAsync(Visitor visitor, Person person) =>
        new Uri((await (await TryResetAsync(visitor, person)).PageAsync()).QuerySelector("main [role=status] code")!.TextContent).AbsolutePath;

    private static async Task<string> InviteAsync(Visitor visitor, Agency agency, string role)
    {
        var page = $"/admin/agencies/{agency.Slug}/invitations";
        var made = await visitor.PostFormAsync(page + "?handler=Make", new() { ["role"] = role }, page);
        return new Uri((await made.PageAsync()).QuerySelector("main [role=status] code")!.TextContent).AbsolutePath;
    }

    private static Dictionary<string, string> New() => new()
    {
        ["New.DisplayName"] = "Lan",
        ["New.UserName"] = $"lan{Guid.NewGuid():N}",
        ["New.Password"] = AcademySite.Password,
    };

    /// <summary>Asks at every request whether the account still may, instead of once a minute.</summary>
    private sealed class StrictSite : AcademySite
    {
        protected override void ConfigureWebHost(Microsoft.AspNetCore.Hosting.IWebHostBuilder builder)
        {
            base.ConfigureWebHost(builder);
            builder.ConfigureServices(services => services.PostConfigure<SecurityStampValidatorOptions>(options => options.ValidationInterval = TimeSpan.Zero));
        }
    }
}
