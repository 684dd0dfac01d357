using HanoiAcademy.Browser.Tests.Support;
using static HanoiAcademy.Browser.Tests.Support.Visitor;

namespace HanoiAcademy.Browser.Tests;

public sealed class AloneTests(Chromium chromium)
{
    [Fact]
    public async Task A_trainee_finds_a_scenario_plays_it_alone_leaves_comes_back_ends_it_and_reads_the_report()
    {
        await using var site = new AcademySite();
        await site.StartAsync();
        var trainee = await chromium.VisitAsync(site);
        await trainee.SignInAsync(await site.MakeTraineeAsync());

        await trainee.Page.GotoAsync("/scenarios");
        await trainee.Page.Locator(".card a", new() { HasText = "Invoice at dawn" }).First.ClickAsync();
        await trainee.Page.Locator("main a.btn-primary").ClickAsync();
        await trainee.Page.Locator("input[name=Role][value='bank.fraud']").CheckAsync();
        await trainee.Page.Locator("input[name=Skill][value='good']").CheckAsync();
        await trainee.Page.Locator("#speed").SelectOptionAsync("10");
        await trainee.Page.Locator("main form button[type=submit]").ClickAsync();
        await Expect(trainee.Link).ToContainTextAsync("live");

        await trainee.Button("Begin").ClickAsync();
        await Expect(trainee.State).ToContainTextAsync("×10");
        await Expect(trainee.Page.Locator(".feed-row").First).ToBeVisibleAsync();
        await trainee.Page.Locator(".steer").GetByRole(Microsoft.Playwright.AriaRole.Button, new() { Name = "Pause" }).ClickAsync();
        await Expect(trainee.State).ToContainTextAsync("PAUSED");
        await trainee.Page.GotoAsync("/drills");
        await trainee.Page.Locator("#alone a.btn", new() { HasText = "Go on" }).ClickAsync();
        await Expect(trainee.State).ToContainTextAsync("PAUSED");
        await trainee.Page.Locator(".steer").GetByRole(Microsoft.Playwright.AriaRole.Button, new() { Name = "Go on" }).ClickAsync();
        await Expect(trainee.State).ToContainTextAsync("running");

        // His are his bank's; what control or another team reads never reaches him.
        var received = await trainee.AllReceivedAsync();
        received.ShouldNotContain("\"kind\":\"plan\"");
        received.ShouldNotContain("Where is our payment?");

        await trainee.Page.Locator(".steer > button").ClickAsync();
        await trainee.Page.Locator(".sheet .btn-danger").ClickAsync();
        await trainee.Page.Locator(".sheet .btn-danger").ClickAsync();
        await trainee.Page.Locator("a", new() { HasText = "Read the report" }).First.ClickAsync();
        await Expect(trainee.Page.Locator("main")).ToContainTextAsync("Bank of Sundara Bay");
        trainee.Errors.ShouldBeEmpty();
    }
}
