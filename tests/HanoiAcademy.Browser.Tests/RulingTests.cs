using HanoiAcademy.Browser.Tests.Support;
using Microsoft.Playwright;
using static HanoiAcademy.Browser.Tests.Support.Visitor;

namespace HanoiAcademy.Browser.Tests;

/// <summary>What cannot be mended: the director alone does it, gives a reason and types the drill's name.</summary>
public sealed class RulingTests(Chromium chromium)
{
    private const string Bank = "Bank of Sundara Bay";
    private readonly Look _look = new();

    [Fact]
    public async Task The_director_voids_a_score_and_takes_a_team_out_and_its_people_are_told_and_only_read()
    {
        await using var site = new AcademySite();
        var instructor = await site.StartAsync();
        var control = await chromium.VisitAsync(site, 1440, 900);
        await control.SignInAsync(instructor);
        var code = await control.LaunchAsync("Ruled");
        var bank = await chromium.VisitAsync(site);
        await bank.JoinAsync(code, "bank.fraud.1", "Linh");
        await control.Page.Locator(".running .btn-primary").ClickAsync();
        await control.Page.Locator(".sheet .btn-danger").ClickAsync();
        await Expect(control.State).ToContainTextAsync("running");

        // An evaluator's mark, and it is struck.
        await control.Page.Locator(".note-form select").First.SelectOptionAsync(new SelectOptionValue { Label = Bank });
        await control.Page.Locator(".note-form select").Nth(1).SelectOptionAsync("bank-lead");
        await control.Page.Locator(".levels input").Last.CheckAsync();
        await control.Page.Locator(".note-keep").ClickAsync();
        await control.Page.Locator(".points-of summary").ClickAsync();
        await control.Page.Locator(".void-score").First.ClickAsync();
        var sheet = control.Page.Locator(".sheet");
        await Expect(sheet.Locator(".btn-danger")).ToBeDisabledAsync();
        await Sure(sheet, "Control had told them.", "Another drill");
        await Expect(sheet.Locator(".btn-danger")).ToBeDisabledAsync();
        await Sure(sheet, "Control had told them.", "invoice at dawn");
        await _look.AtAsync(control, "control, voiding a score");
        await sheet.Locator(".btn-danger").ClickAsync();
        await Expect(control.Page.Locator(".points-of s")).ToHaveTextAsync("+5");
        await Expect(control.Page.Locator(".points-of")).ToContainTextAsync("Control had told them.");

        // What only people in the room see: ticked in the plan before its inject has come, then given a word, and found again among the marked.
        await control.Page.Locator("[data-inject='savanna-warns'] .row-title").ClickAsync();
        var ticks = control.Page.Locator(".row-ticks");
        await ticks.GetByRole(AriaRole.Button, new() { Name = "Partly" }).ClickAsync();
        await Expect(ticks.Locator(".tick-found")).ToContainTextAsync("Partly");
        await ticks.GetByRole(AriaRole.Button, new() { Name = "Add a word" }).ClickAsync();
        await ticks.Locator("textarea").FillAsync("Knew the hour, not the way.");
        await ticks.GetByRole(AriaRole.Button, new() { Name = "Keep the word" }).ClickAsync();
        await Expect(ticks.Locator(".tick-found")).ToContainTextAsync("Knew the hour, not the way.");
        await control.Page.Locator(".control-tabs button", new() { HasText = "Expected acts" }).ClickAsync();
        await Expect(control.Page.Locator(".ticks [aria-pressed='true']")).ToContainTextAsync("Partly");
        await _look.AtAsync(control, "control, expected acts");
        await control.Page.Locator("[data-inject='savanna-warns'] .row-title").ClickAsync();

        await control.Page.Locator(".control-tabs button", new() { HasText = "Seats" }).ClickAsync();
        await control.Page.Locator(".remove-team summary").ClickAsync();
        await control.Page.Locator(".remove-team li", new() { HasText = Bank }).GetByRole(AriaRole.Button).ClickAsync();
        await Sure(sheet, "The bank has lost its line.", "Invoice at dawn");
        await _look.AtAsync(control, "control, taking a team out");
        await sheet.Locator(".btn-danger").ClickAsync();

        await Expect(bank.Slot).ToContainTextAsync("Your team was taken out of this drill at T+00:0");
        await Expect(bank.Slot).ToContainTextAsync("The bank has lost its line.");
        await Expect(bank.Page.Locator(".needs .notice")).ToContainTextAsync("You may read on");
        await bank.GoAsync("Do");
        await Expect(bank.Page.Locator("[data-place^='action.']:not([disabled])")).ToHaveCountAsync(0);
        await bank.Page.Locator(".chat-fold").ClickAsync();
        await bank.Page.Locator(".chat-form input").FillAsync("So we are out.");
        await bank.Page.Keyboard.PressAsync("Enter");
        await Expect(bank.Page.Locator(".chat-lines")).ToContainTextAsync("So we are out.");
        await _look.AtAsync(bank, "a room of a team that is out");
        await Expect(control.Page.Locator(".tile").Last).ToContainTextAsync("out since T+00:0");
        await control.Page.Locator(".control-tabs button", new() { HasText = "Log" }).ClickAsync();
        await Expect(control.Page.Locator(".log li").First).ToContainTextAsync("took out of the drill: " + Bank);
        await _look.AtAsync(control, "control, a team that is out");

        await control.Page.GotoAsync(control.Page.Url.Split('#')[0].Replace("/control", "/report", StringComparison.Ordinal));
        await Expect(control.Page.Locator("main")).ToContainTextAsync("Taken out of the drill at");
        await Expect(control.Page.Locator("main s")).ToHaveTextAsync("5");
        await Expect(control.Page.Locator("main")).ToContainTextAsync("Knew the hour, not the way.");
        await _look.AtAsync(control, "a report with what was ruled");
        _look.Found.ShouldBeEmpty();
        control.Errors.ShouldBeEmpty();
        bank.Errors.ShouldBeEmpty();
    }

    private static async Task Sure(ILocator sheet, string reason, string name)
    {
        await sheet.Locator("input").First.FillAsync(reason);
        await sheet.Locator("input").Last.FillAsync(name);
    }
}
