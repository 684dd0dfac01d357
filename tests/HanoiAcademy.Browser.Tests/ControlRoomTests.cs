using HanoiAcademy.Browser.Tests.Support;
using Microsoft.Playwright;
using static HanoiAcademy.Browser.Tests.Support.Visitor;

namespace HanoiAcademy.Browser.Tests;

/// <summary>The control room as two controllers and a player meet it.</summary>
public sealed class ControlRoomTests(Chromium chromium)
{
    private readonly Look _look = new();

    [Fact]
    public async Task A_controller_reads_an_inject_fires_it_answers_for_an_absent_actor_and_looks_into_a_room()
    {
        await using var site = new AcademySite();
        var instructor = await site.StartAsync();
        var control = await chromium.VisitAsync(site, 1440, 900);
        await control.SignInAsync(instructor);
        var code = await control.LaunchAsync("In control");
        var bank = await chromium.VisitAsync(site);
        await bank.JoinAsync(code, "bank.fraud.1", "Linh");
        await control.Page.Locator(".running .btn-primary").ClickAsync();
        await control.Page.Locator(".sheet .btn-danger").ClickAsync();
        await Expect(control.State).ToContainTextAsync("running");

        // Enter in the list opens the row and sends nothing; the button in it says what it will do.
        var row = control.Page.Locator("[data-inject='branch-remembers'], .plan-row", new() { HasText = "The branch remembers" }).First;
        await row.Locator("[data-place^='fire.']").FocusAsync();
        await control.Page.Keyboard.PressAsync("Enter");
        await Expect(control.Page.Locator(".row-words")).ToContainTextAsync("Should I have asked?");
        await _look.AtAsync(control, "control, an open row");
        await control.Page.Locator(".row-details [data-place^='fire-open.']").ClickAsync();
        await Expect(control.Page.Locator(".row-details .outgoing")).ToContainTextAsync("Sending in");
        await Expect(bank.Row("Large transfer")).ToBeVisibleAsync(new() { Timeout = 15_000 });
        await Expect(row).ToContainTextAsync("fired it at");

        await bank.GoAsync("People");
        await bank.Page.Locator(".compose select").SelectOptionAsync("branch");
        await bank.Page.Locator(".compose textarea").FillAsync("Who released it?");
        await bank.Page.Locator(".compose .btn-primary").ClickAsync();
        var waiting = control.Page.Locator(".waiting");
        await Expect(waiting).ToContainTextAsync("Who released it?", new() { Timeout = 15_000 });
        await waiting.GetByRole(AriaRole.Button, new() { Name = "Claim, to answer" }).ClickAsync();
        await waiting.Locator(".suggested button").First.ClickAsync();
        await _look.AtAsync(control, "control, an answer");
        await waiting.Locator("[data-place^='reply.']").ClickAsync();
        await bank.GoAsync("Feed");
        await Expect(bank.Row("We released it at the usual time")).ToBeVisibleAsync(new() { Timeout = 15_000 });

        await control.Page.Locator(".tile", new() { HasText = "Bank of Sundara Bay" }).ClickAsync();
        var room = control.Page.FrameLocator(".look iframe");
        await Expect(room.Locator(".feed-row", new() { HasText = "Large transfer" })).ToBeVisibleAsync(new() { Timeout = 15_000 });
        (await room.Locator("button.stop").CountAsync()).ShouldBe(0);
        await control.Page.GetByRole(AriaRole.Button, new() { Name = "Pin", Exact = true }).ClickAsync();
        await control.Page.Locator(".tile", new() { HasText = "Delta Lantern" }).ClickAsync();
        await Expect(control.Page.Locator(".look")).ToHaveCountAsync(2);
        await _look.AtAsync(control, "control, rooms of two teams");

        await control.Page.Locator(".bar-pause button").ClickAsync();
        await Expect(bank.State).ToContainTextAsync("PAUSED");
        foreach (var tab in new[] { "Log", "Seats" })
        {
            await control.Page.Locator(".control-tabs button", new() { HasText = tab }).ClickAsync();
            await _look.AtAsync(control, "control, " + tab);
        }

        await control.Page.GotoAsync(control.Page.Url.Split('#')[0].Replace("/control", "/controllers", StringComparison.Ordinal));
        await _look.AtAsync(control, "who controls");
        _look.Found.ShouldBeEmpty();
        control.Errors.ShouldBeEmpty();
    }

    [Fact]
    public async Task Twenty_four_tiles_stand_on_the_wall_without_scrolling()
    {
        await using var site = new AcademySite();
        var instructor = await site.StartAsync();
        var control = await chromium.VisitAsync(site, 1440, 900);
        await control.SignInAsync(instructor);
        await control.LaunchAsync("Many");
        await control.Page.Locator(".running .btn-primary").ClickAsync();
        await control.Page.Locator(".sheet .btn-danger").ClickAsync();
        await Expect(control.State).ToContainTextAsync("running");

        // The scenario has six teams; the wall is measured with as many copies as it must hold.
        var (content, room) = (await control.Page.EvaluateAsync<int[]>("""
            () => {
              const wall = document.querySelector('.wall');
              wall.classList.add('is-dense');
              const tiles = wall.querySelector('.tiles');
              const first = [...tiles.children];
              while (tiles.children.length < 24) tiles.append(first[tiles.children.length % first.length].cloneNode(true));
              return [tiles.scrollHeight, tiles.clientHeight];
            }
            """)) is [var scroll, var client] ? (scroll, client) : default;
        content.ShouldBeLessThanOrEqualTo(room);
    }
}
