using System.Text.RegularExpressions;
using HanoiAcademy.Browser.Tests.Support;
using HanoiAcademy.Drills.Commands;
using Microsoft.Playwright;
using static HanoiAcademy.Browser.Tests.Support.Visitor;

namespace HanoiAcademy.Browser.Tests;

/// <summary>Several countries under one StartEx, as their director sees them; and one that plays on paper.</summary>
public sealed class ExerciseTests(Chromium chromium)
{
    private static readonly string[] Countries = ["Sundara", "Kivara", "Norvia", "Altamar", "Teland", "Miraval", "Oskara", "Pelagia"];
    private readonly Look _look = new();

    [Fact]
    public async Task A_director_calls_the_roll_begins_watches_and_tells_all_drills_from_one_page()
    {
        await using var site = new AcademySite();
        var instructor = await site.StartAsync();
        var director = await chromium.VisitAsync(site);
        await director.SignInAsync(instructor);
        await director.Page.GotoAsync("/exercises");
        await _look.AtAsync(director, "exercises");
        var drills = await LaunchAsync(director);
        var guest = await chromium.VisitAsync(site);
        await guest.JoinAsync(drills["Kivara"].Code, "company.finance.1", "Linh");
        var exercise = director.Page.Url;

        await director.Page.GotoAsync(exercise + "/roll");
        await director.Button("Call the roll").ClickAsync();
        await Expect(guest.Page.Locator(".lobby")).ToContainTextAsync("The roll was called: you answered");
        // What answers shows without anybody asking.
        await Expect(director.Page.Locator("#fresh")).ToContainTextAsync("ms there and back");
        await _look.AtAsync(director, "exercise, roll");

        await director.Page.GotoAsync(exercise);
        await Expect(director.Page.Locator(".drill-tile")).ToHaveCountAsync(Countries.Length);
        await _look.AtAsync(director, "exercise, lobby");
        await director.Button("StartEx for all").First.ClickAsync();
        await Expect(director.Page.Locator("#missing")).ToContainTextAsync("Linh");
        await Expect(director.Page.Locator(".drill-tile.is-lobby")).ToHaveCountAsync(Countries.Length);
        await _look.AtAsync(director, "exercise, who is missing");
        await director.Page.Locator("#missing .btn-primary").ClickAsync();
        await Expect(director.Page.Locator(".drill-tile.is-running")).ToHaveCountAsync(Countries.Length);
        await Expect(guest.State).ToContainTextAsync("running");

        // What happens in a drill shows without anybody asking, and comes first; but not under the pointer.
        await director.Page.Locator(".drill-tile").Nth(3).HoverAsync();
        var order = await OrderAsync(director);
        await site.SendAsync(drills["Pelagia"].Id, new Pause());
        await Expect(director.Page.Locator(".drill-tile.is-paused")).ToHaveCountAsync(1, new() { Timeout = 15_000 });
        (await OrderAsync(director)).ShouldBe(order, "tiles do not move under the pointer");
        await site.SendAsync(drills["Pelagia"].Id, new StopForRealEvent());
        await director.Page.Mouse.MoveAsync(2, 2);
        await Expect(director.Page.Locator(".drill-tile").First).ToContainTextAsync("STOPPED: REAL EVENT", new() { Timeout = 15_000 });
        await _look.AtAsync(director, "exercise, running");

        await director.Page.Locator("#subject").FillAsync("Lunch");
        await director.Page.Locator("#body").FillAsync("We go on at two.");
        await director.Button("Look at it first").ClickAsync();
        await _look.AtAsync(director, "exercise, broadcast");
        (await guest.AllReceivedAsync()).ShouldNotContain("We go on at two.");
        await director.Page.Locator("#preview .btn-primary").ClickAsync();
        await Expect(director.Page.Locator("#sent")).ToContainTextAsync($"Reached {Countries.Length} of {Countries.Length} drills.");
        await Expect(guest.Row("Lunch")).ToBeVisibleAsync();

        _look.Found.ShouldBeEmpty();
        director.Errors.ShouldBeEmpty();
        guest.Errors.ShouldBeEmpty();
    }

    [Fact]
    public async Task A_country_that_dropped_out_is_printed_typed_in_and_compared()
    {
        await using var site = new AcademySite();
        var instructor = await site.StartAsync();
        var director = await chromium.VisitAsync(site);
        await director.SignInAsync(instructor);
        var drills = await LaunchAsync(director, "scores");
        var exercise = director.Page.Url;
        var kivara = drills["Kivara"].Id;
        foreach (var copy in new[] { "trainees", "control" })
        {
            await director.Page.GotoAsync($"/drills/{kivara}/pack?copy={copy}");
            await Expect(director.Button("Print")).ToBeVisibleAsync();
            await _look.AtAsync(director, $"pack, {copy}");
            await director.Page.EmulateMediaAsync(new() { Media = Media.Print });
            await director.Page.SetViewportSizeAsync(794, 1123);
            if (Look.Pictures is not null)
                await director.Page.ScreenshotAsync(new() { Path = Path.Combine(Look.Pictures, $"pack-{copy}-printed.png") });
            var printed = await director.Page.PdfAsync(new() { Format = "A4", Path = Look.Pictures is null ? null : Path.Combine(Look.Pictures, $"pack-{copy}.pdf") });
            Regex.Count(System.Text.Encoding.Latin1.GetString(printed), @"/Type\s*/Page\b").ShouldBeGreaterThan(copy == "trainees" ? 30 : 8);
            await director.Page.EmulateMediaAsync(new() { Media = Media.Screen });
            await director.Page.SetViewportSizeAsync(1280, 900);
        }

        foreach (var drill in drills.Values)
        {
            await site.SendAsync(drill.Id, new StartExercise());
            await site.SendAsync(drill.Id, new EndExercise());
        }

        await director.Page.GotoAsync($"/drills/{kivara}/typed-in");
        var row = director.Page.Locator(".typed-row").First;
        await row.Locator("select").First.SelectOptionAsync(new SelectOptionValue { Index = 1 });
        await row.Locator("input[name$=At]").FillAsync("T+00:12");
        await director.Button("Save what was changed").ClickAsync();
        await Expect(director.Page.Locator("#past tbody tr")).ToHaveCountAsync(1);
        await _look.AtAsync(director, "typed in");
        await director.Page.GotoAsync($"/drills/{kivara}/report");
        await Expect(director.Page.Locator("main")).ToContainTextAsync("typed in afterwards");

        foreach (var (address, name) in new[] { ($"{exercise}/comparison", "comparison, director"), ($"/drills/{kivara}/comparison", "comparison, country") })
        {
            await director.Page.GotoAsync(address);
            await Expect(director.Page.Locator("#scores tbody tr")).ToHaveCountAsync(Countries.Length);
            await _look.AtAsync(director, name);
        }

        _look.Found.ShouldBeEmpty();
        director.Errors.ShouldBeEmpty();
    }

    /// <summary>With forms alone; ends on the exercise's page. By name: id and join code of each drill.</summary>
    private static async Task<Dictionary<string, (string Id, string Code)>> LaunchAsync(Visitor director, string comparison = "nothing")
    {
        await director.Page.GotoAsync("/exercises");
        await director.Page.Locator("#scenario").SelectOptionAsync("invoice-at-dawn");
        await director.Page.Locator("#title").FillAsync("Spring");
        await director.Page.Locator("#drills").FillAsync(string.Join('\n', Countries));
        await director.Page.Locator("input[name='Input.Guests']").CheckAsync();
        await director.Page.Locator($"input[name='Input.Comparison'][value={comparison}]").CheckAsync();
        await director.Page.Locator("main form button[type=submit]").ClickAsync();
        await director.Page.WaitForURLAsync("**/exercises/*");
        var drills = new Dictionary<string, (string, string)>();
        foreach (var line in await director.Page.Locator("#each tbody tr").AllAsync())
        {
            var control = (await line.Locator("a[href$='/control']").GetAttributeAsync("href"))!;
            drills[await line.Locator("th").InnerTextAsync()] = (control.Split('/')[2], await line.Locator("a[href^='/join']").InnerTextAsync());
        }

        return drills;
    }

    private static async Task<string[]> OrderAsync(Visitor director) => [.. await director.Page.Locator(".drill-tile h3").AllInnerTextsAsync()];
}
