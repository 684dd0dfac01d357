using System.Net;
using System.Text.RegularExpressions;
using HanoiAcademy.Server.Tests.Site;

namespace HanoiAcademy.Server.Tests.Accounts;

public sealed partial class FirstAdministratorTests
{
    [Fact]
    public async Task The_first_start_prints_a_link_that_makes_one_administrator()
    {
        await using var site = new AcademySite();
        var visitor = site.Visit();
        var link = Link(site);

        var made = await visitor.PostFormAsync(link + "?handler=Make", New("ada"), page: link);
        await made.ShouldBeAsync(HttpStatusCode.Redirect);
        await (await visitor.GetAsync("/admin")).ShouldBeAsync(HttpStatusCode.OK);

        await (await site.Visit().GetAsync(link)).ShouldBeAsync(HttpStatusCode.NotFound);
    }

    [Fact]
    public async Task Until_it_is_used_each_start_prints_a_new_link_and_the_old_one_is_dead()
    {
        await using var first = new AcademySite { KeepFolder = true };
        _ = first.Visit();
        var old = Link(first);
        await first.DisposeAsync();

        await using var second = new SecondStart(first.Folder);
        var visitor = second.Visit();
        var fresh = Link(second);

        fresh.ShouldNotBe(old);
        await (await visitor.GetAsync(old)).ShouldBeAsync(HttpStatusCode.NotFound);
        await (await visitor.GetAsync(fresh)).ShouldBeAsync(HttpStatusCode.OK);
    }

    [Fact]
    public async Task Once_there_is_an_administrator_no_start_prints_a_link()
    {
        await using var first = new AcademySite { KeepFolder = true };
        var link = LinkAfterStart(first);
        await (await first.Visit().PostFormAsync(link + "?handler=Make", New("ada"), page: link)).ShouldBeAsync(HttpStatusCode.Redirect);
        await first.DisposeAsync();

        await using var second = new SecondStart(first.Folder);
        _ = second.Visit();

        second.Console.ToString().ShouldNotContain("/account/link/");
    }

    [Fact]
    public async Task A_password_that_is_too_short_makes_no_account_and_leaves_the_link_good()
    {
        await using var site = new AcademySite();
        var link = LinkAfterStart(site);

        var refused = await site.Visit().PostFormAsync(link + "?handler=Make", New("ada", "short"), page: link);
        (await refused.PageAsync()).QuerySelector("[role=alert]")!.TextContent.ShouldContain("at least 10 characters");

        await (await site.Visit().PostFormAsync(link + "?handler=Make", New("ada"), page: link)).ShouldBeAsync(HttpStatusCode.Redirect);
    }

    [Fact]
    public async Task A_demo_prints_accounts_that_sign_in_and_no_link()
    {
        await using var site = new AcademySite();
        site.Settings["Hosting:Demo"] = "true";
        var visitor = site.Visit();
        var said = DemoAccount().Match(site.Console.ToString());

        site.Console.ToString().ShouldNotContain("/account/link/");
        var answer = await visitor.PostFormAsync("/account/sign-in", new() { ["UserName"] = said.Groups[1].Value, ["Password"] = said.Groups[2].Value });
        await answer.ShouldBeAsync(HttpStatusCode.Redirect);
    }

    [Fact]
    public async Task Without_demo_there_are_no_accounts_with_known_passwords()
    {
        await using var site = new AcademySite();
        var visitor = site.Visit();

        site.Console.ToString().ShouldNotContain("password");
        var answer = await visitor.PostFormAsync("/account/sign-in", new() { ["UserName"] = "demo.admin", ["Password"] = "demo-only-password" });
        await answer.ShouldBeAsync(HttpStatusCode.OK);
    }

    private static string LinkAfterStart(AcademySite site)
    {
        _ = site.Visit();
        return Link(site);
    }

    private static string Link(AcademySite site)
    {
        var link = LinkPath().Match(site.Console.ToString()).Value;
        link.ShouldNotBeEmpty(site.Console.ToString());
        return link;
    }

    private static Dictionary<string, string> New(string userName, string password = AcademySite.Password) => new()
    {
        ["New.DisplayName"] = "Ada",
        ["New.UserName"] = userName,
        ["New.Password"] = password,
    };

    private sealed class SecondStart(string folder) : AcademySite(folder);

    [GeneratedRegex(@"/account/link/\S+")]
    private static partial Regex LinkPath();

    [GeneratedRegex(@"Demo account: (\S+), password (\S+) \(trainee\)")]
    private static partial Regex DemoAccount();
}
