using HanoiAcademy.Browser.Tests.Support;
using Microsoft.Playwright;
using static HanoiAcademy.Browser.Tests.Support.Visitor;

namespace HanoiAcademy.Browser.Tests;

/// <summary>What axe finds, what does not fit a small screen, and pictures of it all.</summary>
public sealed class PageTests(Chromium chromium)
{
    private readonly Look _look = new();

    [Fact]
    public async Task Lobby_room_desk_and_control_are_accessible_and_fit_a_phone()
    {
        await using var site = new AcademySite();
        var instructor = await site.StartAsync();
        var control = await chromium.VisitAsync(site);
        await control.SignInAsync(instructor);
        var code = await control.LaunchAsync("Look");
        await Expect(control.Link).ToContainTextAsync("live");
        await _look.AtAsync(control, "control, lobby");
        var desk = await chromium.VisitAsync(site);
        await desk.JoinAsync(code, "desk-sundara.officer.1", "Linh");
        await _look.AtAsync(desk, "lobby");

        await control.Page.Locator(".running .btn-primary").ClickAsync();
        await control.Page.Locator(".sheet .btn-danger").ClickAsync();
        await Expect(desk.State).ToContainTextAsync("running");
        await _look.AtAsync(control, "control");
        await desk.Page.SetViewportSizeAsync(360, 640);
        foreach (var place in new[] { "Now", "More" })
        {
            await desk.Page.Locator(".tabs button", new() { HasText = place }).ClickAsync();
            await _look.AtAsync(desk, place, phone: true);
        }

        await desk.Page.SetViewportSizeAsync(1440, 900);
        foreach (var place in new[] { "Feed", "Do", "Requests", "Evidence", "Map", "People" })
        {
            await desk.GoAsync(place);
            await _look.AtAsync(desk, place);
        }

        await desk.GoAsync("Requests");
        await desk.NewRequestAsync("Preservation");
        await Expect(desk.Page.Locator(".request-form")).ToBeVisibleAsync();
        await _look.AtAsync(desk, "a draft");
        _look.Found.ShouldBeEmpty();
        desk.Errors.ShouldBeEmpty();
        control.Errors.ShouldBeEmpty();
    }

    [Fact]
    public async Task Evidence_is_identified_collected_copied_and_sealed_in_the_room_and_its_forms_are_accessible()
    {
        await using var site = new AcademySite();
        var instructor = await site.StartAsync();
        var control = await chromium.VisitAsync(site);
        await control.SignInAsync(instructor);
        var code = await control.LaunchAsync("Custody");
        var bank = await chromium.VisitAsync(site);
        await bank.JoinAsync(code, "bank.fraud.1", "Linh");
        await control.Page.Locator(".running .btn-primary").ClickAsync();
        await control.Page.Locator(".sheet .btn-danger").ClickAsync();
        await Expect(bank.State).ToContainTextAsync("running");

        await bank.GoAsync("Evidence");
        var page = bank.Page.Locator(".page-in-room");
        var row = page.Locator(".wide-button", new() { HasText = "Payment messages" });
        await row.ClickAsync();
        await page.Locator("details").First.WaitForAsync();
        await bank.Page.EvaluateAsync("() => document.querySelectorAll('.page-in-room details').forEach((step) => (step.open = true))");
        await _look.AtAsync(bank, "custody forms");

        await page.GetByRole(AriaRole.Button, new() { Name = "Identify:" }).ClickAsync();
        await Expect(row).ToContainTextAsync("identified");
        var form = page.Locator("details", new() { HasText = "Custody form" });
        await form.Locator("select").SelectOptionAsync("own-system");
        await form.GetByRole(AriaRole.Button, new() { Name = "Compute SHA-256" }).ClickAsync();
        await Expect(form.Locator("input.hash")).ToHaveValueAsync(new System.Text.RegularExpressions.Regex("^[0-9a-f]{64}$"));
        await form.GetByRole(AriaRole.Button, new() { Name = "Collect:" }).ClickAsync();
        await Expect(row).ToContainTextAsync("collected");
        await page.GetByRole(AriaRole.Button, new() { Name = "Copy:" }).ClickAsync();
        await Expect(row).ToContainTextAsync("copied");
        await page.Locator("summary", new() { HasText = "Seal and store" }).ClickAsync();
        await page.GetByLabel("Number of the seal").FillAsync("SD-17");
        await page.GetByRole(AriaRole.Button, new() { Name = "Seal:" }).ClickAsync();
        await Expect(row).ToContainTextAsync("sealed");
        await Expect(page.Locator("tbody tr")).ToHaveCountAsync(4);
        await Expect(page.Locator("tbody tr").Nth(1)).ToContainTextAsync("Our own system");
        await Expect(page.Locator("tbody tr").Nth(3)).ToContainTextAsync("seal SD-17");
        await _look.AtAsync(bank, "chain of custody");
        _look.Found.ShouldBeEmpty();
        bank.Errors.ShouldBeEmpty();
    }
}
