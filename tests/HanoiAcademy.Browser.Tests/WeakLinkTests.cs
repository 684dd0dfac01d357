using System.Diagnostics;
using HanoiAcademy.Browser.Tests.Support;
using HanoiAcademy.Drills.Commands;
using static HanoiAcademy.Browser.Tests.Support.Visitor;

namespace HanoiAcademy.Browser.Tests;

/// <summary>The room over a line that is slow, is cut, or lets no WebSocket through.</summary>
public sealed class WeakLinkTests(Chromium chromium)
{
    private const string Supplier = "Where is our payment?";

    [Fact]
    public async Task Over_400_kilobits_and_400_milliseconds_the_first_inject_is_read_within_ten_seconds_of_opening_the_room()
    {
        await using var site = new AcademySite();
        var (_, code, drill) = await LaunchedAsync(site, "Slow");
        await using var wire = new Wire(site.Address, TimeSpan.FromMilliseconds(200), kilobits: 400);
        var finance = await chromium.VisitAsync(site, 360, 640, wire);
        await finance.JoinAsync(code, "company.finance.1", "Linh");
        var room = finance.Page.Url;
        await site.SendAsync(drill, new StartExercise());
        await Expect(finance.State).ToContainTextAsync("running");

        // As from another phone: nothing of the room is kept there.
        var cookies = await finance.Page.Context.CookiesAsync();
        var phone = await chromium.VisitAsync(site, 360, 640, wire);
        await phone.Page.Context.AddCookiesAsync(cookies.Select(one => new Microsoft.Playwright.Cookie { Name = one.Name, Value = one.Value, Domain = one.Domain, Path = one.Path, HttpOnly = one.HttpOnly, Secure = one.Secure }));
        var opened = Stopwatch.GetTimestamp();
        await phone.Page.GotoAsync(room, new() { WaitUntil = Microsoft.Playwright.WaitUntilState.Commit });
        await Microsoft.Playwright.Assertions.Expect(phone.Page.GetByText(Supplier).First).ToBeVisibleAsync(new() { Timeout = 10_000 });
        TestContext.Current.SendDiagnosticMessage($"The first inject was there after {Stopwatch.GetElapsedTime(opened).TotalSeconds:0.0} s.");
        await Expect(phone.Link).ToContainTextAsync("live");
        phone.Errors.ShouldBeEmpty();
    }

    [Fact]
    public async Task A_line_that_was_cut_for_six_minutes_over_the_end_of_a_decision_says_so_in_one_sentence()
    {
        await using var site = new AcademySite();
        var (control, code, drill) = await LaunchedAsync(site, "Cut");
        await using var wire = new Wire(site.Address);
        var finance = await OpenDecisionAsync(site, drill, code, wire);

        await CutOverTheEndAsync(site, drill, control, finance, wire, () => Task.CompletedTask);

        var told = finance.Page.GetByTestId("outbox");
        await Expect(told).ToContainTextAsync("“Whom do you call first?” ended at T+00:10 without your team's answer, because your link was down from");
        await told.GetByText("OK").First.ClickAsync();
        await Expect(finance.Page.GetByText("ended at T+00:10")).ToHaveCountAsync(0);
    }

    [Fact]
    public async Task What_was_decided_while_the_line_was_cut_and_came_too_late_is_not_sent_without_a_word()
    {
        await using var site = new AcademySite();
        var (control, code, drill) = await LaunchedAsync(site, "Late");
        await using var wire = new Wire(site.Address);
        var finance = await OpenDecisionAsync(site, drill, code, wire);

        await CutOverTheEndAsync(site, drill, control, finance, wire, () => finance.Button("Decide: The bank's fraud desk").ClickAsync());

        var told = finance.Page.GetByTestId("outbox");
        await Expect(told).ToContainTextAsync("Written 6 min ago.");
        await Expect(told).ToContainTextAsync("ended, at T+00:10, so this no longer counts");
        await told.GetByText("Drop").First.ClickAsync();
        await Expect(finance.Page.GetByText("Written 6 min ago.")).ToHaveCountAsync(0);
    }

    [Fact]
    public async Task Where_no_WebSocket_passes_the_room_plays_over_long_polling_and_says_slower_link()
    {
        await using var site = new AcademySite();
        var (_, code, drill) = await LaunchedAsync(site, "Polling");
        var finance = await chromium.VisitAsync(site);
        await finance.Page.AddInitScriptAsync("window.WebSocket = class { constructor() { throw new Error('blocked'); } }; window.EventSource = undefined;");
        await finance.JoinAsync(code, "company.finance.1", "Linh");
        await Expect(finance.Link).ToContainTextAsync("slower link");
        await site.SendAsync(drill, new StartExercise());
        await finance.Row(Supplier).ClickAsync();
        await Expect(finance.Row(Supplier)).Not.ToContainTextAsync("unread");
    }

    private async Task<(Visitor Control, string Code, string Drill)> LaunchedAsync(AcademySite site, string title)
    {
        var instructor = await site.StartAsync();
        var control = await chromium.VisitAsync(site);
        await control.SignInAsync(instructor);
        var code = await control.LaunchAsync(title);
        return (control, code, control.Page.Url.Split('/')[4]);
    }

    private async Task<Visitor> OpenDecisionAsync(AcademySite site, string drill, string code, Wire wire)
    {
        var finance = await chromium.VisitAsync(site, over: wire);
        // Before the page: it takes its clock from there.
        await finance.Page.Clock.InstallAsync(new());
        await finance.JoinAsync(code, "company.finance.1", "Linh");
        await site.SendAsync(drill, new StartExercise());
        await finance.Page.Locator(".needs button", new() { HasText = "Whom do you call first?" }).First.ClickAsync();
        await finance.Page.GetByLabel("The bank's fraud desk").CheckAsync();
        return finance;
    }

    /// <summary>Ten drill minutes go by at sixty times the pace; on the trainee's own clock it is six.</summary>
    private static async Task CutOverTheEndAsync(AcademySite site, string drill, Visitor control, Visitor finance, Wire wire, Func<Task> meanwhile)
    {
        wire.Cut();
        await Expect(finance.Link).ToContainTextAsync("no link since");
        await meanwhile();
        await site.SendAsync(drill, new SetSpeed(60));
        await Expect(control.Page.GetByTestId("clock")).ToContainTextAsync("T+00:1");
        await finance.Page.Clock.FastForwardAsync("06:00");
        wire.Mend();
        await Expect(finance.Link).ToContainTextAsync("live");
    }
}
