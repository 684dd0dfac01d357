using HanoiAcademy.Browser.Tests.Support;
using HanoiAcademy.Server.Agencies;
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
        await trainee.SignInAsync(await site.MakeAccountAsync("trainee", "Trainee Lan", Role.Trainee));

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

    [Fact]
    public async Task The_pages_around_it_are_accessible_and_fit_a_phone()
    {
        await using var site = new AcademySite();
        var instructor = await site.StartAsync();
        var look = new Look();
        var trainee = await chromium.VisitAsync(site);
        await trainee.SignInAsync(await site.MakeAccountAsync("trainee", "Trainee Lan", Role.Trainee));
        foreach (var address in new[] { "/scenarios", "/scenarios/desk-24-7", "/scenarios/desk-24-7/play" })
        {
            await trainee.Page.GotoAsync(address);
            await look.AtAsync(trainee, address);
        }

        await trainee.Page.Locator("main form button[type=submit]").ClickAsync();
        await Expect(trainee.Link).ToContainTextAsync("live");
        await look.AtAsync(trainee, "alone, lobby");
        await trainee.Button("Begin").ClickAsync();
        await Expect(trainee.State).ToContainTextAsync("running");
        await look.AtAsync(trainee, "alone, room");
        await trainee.Page.Locator(".steer > button").ClickAsync();
        await look.AtAsync(trainee, "alone, speed and end");
        await trainee.Page.GotoAsync("/drills");
        await look.AtAsync(trainee, "drills played alone");

        var director = await chromium.VisitAsync(site);
        await director.SignInAsync(instructor);
        await director.LaunchAsync("Tuesday");
        await director.Page.GotoAsync("/scenarios/invoice-at-dawn/closing");
        await look.AtAsync(director, "closing");
        await director.Page.Locator("#reason").FillAsync("Tuesday's exercise");
        await director.Page.Locator("main form button[type=submit]").Last.ClickAsync();
        await Expect(director.Page.Locator("main")).ToContainTextAsync("Open it now");
        await look.AtAsync(director, "closed");
        look.Found.ShouldBeEmpty();
    }

    [Fact]
    public async Task A_seat_passes_from_a_simulated_player_to_a_person_and_back_while_the_drill_runs()
    {
        await using var site = new AcademySite();
        var instructor = await site.StartAsync();
        var control = await chromium.VisitAsync(site);
        await control.SignInAsync(instructor);
        var code = await control.LaunchAsync("Handover");
        var drill = control.Page.Url.Split('/')[4];
        await site.SendAsync(drill, new HanoiAcademy.Drills.Commands.StartExercise());

        var finance = await chromium.VisitAsync(site, 360, 640);
        await finance.JoinAsync(code, "company.finance.1", "Linh");
        await Expect(finance.Page.Locator(".taken-over").First).ToContainTextAsync("You take over from a simulated player");
        await control.Page.Locator(".control-tabs button", new() { HasText = "Seats" }).ClickAsync();
        await control.Page.Locator("[data-place='hand-over.company.finance.1']").ClickAsync();
        // Somebody sits there: who is put out is named first.
        await Expect(control.Page.Locator(".sheet h2")).ToContainTextAsync("Linh");
        await control.Page.Locator(".sheet .btn-danger").ClickAsync();

        await Expect(finance.Link).ToContainTextAsync("seat");
        await Expect(control.Page.Locator("[data-place='free.company.finance.1']").First).ToBeVisibleAsync();
        var again = await chromium.VisitAsync(site);
        await again.JoinAsync(code, "company.finance.1", "Minh");
        await again.GoAsync("People");
        await again.Button("Leave, and let a simulated player go on").ClickAsync();
        await again.Button("Leave my seat").ClickAsync();

        await Expect(control.Page.Locator("[data-place='free.company.finance.1']").First).ToBeVisibleAsync();
    }
}
