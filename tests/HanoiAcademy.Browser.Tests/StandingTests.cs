using HanoiAcademy.Browser.Tests.Support;
using HanoiAcademy.Drills.Commands;
using HanoiAcademy.Server.Drills.Seats;
using Microsoft.Extensions.DependencyInjection;
using static HanoiAcademy.Browser.Tests.Support.Visitor;

namespace HanoiAcademy.Browser.Tests;

/// <summary>What a person in a room is told when the drill stands, when something real happens, and when the seat is no longer his.</summary>
public sealed class StandingTests(Chromium chromium)
{
    private const string Finance = "company.finance.1";
    private const string Half = "Half a word";
    private readonly Look _look = new();

    [Fact]
    public async Task A_pause_a_real_event_and_a_lost_seat_are_told_so_that_nobody_on_a_phone_overlooks_them()
    {
        await using var site = new AcademySite { Settings = { ["Drills:UndoWindowSeconds"] = "0" } };
        var instructor = await site.StartAsync();
        var control = await chromium.VisitAsync(site);
        await control.SignInAsync(instructor);
        var code = await control.LaunchAsync("Standing");
        var drill = control.Page.Url.Split('/')[4];
        var finance = await chromium.VisitAsync(site);
        await finance.JoinAsync(code, Finance, "Linh");
        // The brief is what the lobby asks to be read: it stands right under the seat's own card.
        await Expect(finance.Page.Locator(".lobby > .ready + .brief")).ToBeVisibleAsync();
        await finance.Page.SetViewportSizeAsync(360, 640);
        // Not the room's own scrollWidth: words that a phone clips out of the bar count in it.
        (await finance.Page.EvaluateAsync<bool>("() => [...document.querySelector('.room').children].some((one) => one.getBoundingClientRect().width > innerWidth)")).ShouldBeFalse();
        await finance.Page.SetViewportSizeAsync(1440, 900);
        await _look.AtAsync(finance, "lobby, brief first");

        await site.SendAsync(drill, new StartExercise());
        await Expect(finance.Slot).ToContainTextAsync("is calling");
        await site.SendAsync(drill, new Pause());
        await Expect(finance.Slot).ToContainTextAsync("Paused. You may read and draft.");
        await Expect(finance.Slot).ToContainTextAsync("urgent to read");
        await Expect(finance.Slot).Not.ToContainTextAsync("until you leave the field");
        await _look.AtAsync(finance, "paused, a call stands");
        await site.SendAsync(drill, new Resume());
        await Expect(finance.Slot).ToContainTextAsync("is calling");

        // Nothing of this is to be asked for by a team that acts for no authority.
        await finance.Row("Where is our payment?").ClickAsync();
        await Expect(finance.Button("Forward to")).ToBeVisibleAsync();
        await Expect(finance.Button("Start a request about it")).ToHaveCountAsync(0);
        await finance.GoAsync("Requests");
        await Expect(finance.Page.Locator(".desk-list")).ToContainTextAsync("makes no requests itself");
        await Expect(finance.Button("New request")).ToHaveCountAsync(0);
        await _look.AtAsync(finance, "requests of a team without an authority");
        await finance.GoAsync("Feed");

        await finance.Row("Where is our payment?").ClickAsync();
        await finance.Button("Forward to").ClickAsync();
        var field = finance.Page.Locator(".compose textarea");
        await field.FillAsync(Half);
        await site.SendAsync(drill, new StopForRealEvent());
        var stop = finance.Page.Locator(".real-event");
        await Expect(stop).ToContainTextAsync("STOP: real event");
        await Expect(stop).ToContainTextAsync("stopped the drill at T+00:0");
        await Expect(field).ToBeFocusedAsync();
        await Expect(field).ToHaveValueAsync(Half);
        await _look.AtAsync(finance, "stopped for a real event");
        await finance.Page.SetViewportSizeAsync(360, 640);
        await finance.Page.Locator(".tabs button", new() { HasText = "Now" }).ClickAsync();
        await _look.AtAsync(finance, "stopped, now", phone: true);
        await site.SendAsync(drill, new Resume());
        await Expect(stop).ToHaveCountAsync(0);
        await _look.AtAsync(finance, "now", phone: true);
        await finance.Page.SetViewportSizeAsync(1440, 900);

        var it = await chromium.VisitAsync(site);
        await it.JoinAsync(code, "company.it.1", "An");
        await it.Page.Locator(".column-end .wide-button", new() { HasText = "first" }).First.ClickAsync();
        await Expect(it.Page.Locator(".decision-paper")).ToContainTextAsync("Decided by Finance manager.");
        await Expect(it.Page.Locator(".decision-paper li").First).ToBeVisibleAsync();
        await Expect(it.Page.Locator(".decision-paper input")).ToHaveCountAsync(0);
        await _look.AtAsync(it, "another's decision");

        // Looked at before he loses his seat: a call that is then on its way finds nothing, and the browser says so.
        finance.Errors.ShouldBeEmpty();
        await using (var scope = site.Services.CreateAsyncScope())
            await scope.ServiceProvider.GetRequiredService<SeatOffice>().HandOver(drill, Finance, "steady", "control.director.1");
        await Expect(finance.Page.Locator(".put-out")).ToContainTextAsync("You no longer have this seat");
        await Expect(finance.Page.Locator("#live button")).ToHaveCountAsync(0);
        await _look.AtAsync(finance, "put out of the seat");
        _look.Found.ShouldBeEmpty();
        it.Errors.ShouldBeEmpty();
    }

    [Fact]
    public async Task A_room_whose_script_does_not_come_says_that_its_buttons_are_missing()
    {
        await using var site = new AcademySite();
        var instructor = await site.StartAsync();
        var control = await chromium.VisitAsync(site);
        await control.SignInAsync(instructor);
        var code = await control.LaunchAsync("Without");
        var finance = await chromium.VisitAsync(site, 360, 640);
        await finance.JoinAsync(code, Finance, "Linh");
        await finance.Page.RouteAsync("**/app/**/room*.js", route => route.AbortAsync());
        await finance.Page.ReloadAsync();
        await Expect(finance.Page.Locator(".still-loading")).ToBeVisibleAsync();
        await _look.AtAsync(finance, "a room without its script");
        _look.Found.ShouldBeEmpty();
    }
}
