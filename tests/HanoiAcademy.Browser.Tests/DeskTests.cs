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
        await linh.Button("New request").ClickAsync();
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
        await linh.Button("New request").ClickAsync();
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

    private async Task<(Visitor First, Visitor Second)> SitAsync(AcademySite site, (string Seat, string Name) first, (string Seat, string Name) second)
    {
        var instructor = await site.StartAsync();
        var control = await chromium.VisitAsync(site);
        await control.SignInAsync(instructor);
        var code = await control.LaunchAsync("The desk");
        var (a, b) = (await chromium.VisitAsync(site), await chromium.VisitAsync(site));
        await a.JoinAsync(code, first.Seat, first.Name);
        await b.JoinAsync(code, second.Seat, second.Name);
        await control.Page.Locator(".running").GetByRole(AriaRole.Button, new() { Name = "StartEx" }).ClickAsync();
        await control.Page.Locator(".sheet .btn-danger").ClickAsync();
        await Expect(a.State).ToContainTextAsync("running");
        return (a, b);
    }
}
