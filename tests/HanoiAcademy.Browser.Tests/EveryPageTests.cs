using HanoiAcademy.Browser.Tests.Support;
using HanoiAcademy.Server.Agencies;
using HanoiAcademy.Storage.Accounts;
using Microsoft.AspNetCore.Identity;
using Microsoft.AspNetCore.Mvc.Infrastructure;
using Microsoft.AspNetCore.Mvc.RazorPages;
using Microsoft.Extensions.DependencyInjection;

namespace HanoiAcademy.Browser.Tests;

/// <summary>Every page of the site is looked at: here, or in the test of what is done on it. A new page that is in neither list fails the test.</summary>
public sealed class EveryPageTests(Chromium chromium)
{
    /// <summary>Pages that other tests look at while they are used.</summary>
    private static readonly string[] Elsewhere =
    [
        // ReplayTests
        "drills/{id}/replay",
        // AloneTests
        "drills", "scenarios/{scenario}", "scenarios/{scenario}/play", "scenarios/{scenario}/closing",
        // PageTests, ControlRoomTests
        "drills/{id}", "drills/{id}/control", "drills/{id}/controllers", "drills/{id}/look/{seat}",
        // SpreadsheetTests
        "contributions", "contributions/upload", "contributions/templates", "contributions/uploads/{upload}", "contributions/{id}", "contributions/{id}/upload", "contributions/{id}/delete",
        "contributions/{id}/manual", "contributions/{id}/versions/{number:int}",
        // ExerciseTests
        "exercises", "exercises/{id}", "exercises/{id}/roll", "exercises/{id}/comparison", "drills/{id}/comparison", "drills/{id}/pack", "drills/{id}/typed-in",
    ];

    private readonly HashSet<string> _seen = [.. Elsewhere];
    private readonly Look _look = new();

    [Fact]
    public async Task Axe_finds_nothing_on_any_page_and_each_fits_a_phone()
    {
        await using var site = new AcademySite();
        site.Settings["Accounts:SelfRegistration"] = "true";
        var instructor = await site.StartAsync();
        await site.MakeAccountAsync("head", "Head of all", Role.Administrator);
        var administrator = await chromium.VisitAsync(site);
        await administrator.SignInAsync("head");
        var agency = (await administrator.LinksAsync("/admin")).First(link => link.EndsWith("/accounts", StringComparison.Ordinal));
        foreach (var (page, address) in new[]
        {
            ("account", "/account"), ("account/password", "/account/password"), ("account/tokens", "/account/tokens"), ("account/two-factor", "/account/two-factor"),
            ("account/data", "/account/data"), ("account/data/erase", "/account/data/erase"),
            ("account/sign-out", "/account/sign-out"), ("admin", "/admin"), ("admin/problems", "/admin/problems"), ("admin/agencies/{agency}/accounts", agency),
            ("admin/agencies/{agency}/accounts/import", agency + "/import"),
            ("admin/agencies/{agency}/accounts/{id}", (await administrator.LinksAsync(agency)).First(link => link.StartsWith(agency + "/", StringComparison.Ordinal) && !link.EndsWith("/import", StringComparison.Ordinal))),
        })
            await AtAsync(administrator, page, address);

        var somebody = (await administrator.LinksAsync(agency)).First(link => link.StartsWith(agency + "/", StringComparison.Ordinal) && !link.EndsWith("/import", StringComparison.Ordinal));
        await AtAsync(administrator, "admin/agencies/{agency}/accounts/{id}/data", somebody + "/data");
        await AtAsync(administrator, "admin/agencies/{agency}/retention", agency.Replace("/accounts", "/retention", StringComparison.Ordinal));
        await AtAsync(administrator, "admin/agencies/{agency}/invitations", agency.Replace("/accounts", "/invitations", StringComparison.Ordinal));
        await administrator.Page.Locator("main form button[type=submit]").First.ClickAsync();
        var invitation = new Uri(await administrator.Page.Locator("main .notice code").InnerTextAsync()).AbsolutePath;

        var stranger = await chromium.VisitAsync(site);
        await AtAsync(stranger, "account/link/{token}", invitation);
        foreach (var (page, address) in new[]
        {
            ("", "/"), ("courses", "/courses"), ("articles", "/articles"), ("articles/status", "/articles/status"), ("articles/{number:int}", "/articles/42"), ("join", "/join"),
            ("scenarios", "/scenarios"), ("account/sign-in", "/account/sign-in"), ("account/register", "/account/register"), ("error/{status:int}", "/there-is-no-such-page"),
        })
            await AtAsync(stranger, page, address);
        var course = (await stranger.LinksAsync("/courses")).First(link => link.StartsWith("/courses/", StringComparison.Ordinal));
        await AtAsync(stranger, "courses/{course}", course);
        await AtAsync(stranger, "courses/{course}/{lesson}", (await stranger.LinksAsync(course)).First(link => link.StartsWith(course + "/", StringComparison.Ordinal)));

        var director = await chromium.VisitAsync(site);
        await director.SignInAsync(instructor);
        await AtAsync(director, "scenarios/{scenario}/manual", "/scenarios/desk-24-7/manual?copy=controllers&language=vi");
        await AtAsync(director, "drills/launch", "/drills/launch?scenario=invoice-at-dawn");
        await director.LaunchAsync("Every page");
        var drill = director.Page.Url.Split('/')[4];
        await AtAsync(director, "figures", "/figures");
        await AtAsync(director, "drills/{id}/research", $"/drills/{drill}/research");
        await AtAsync(director, "drills/{id}/my-data", $"/drills/{drill}/my-data");
        await AtAsync(director, "drills/{id}/report", $"/drills/{drill}/report");
        await AtAsync(director, "improvements/suggest", $"/improvements/suggest?drill={drill}");
        await AtAsync(director, "improvements/new", "/improvements/new");
        await director.Page.Locator("#finding").FillAsync("Nobody knew who may ring the bank at night.");
        await director.Page.Locator("#due").FillAsync("2026-01-31");
        await director.Page.Locator("main form button[type=submit]").Last.ClickAsync();
        await director.Page.WaitForURLAsync(url => !url.EndsWith("/new", StringComparison.Ordinal));
        await LookAsync(director, "improvements/{id}");
        await AtAsync(director, "improvements", "/improvements?show=overdue");
        await AtAsync(director, "drills/{id}/hot-wash", $"/drills/{drill}/hot-wash");
        await director.Page.GotoAsync($"/drills/{drill}/controllers");
        await AtAsync(administrator, "drills/{id}/control-invitation", await InviteToControlAsync(director));

        await AskForACodeAsync(site, "head");
        var again = await chromium.VisitAsync(site);
        await again.SignInAsync("head", lands: "**/account/sign-in/code*");
        await LookAsync(again, "account/sign-in/code");

        var pages = site.Services.GetRequiredService<IActionDescriptorCollectionProvider>().ActionDescriptors.Items.OfType<PageActionDescriptor>().Select(page => page.AttributeRouteInfo!.Template!).ToHashSet();
        pages.Except(_seen).ShouldBeEmpty("Every page is looked at; add the new one here, or to the test of what is done on it and to the list above.");
        _seen.Except(pages).ShouldBeEmpty();
        _look.Found.ShouldBeEmpty();
    }

    private async Task AtAsync(Visitor visitor, string page, string address)
    {
        await visitor.Page.GotoAsync(address);
        await LookAsync(visitor, page);
    }

    private async Task LookAsync(Visitor visitor, string page)
    {
        // A page that was not there would be looked at in vain.
        (await visitor.Page.Locator("main h1").CountAsync()).ShouldBe(1, $"{page}: {visitor.Page.Url}");
        await _look.AtAsync(visitor, page.Length == 0 ? "home" : page);
        _seen.Add(page);
    }

    private static async Task<string> InviteToControlAsync(Visitor director)
    {
        await director.Page.Locator("form[action$='handler=Invite'] button").ClickAsync();
        return new Uri(await director.Page.Locator("#control-link").InnerTextAsync()).PathAndQuery;
    }

    /// <summary>From now on this account signs in with a code as well.</summary>
    private static async Task AskForACodeAsync(AcademySite site, string userName)
    {
        await using var scope = site.Services.CreateAsyncScope();
        var accounts = scope.ServiceProvider.GetRequiredService<UserManager<Account>>();
        var account = (await accounts.FindByNameAsync(userName))!;
        await accounts.ResetAuthenticatorKeyAsync(account);
        (await accounts.SetTwoFactorEnabledAsync(account, true)).Succeeded.ShouldBeTrue();
    }
}
