using HanoiAcademy.Browser.Tests.Support;
using Microsoft.Playwright;
using static HanoiAcademy.Browser.Tests.Support.Visitor;

namespace HanoiAcademy.Browser.Tests;

/// <summary>The requests desk, as the people use it who write, sign and answer.</summary>
public sealed class DeskTests(Chromium chromium)
{
    [Fact]
    public async Task One_writes_the_other_sees_it_grow_takes_over_signs_and_an_edit_removes_the_signature()
    {
        await using var site = new AcademySite();
        site.Settings["Drills:TakeOverSeconds"] = "3";
        var (linh, an) = await SitAsync(site, ("desk-sundara.officer.1", "Linh"), ("prosecution.prosecutor.1", "An"));

        await linh.GoAsync("Requests");
        await linh.NewRequestAsync("Preservation");
        var facts = linh.Page.GetByLabel("b. ", new() { Exact = false }).First;
        await facts.FillAsync("Fraud by a false invoice");
        await Expect(linh.Page.Locator(".save-word").First).ToHaveTextAsync("Saved");

        await an.GoAsync("Requests");
        await an.Page.Locator(".desk-list .wide-button", new() { HasText = "draft" }).First.ClickAsync();
        await Expect(an.Page.Locator(".hands")).ToContainTextAsync("Linh writes.");
        await Expect(an.Page.Locator(".sheet-of-paper")).ToContainTextAsync("Fraud by a false invoice");
        await Expect(an.Page.Locator(".sheet-of-paper")).ToContainTextAsync("(empty)");
        await facts.FillAsync("Fraud by a false invoice, USD 4,200,000");
        await Expect(an.Page.Locator(".sheet-of-paper")).ToContainTextAsync("USD 4,200,000");

        await an.Button("Take over").ClickAsync();
        await Expect(linh.Page.Locator(".hands-asked")).ToContainTextAsync("An wants to take over.");
        await Expect(linh.Page.Locator(".hands")).ToContainTextAsync("An writes.");
        await an.Page.GetByRole(AriaRole.Button, new() { Name = "Write", Exact = true }).ClickAsync();
        await an.Page.GetByLabel("b. ", new() { Exact = false }).First.FillAsync("Fraud by a false invoice of 26 February");
        await Expect(linh.Page.Locator(".sheet-of-paper")).ToContainTextAsync("of 26 February");

        await an.Button("As the receiver sees it").ClickAsync();
        await an.Page.GetByRole(AriaRole.Button, new() { Name = "Authorise", Exact = true }).ClickAsync();
        await Expect(linh.Page.Locator(".track [aria-current]")).ToContainTextAsync("authorised");
        await Expect(linh.Page.Locator(".signature")).ToContainTextAsync("Authorised by An");
        await an.GoAsync("Feed");
        await Expect(linh.Page.Locator(".hands")).ToHaveCountAsync(0);
        await linh.Page.GetByRole(AriaRole.Button, new() { Name = "Write", Exact = true }).ClickAsync();
        await linh.Page.GetByLabel("b. ", new() { Exact = false }).First.FillAsync("Fraud by false invoices");
        await Expect(linh.Page.Locator(".notice-warn")).ToContainTextAsync("The authorisation by An, Duty prosecutor was removed by an edit of Linh");
        linh.Errors.ShouldBeEmpty();
        an.Errors.ShouldBeEmpty();
    }

    [Fact]
    public async Task On_a_phone_a_paper_is_written_a_section_a_page()
    {
        await using var site = new AcademySite();
        var (linh, _) = await SitAsync(site, ("desk-sundara.officer.1", "Linh"), ("prosecution.prosecutor.1", "An"));
        await linh.Page.SetViewportSizeAsync(360, 640);
        await linh.Page.Locator(".tabs button", new() { HasText = "Requests" }).ClickAsync();
        await linh.NewRequestAsync("Preservation");
        await Expect(linh.Page.Locator(".page-foot")).ToContainTextAsync("1 of");
        for (var page = 2; page <= 4; page++)
            await linh.Button("Next").ClickAsync();
        await Expect(linh.Page.Locator(".page-foot")).ToContainTextAsync("4 of");
        await Expect(linh.Page.Locator(".request-form fieldset.form-section:visible")).ToHaveCountAsync(1);
        await linh.Page.GetByLabel("b. ", new() { Exact = false }).First.FillAsync("Fraud");
        await Expect(linh.Page.Locator(".page-foot .save-word")).ToHaveTextAsync("Saved");
        (await linh.Page.EvaluateAsync<bool>("() => document.documentElement.scrollWidth > innerWidth")).ShouldBeFalse();
        linh.Errors.ShouldBeEmpty();
    }

    [Fact]
    public async Task Without_a_link_one_goes_on_writing_and_what_was_sent_off_waits_and_goes_once()
    {
        await using var site = new AcademySite();
        var instructor = await site.StartAsync();
        await using var line = new Wire(site.Address);
        var (linh, an) = await SitAsync(site, instructor, ("desk-sundara.officer.1", "Linh"), ("prosecution.prosecutor.1", "An"), line);
        await linh.GoAsync("Requests");
        await linh.NewRequestAsync("Preservation");
        await linh.Page.Locator(".form-address select").Nth(2).SelectOptionAsync("norvia-desk");
        await Expect(linh.Page.Locator(".save-word").First).ToHaveTextAsync("Saved");

        line.Cut();
        await Expect(linh.Link).ToContainTextAsync("no link");
        await linh.Page.GetByLabel("b. ", new() { Exact = false }).First.FillAsync("Written without a link");
        await Expect(linh.Page.Locator(".save-word").First).ToHaveTextAsync("Saved here, no link");
        await linh.Page.GetByRole(AriaRole.Button, new() { Name = "Send to Norvia 24/7 desk" }).ClickAsync();
        await Expect(linh.Page.Locator(".acts .outgoing")).ToContainTextAsync("Waiting to send");
        line.Mend();

        // The paper changed by her own hand: it may go by itself, or she is asked; never is it sent with the old text.
        await linh.Page.Locator(".acts .asks, .track [aria-current]:has-text('sent')").First.WaitForAsync();
        if (await linh.Page.Locator(".acts .asks").CountAsync() > 0)
            await linh.Page.Locator(".acts .asks").GetByRole(AriaRole.Button, new() { Name = "Send", Exact = true }).ClickAsync();
        await Expect(linh.Page.Locator(".track [aria-current]")).ToContainTextAsync("sent");
        await an.GoAsync("Requests");
        await an.Page.Locator(".desk-list .wide-button", new() { HasText = "Norvia" }).First.ClickAsync();
        await Expect(an.Page.Locator(".sheet-of-paper")).ToContainTextAsync("Written without a link");
    }

    [Fact]
    public async Task The_paper_is_accessible_to_write_to_read_and_to_sign_and_fits_a_phone()
    {
        await using var site = new AcademySite();
        var (linh, an) = await SitAsync(site, ("desk-sundara.officer.1", "Linh"), ("prosecution.prosecutor.1", "An"));
        var look = new Look();
        await linh.GoAsync("Requests");
        await linh.NewRequestAsync("Preservation");
        await linh.Page.GetByLabel("b. ", new() { Exact = false }).First.FillAsync("Fraud by a false invoice");
        await Expect(linh.Page.Locator(".save-word").First).ToHaveTextAsync("Saved");
        await look.AtAsync(linh, "a request being written");
        await an.GoAsync("Requests");
        await an.Page.Locator(".desk-list .wide-button", new() { HasText = "draft" }).First.ClickAsync();
        await Expect(an.Page.Locator(".hands")).ToContainTextAsync("Linh writes.");
        await look.AtAsync(an, "a request in another s hand");
        await linh.Button("As the receiver sees it").ClickAsync();
        await look.AtAsync(linh, "a request to be signed");
        look.Found.ShouldBeEmpty();
    }

    private async Task<(Visitor First, Visitor Second)> SitAsync(AcademySite site, (string Seat, string Name) first, (string Seat, string Name) second) =>
        await SitAsync(site, await site.StartAsync(), first, second);

    private async Task<(Visitor First, Visitor Second)> SitAsync(AcademySite site, string instructor, (string Seat, string Name) first, (string Seat, string Name) second, Wire? over = null)
    {
        var control = await chromium.VisitAsync(site);
        await control.SignInAsync(instructor);
        var code = await control.LaunchAsync("The desk");
        var (a, b) = (await chromium.VisitAsync(site, over: over), await chromium.VisitAsync(site));
        await a.JoinAsync(code, first.Seat, first.Name);
        await b.JoinAsync(code, second.Seat, second.Name);
        await control.Page.Locator(".running").GetByRole(AriaRole.Button, new() { Name = "StartEx" }).ClickAsync();
        await control.Page.Locator(".sheet .btn-danger").ClickAsync();
        await Expect(a.State).ToContainTextAsync("running");
        return (a, b);
    }
}
