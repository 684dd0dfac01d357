using HanoiAcademy.Browser.Tests.Support;
using static HanoiAcademy.Browser.Tests.Support.Visitor;

namespace HanoiAcademy.Browser.Tests;

public sealed class DrillTests(Chromium chromium)
{
    private const string Supplier = "Where is our payment?";
    private const string Handover = "Handover of the night";
    private const string Bulletin = "Bulletin 09/27";
    private const string InboxRules = "Two rules in ap@";

    [Fact]
    public async Task Three_teams_play_Invoice_at_dawn_from_launch_to_report_one_loses_its_line_a_court_reads_the_record_and_each_sees_only_its_own()
    {
        await using var site = new AcademySite();
        var instructor = await site.StartAsync();
        var control = await chromium.VisitAsync(site);
        await control.SignInAsync(instructor);
        var code = await control.LaunchAsync("Dawn of tests");

        var finance = await chromium.VisitAsync(site);
        var kivara = await chromium.VisitAsync(site);
        await finance.JoinAsync(code, "company.finance.1", "Linh");
        await kivara.JoinAsync(code, "desk-kivara.officer.1", "Amani");
        await using var wire = new Wire(site.Address);
        var bank = await chromium.VisitAsync(site, 360, 640, wire);
        await bank.JoinAsync(code, "bank.fraud.1", "Hana");
        var prosecutor = await chromium.VisitAsync(site);
        await prosecutor.JoinAsync(code, "prosecution.prosecutor.1", "An");
        await finance.Button("I am ready").ClickAsync();
        await kivara.Button("I am ready").ClickAsync();
        await Expect(finance.Button("Not ready after all")).ToBeVisibleAsync();
        await Expect(control.Page.GetByText("Linh").First).ToBeVisibleAsync();

        // Nothing of what will happen is sent beforehand.
        (await finance.AllReceivedAsync()).ShouldNotContain(InboxRules);

        await StartAsync(control);
        await Expect(finance.State).ToContainTextAsync("running");
        await Expect(finance.Row(Supplier)).ToBeVisibleAsync();
        await AnswerTheCallAsync(finance);
        await DecideAsync(finance);
        await StartActionAsync(finance, "Ring the supplier on the number in the vendor file");

        await Expect(bank.State).ToContainTextAsync("running");
        wire.Cut();
        await Expect(bank.Link).ToContainTextAsync("no link since");

        await SpeedAsync(control, 60);
        await Expect(kivara.Row(Handover)).ToBeVisibleAsync();
        await PutAltamarsRequestInHandAsync(control, kivara);

        wire.Mend();
        await Expect(bank.Link).ToContainTextAsync("live");
        await bank.Page.Locator(".tabs button", new() { HasText = "Feed" }).ClickAsync();
        await Expect(bank.Row(Bulletin).First).ToBeAttachedAsync();

        await SpeedAsync(control, 60);
        await finance.GoAsync("Feed");
        await Expect(finance.Row(InboxRules)).ToBeAttachedAsync();
        await SpeedAsync(control, 1);
        await JumpAsync(control, "1:27");
        await Expect(prosecutor.Page.Locator(".needs button", new() { HasText = "A court asks for the record" })).ToBeVisibleAsync();
        await FileTheRecordAsync(prosecutor);
        await JumpAsync(control, "2:30");
        await ExpectEndAsync(control);
        await ExpectEndAsync(finance);
        await ExpectEndAsync(bank);

        var received = await finance.AllReceivedAsync();
        received.ShouldNotContain(Handover);
        received.ShouldNotContain("\"kind\":\"plan\"");
        received = await kivara.AllReceivedAsync();
        received.ShouldContain(Handover);
        received.ShouldNotContain(Supplier);
        received.ShouldNotContain(InboxRules);
        received.ShouldNotContain("\"kind\":\"plan\"");

        await finance.GoAsync("Score");
        await Expect(finance.Page.Locator(".score-line")).ToContainTextAsync("Delta Lantern Foods");
        await control.Page.GotoAsync(control.Page.Url.Replace("/control", "/report", StringComparison.Ordinal).Split('#')[0]);
        await Expect(control.Page.Locator("main")).ToContainTextAsync("Delta Lantern Foods");
        await Expect(control.Page.Locator("main")).ToContainTextAsync("Whom do you call first?");
        received = await bank.AllReceivedAsync();
        received.ShouldContain(Bulletin);
        received.ShouldNotContain(Supplier);
        received.ShouldNotContain(Handover);
        finance.Errors.ShouldBeEmpty();
        kivara.Errors.ShouldBeEmpty();
        prosecutor.Errors.ShouldBeEmpty();
    }

    private static async Task FileTheRecordAsync(Visitor prosecutor)
    {
        await prosecutor.GoAsync("Evidence");
        var court = prosecutor.Page.Locator("article", new() { HasText = "The record behind the freeze" });
        await Expect(court).ToContainTextAsync("no State's real procedure");
        await court.GetByLabel("False mail of 26 February", new() { Exact = false }).CheckAsync();
        await court.GetByLabel("What it is to prove").FillAsync("SC-27-0419: how the payer was deceived.");
        await court.GetByRole(Microsoft.Playwright.AriaRole.Button, new() { Name = "File the record (1 items)" }).ClickAsync();
        await Expect(court).ToContainTextAsync("Filed by An");
        await Expect(court).ToContainTextAsync("it was asked for and not filed");
    }

    private static async Task JumpAsync(Visitor control, string to)
    {
        await control.Button("Jump…").ClickAsync();
        await control.Page.Locator(".sheet input").FillAsync(to);
        await control.Page.Locator(".sheet .btn-danger").ClickAsync();
    }

    private static async Task StartAsync(Visitor control)
    {
        await control.Page.Locator(".running").GetByRole(Microsoft.Playwright.AriaRole.Button, new() { Name = "StartEx" }).ClickAsync();
        await control.Page.Locator(".sheet .btn-danger").ClickAsync();
        await Expect(control.State).ToContainTextAsync("running");
    }

    private static async Task SpeedAsync(Visitor control, int speed)
    {
        await control.Page.GetByRole(Microsoft.Playwright.AriaRole.Button, new() { Name = $"Set speed ×{speed}", Exact = true }).ClickAsync();
        // With people seated a speed above ×2 asks twice.
        await control.Page.Locator(".sheet .btn-danger").ClickAsync();
        if (speed > 2)
            await control.Page.Locator(".sheet .btn-danger").ClickAsync();
        await Expect(control.State).ToContainTextAsync($"×{speed}");
    }

    private static async Task AnswerTheCallAsync(Visitor finance)
    {
        await finance.Row(Supplier).ClickAsync();
        await Expect(finance.Page.Locator("#message-subject")).ToHaveTextAsync(Supplier);
        await Expect(finance.Row(Supplier)).Not.ToContainTextAsync("unread");
    }

    private static async Task DecideAsync(Visitor finance)
    {
        await finance.Page.Locator(".needs button", new() { HasText = "Whom do you call first?" }).First.ClickAsync();
        await finance.Page.GetByLabel("The bank's fraud desk").CheckAsync();
        await finance.Page.GetByLabel("Why (kept for the debrief)").FillAsync("Minutes count for the money.");
        await finance.Button("Decide: The bank's fraud desk").ClickAsync();
        await Expect(finance.Page.Locator(".message .notice-ok")).ToContainTextAsync("Decided: The bank's fraud desk");
    }

    private static async Task StartActionAsync(Visitor finance, string name)
    {
        await finance.GoAsync("Do");
        var row = finance.Page.Locator("li.action", new() { HasText = name });
        await row.GetByRole(Microsoft.Playwright.AriaRole.Button).First.ClickAsync();
        await Expect(row.Locator("progress")).ToBeVisibleAsync();
    }

    private static async Task PutAltamarsRequestInHandAsync(Visitor control, Visitor kivara)
    {
        await kivara.GoAsync("Requests");
        var row = kivara.Page.Locator(".desk-list .wide-button", new() { HasText = "Altamar" }).First;
        await Expect(row).ToBeVisibleAsync();
        await SpeedAsync(control, 1);
        await row.ClickAsync();
        await kivara.Page.GetByRole(Microsoft.Playwright.AriaRole.Button, new() { Name = "Acknowledge", Exact = true }).ClickAsync();
        await Expect(kivara.Page.Locator(".track [aria-current]")).ToContainTextAsync("acknowledged");
        await kivara.Page.GetByLabel("Call the number in the register").CheckAsync();
        await kivara.Page.GetByLabel("The sender is who he says").CheckAsync();
        await kivara.Button("Record the finding").ClickAsync();
        await Expect(kivara.Page.Locator(".track [aria-current]")).ToContainTextAsync("verified");
        await kivara.Button("Ask for more").ClickAsync();
        await kivara.Page.Locator(".answer-fields").GetByLabel("e. Why keeping is necessary").CheckAsync();
        await kivara.Page.Locator(".answer-fields textarea").FillAsync("Please say why the data must be kept, and until when.");
        await kivara.Button("Send answer: Ask for more").ClickAsync();
        await Expect(kivara.Button("Undo").First).ToBeVisibleAsync();
        await Expect(kivara.Page.Locator(".paper .track [aria-current]")).ToContainTextAsync("returned");
    }

    private static Task ExpectEndAsync(Visitor visitor) => Expect(visitor.State).ToHaveTextAsync("ended");
}
