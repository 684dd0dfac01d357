using System.Net;
using HanoiAcademy.Server.Agencies;
using HanoiAcademy.Server.Tests.Site;

namespace HanoiAcademy.Server.Tests.Accounts;

public sealed class SignInTests(AcademySite site) : IClassFixture<AcademySite>
{
    [Fact]
    public async Task A_right_password_leads_back_to_the_page_that_was_asked_for()
    {
        var person = await site.MakeAccountAsync(Role.Trainee, await site.MakeAgencyAsync());
        var visitor = site.Visit();
        var toSignIn = (await visitor.GetAsync("/account/tokens")).Headers.Location!.PathAndQuery;

        var answer = await visitor.PostFormAsync(toSignIn, Fields(person.UserName, AcademySite.Password));

        answer.Headers.Location!.OriginalString.ShouldBe("/account/tokens");
    }

    [Theory]
    [InlineData("https://elsewhere.example/")]
    [InlineData("//elsewhere.example/")]
    [InlineData("/\\elsewhere.example/")]
    public async Task Signing_in_never_leads_to_another_site(string returnUrl)
    {
        var person = await site.MakeAccountAsync(Role.Trainee, await site.MakeAgencyAsync());

        var answer = await site.Visit().PostFormAsync(
            $"/account/sign-in?returnUrl={Uri.EscapeDataString(returnUrl)}", Fields(person.UserName, AcademySite.Password));

        answer.Headers.Location!.OriginalString.ShouldBe("/");
    }

    [Fact]
    public async Task A_wrong_password_an_unknown_name_and_a_disabled_account_are_refused_in_the_same_words()
    {
        var agency = await site.MakeAgencyAsync();
        var person = await site.MakeAccountAsync(Role.Trainee, agency);
        var disabled = await site.MakeAccountAsync(Role.Trainee, agency);
        await site.ChangeAccountAsync(disabled, (accounts, account) =>
        {
            account.Disabled = true;
            return accounts.UpdateAsync(account);
        });

        var wrong = await RefusalAsync(person.UserName, "not this one");
        (await RefusalAsync("nobody.of.this.name", "not this one")).ShouldBe(wrong);
        (await RefusalAsync(disabled.UserName, AcademySite.Password)).ShouldBe(wrong);
    }

    [Fact]
    public async Task An_account_is_locked_after_too_many_wrong_passwords_even_for_the_right_one()
    {
        var person = await site.MakeAccountAsync(Role.Trainee, await site.MakeAgencyAsync());
        for (var attempt = 0; attempt < 10; attempt++)
            await RefusalAsync(person.UserName, "not this one");

        await RefusalAsync(person.UserName, AcademySite.Password);
    }

    [Fact]
    public async Task Attempts_on_a_name_run_out_whether_or_not_there_is_such_an_account()
    {
        for (var attempt = 0; attempt < 20; attempt++)
            await RefusalAsync("nobody.at.all", "not this one");

        var answer = await site.Visit().PostFormAsync("/account/sign-in", Fields("nobody.at.all", "not this one"));
        await answer.ShouldBeAsync(HttpStatusCode.TooManyRequests);
    }

    [Fact]
    public async Task Signing_out_ends_the_session()
    {
        var visitor = await site.SignInAsync(Role.Trainee, await site.MakeAgencyAsync());

        await (await visitor.PostFormAsync("/account/sign-out", [])).ShouldBeAsync(HttpStatusCode.Redirect);

        await (await visitor.GetAsync("/account")).ShouldBeAsync(HttpStatusCode.Redirect);
    }

    [Fact]
    public async Task A_changed_password_is_the_only_one_that_fits()
    {
        var person = await site.MakeAccountAsync(Role.Trainee, await site.MakeAgencyAsync());
        var visitor = await site.SignInAsync(person);

        var answer = await visitor.PostFormAsync("/account/password", new() { ["OldPassword"] = AcademySite.Password, ["NewPassword"] = "quite another one" });
        await answer.ShouldBeAsync(HttpStatusCode.Redirect);

        await RefusalAsync(person.UserName, AcademySite.Password);
        await site.SignInAsync(person, "quite another one");
    }

    [Fact]
    public async Task Nobody_registers_himself_unless_it_is_configured() =>
        await (await site.Visit().GetAsync("/account/register")).ShouldBeAsync(HttpStatusCode.NotFound);

    [Fact]
    public async Task Where_it_is_configured_a_stranger_makes_a_trainees_account()
    {
        await using var open = new AcademySite();
        open.Settings["Accounts:SelfRegistration"] = "true";
        var visitor = open.Visit();

        var answer = await visitor.PostFormAsync("/account/register", new() { ["New.DisplayName"] = "Lan", ["New.UserName"] = "lan", ["New.Password"] = AcademySite.Password });

        await answer.ShouldBeAsync(HttpStatusCode.Redirect);
        (await (await visitor.GetAsync("/account")).PageAsync()).QuerySelector("main")!.TextContent.ShouldContain("Trainee");
        await (await visitor.GetAsync("/admin")).ShouldBeAsync(HttpStatusCode.Forbidden);
    }

    private async Task<string> RefusalAsync(string userName, string password)
    {
        var answer = await site.Visit().PostFormAsync("/account/sign-in", Fields(userName, password));
        return (await answer.PageAsync()).QuerySelector("[role=alert]")!.TextContent.Trim();
    }

    private static Dictionary<string, string> Fields(string userName, string password) => new() { ["UserName"] = userName, ["Password"] = password };
}
