using System.Text;
using HanoiAcademy.Browser.Tests.Support;
using HanoiAcademy.Content.Scenarios;
using HanoiAcademy.Drills.Simulation;
using HanoiAcademy.Drills.Wire;
using HanoiAcademy.Storage.Accounts;
using HanoiAcademy.Storage.Agencies;
using HanoiAcademy.Storage.Drills;
using HanoiAcademy.Storage.Pinned;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Playwright;
using static HanoiAcademy.Browser.Tests.Support.Visitor;

namespace HanoiAcademy.Browser.Tests;

/// <summary>Two whole runs of Invoice at dawn are looked back on, beside each other, and one is played on.</summary>
public sealed class ReplayTests(Chromium chromium, ITestOutputHelper output)
{
    private readonly Look _look = new();

    [Fact]
    public async Task A_drill_is_opened_scrubbed_gone_through_by_objective_laid_beside_another_run_and_played_on_from_a_moment()
    {
        await using var site = new AcademySite();
        var instructor = await site.StartAsync();
        var (drill, other) = (await site.PlayedAsync("invoice-at-dawn", "The first run", 20270302), await site.PlayedAsync("invoice-at-dawn", "The second run", 4711));
        var director = await chromium.VisitAsync(site);
        await director.SignInAsync(instructor);
        var page = director.Page;

        // Control's own eyes first, at the beginning; then by a link to what was lost.
        await page.GotoAsync($"/drills/{drill}/replay");
        await Expect(Then(page)).ToHaveTextAsync("T+00:00:00");
        await Expect(page.Locator(".plan-row").First).ToBeVisibleAsync();
        await Expect(page.Locator(".moment-objective-missed, .moment-objective-won").First).ToBeAttachedAsync();
        await page.Locator("[data-testid=slider]").FillAsync($"{40 * 60_000}");
        await Expect(Then(page)).ToHaveTextAsync("T+00:40:00");
        await Expect(page.Locator("[data-testid=slider]")).ToHaveAttributeAsync("aria-valuetext", new System.Text.RegularExpressions.Regex("^40 minutes 0 seconds after StartEx, "));
        await Expect(page.Locator(".now-line")).ToContainTextAsync("T+00:40:00");
        await _look.AtAsync(director, "replay, control");
        output.WriteLine("Scrubbing control's replay: {0}", await page.EvaluateAsync<string>(Scrub));

        // One change back and on again is the same moment.
        await page.GetByRole(AriaRole.Button, new() { Name = "One change back" }).ClickAsync();
        var before = await Then(page).InnerTextAsync();
        before.ShouldNotBe("T+00:40:00");
        await page.GetByRole(AriaRole.Button, new() { Name = "One change on" }).ClickAsync();
        await page.GetByRole(AriaRole.Button, new() { Name = "One change back" }).ClickAsync();
        await Expect(Then(page)).ToHaveTextAsync(before);

        await page.Locator(".moments select").SelectOptionAsync("judged");
        var judged = page.Locator(".moment").First;
        var time = await judged.Locator(".ltr").InnerTextAsync();
        await judged.ClickAsync();
        await Expect(Then(page)).ToHaveTextAsync(time);

        // A team's room: what it had by then and not what came later; nothing in it can be pressed that reaches anybody.
        await page.Locator("[data-testid=eyes]").SelectOptionAsync("bank.fraud.1");
        await Expect(page.Locator(".room-then .feed-row").First).ToBeVisibleAsync();
        var late = await page.Locator(".feed-row").CountAsync();
        await page.Locator("[data-testid=slider]").FillAsync($"{12 * 60_000}");
        await Expect(page.Locator(".feed-row")).Not.ToHaveCountAsync(late);
        await page.Locator(".feed-row").First.ClickAsync();
        await page.Locator(".places button", new() { HasText = "Do" }).First.ClickAsync();
        await Expect(page.Locator(".room-then .act button:enabled")).ToHaveCountAsync(0);
        await _look.AtAsync(director, "replay, a team");
        await page.Locator(".places button", new() { HasText = "Requests" }).First.ClickAsync();
        await _look.AtAsync(director, "replay, requests");
        await page.Locator(".places button", new() { HasText = "Map" }).First.ClickAsync();

        // It plays by itself, and stands when it is told to.
        await page.Locator(".timeline-pace select").SelectOptionAsync("64");
        await page.Locator(".timeline-play").ClickAsync();
        await Expect(Then(page)).Not.ToHaveTextAsync("T+00:12:00");
        await page.Locator(".timeline-play").ClickAsync();

        await page.Locator("[data-testid=beside]").SelectOptionAsync(other);
        await Expect(page.Locator(".pane")).ToHaveCountAsync(2);
        await Expect(page.Locator(".difference").First).ToBeVisibleAsync();
        await page.Locator(".difference").First.ClickAsync();
        await _look.AtAsync(director, "replay, two runs");

        await director.Button("Play on from here").ClickAsync();
        await page.GetByLabel("I alone").CheckAsync();
        await page.GetByLabel("My seat").SelectOptionAsync("bank.fraud");
        await _look.AtAsync(director, "replay, play on");
        await director.Button("Play on alone").ClickAsync();
        await page.WaitForURLAsync(url => !url.Contains("/replay", StringComparison.Ordinal));
        await Expect(director.State).ToContainTextAsync("PAUSED");
        await page.Locator(".steer").GetByRole(AriaRole.Button, new() { Name = "Go on" }).ClickAsync();
        await Expect(director.State).ToContainTextAsync("running");

        _look.Found.ShouldBeEmpty();
        director.Errors.ShouldBeEmpty();
    }

    /// <summary>A hundred moments at random; the work of each until it is drawn, which is a figure and no test.</summary>
    private const string Scrub = """
        async () => {
          const slider = document.querySelector('[data-testid=slider]');
          const before = slider.value;
          const took = [];
          const go = async (value) => {
            const drawn = new Promise((done) => requestAnimationFrame(() => { const begun = performance.now(); setTimeout(() => { took.push(performance.now() - begun); done(); }); }));
            slider.value = value;
            slider.dispatchEvent(new Event('input', { bubbles: true }));
            await drawn;
          };
          for (let n = 0; n < 100; n++) await go(String(Math.round((n * 7919 % 100) / 100 * slider.max)));
          const sorted = took.slice(10).sort((a, b) => a - b);
          await go(before);
          return `p50 ${sorted[45].toFixed(1)} ms, p95 ${sorted[85].toFixed(1)} ms, worst ${sorted.at(-1).toFixed(1)} ms`;
        }
        """;

    private static ILocator Then(IPage page) => page.Locator("[data-testid=then]");
}

internal static class PlayedDrills
{
    /// <summary>A drill of this site that simulated players have played to its end; the first instructor launched it. Returns its id.</summary>
    public static async Task<string> PlayedAsync(this AcademySite site, string scenario, string title, long seed)
    {
        var pinned = site.Services.GetRequiredService<ScenarioLibrary>().Find(scenario)!;
        var agency = (await site.Services.GetRequiredService<IAgencies>().List()).Single(one => one.Name == "Academy of tests");
        var launcher = (await site.Services.GetRequiredService<IAccountDirectory>().InAgency(agency.Id))[0];
        var wall = new DateTimeOffset(2027, 3, 2, 8, 0, 0, TimeSpan.Zero);
        var drill = new DrillEntry
        {
            Id = HanoiAcademy.Server.Drills.Seats.Codes.NewDrillId(),
            AgencyId = agency.Id,
            ScenarioId = scenario,
            Title = title,
            ContentSha256 = await site.Services.GetRequiredService<IContentStore>().Put(pinned.Bytes),
            Status = DrillStatus.Ended,
            CreatedBy = launcher.Id,
            CreatedWall = wall,
            JoinCode = HanoiAcademy.Server.Drills.Seats.Codes.NewJoinCode(),
        };
        var rows = Rehearsal.Run(pinned.Scenario, seed).Select(row => new LogRow
        {
            DrillId = drill.Id,
            Version = row.Version,
            CommandId = $"played {row.Version}",
            Seat = row.Seat,
            At = row.At,
            Wall = wall.AddMilliseconds(row.At),
            Events = Encoding.UTF8.GetString(DrillJson.ToBytes(row.Events)),
        }).ToList();
        (await site.Services.GetRequiredService<IDrillCatalog>().Create(drill, new DrillOpening { Rows = rows })).ShouldBeTrue();
        return drill.Id;
    }
}
