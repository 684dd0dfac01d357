using HanoiAcademy.Browser.Tests.Support;
using HanoiAcademy.Drills.Commands;
using Microsoft.Playwright;
using static HanoiAcademy.Browser.Tests.Support.Visitor;

namespace HanoiAcademy.Browser.Tests;

/// <summary>Right after EndEx: teams write in their rooms, and it stands on the facilitator's wall.</summary>
public sealed class HotWashTests(Chromium chromium)
{
    private readonly Look _look = new();

    [Fact]
    public async Task What_a_team_writes_stands_on_the_wall_and_becomes_one_of_three_fixes_with_an_owner()
    {
        await using var site = new AcademySite();
        var instructor = await site.StartAsync();
        var wall = await chromium.VisitAsync(site);
        await wall.SignInAsync(instructor);
        var code = await wall.LaunchAsync("Washed");
        var drill = wall.Page.Url.Split('/')[4];
        var finance = await chromium.VisitAsync(site, 360, 640);
        await finance.JoinAsync(code, "company.finance.1", "Linh");
        await wall.Page.GotoAsync($"/drills/{drill}/hot-wash");
        await Expect(wall.Page.Locator(".hot-wash .notice")).ToContainTextAsync("begins after EndEx");

        await site.SendAsync(drill, new StartExercise());
        await site.SendAsync(drill, new EndExercise());
        await wall.Button("Begin the 20 minutes").ClickAsync();
        await Expect(wall.Page.GetByRole(AriaRole.Timer)).ToContainTextAsync("2 min left");
        await _look.AtAsync(wall, "hot wash, planned");

        await finance.Slot.GetByRole(AriaRole.Button, new() { Name = "Hot wash" }).ClickAsync();
        await WriteAsync(finance, "What hindered", "Nobody knew who may ring the bank.");
        await WriteAsync(finance, "Fixes", "A night list of who may stop a payment");
        await _look.AtAsync(finance, "hot wash in the room", phone: true);

        await wall.Page.Locator(".hot-wash-parts button", new() { HasText = "What hindered" }).ClickAsync();
        await Expect(wall.Page.Locator(".hot-wash-notes")).ToContainTextAsync("Nobody knew who may ring the bank.");
        await Expect(wall.Page.Locator(".hot-wash-moments .moment-missed").First).ToBeVisibleAsync();
        await _look.AtAsync(wall, "hot wash, hindered");

        await wall.Page.Keyboard.PressAsync("ArrowRight");
        await wall.Button("Agree on this").ClickAsync();
        await Expect(wall.Page.Locator("#hot-wash-agreed")).ToContainTextAsync("1 of 3");
        await Expect(wall.Page.Locator("ol.hot-wash-notes")).ToContainTextAsync("No owner yet");
        await wall.Page.Locator("ol.hot-wash-notes").GetByRole(AriaRole.Button, new() { Name = "Change" }).ClickAsync();
        await wall.Page.Locator("ol.hot-wash-notes input:not([type=radio])").FillAsync("Head of treasury");
        await wall.Page.Locator("ol.hot-wash-notes").GetByRole(AriaRole.Button, new() { Name = "Keep" }).ClickAsync();
        await Expect(wall.Page.Locator("ol.hot-wash-notes")).ToContainTextAsync("Head of treasury");
        await _look.AtAsync(wall, "hot wash, fixes");

        // What was agreed for everybody the team reads in its room, and its own proposal stays as it wrote it.
        await Expect(finance.Page.Locator(".hot-wash-room")).ToContainTextAsync("Head of treasury");
        await Expect(finance.Page.Locator(".hot-wash-said", new() { HasText = "A night list" })).ToHaveCountAsync(2);
        _look.Found.ShouldBeEmpty();
        wall.Errors.ShouldBeEmpty();
        finance.Errors.ShouldBeEmpty();
    }

    private static async Task WriteAsync(Visitor visitor, string sort, string text)
    {
        await visitor.Page.GetByRole(AriaRole.Radio, new() { Name = sort }).CheckAsync();
        await visitor.Page.Locator(".hot-wash-form textarea").FillAsync(text);
        await visitor.Button("Add").ClickAsync();
        await Expect(visitor.Page.Locator(".hot-wash-said", new() { HasText = text })).ToBeVisibleAsync();
    }
}
