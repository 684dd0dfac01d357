using System.Globalization;
using HanoiAcademy.Browser.Tests.Support;
using HanoiAcademy.Drills.Commands;
using HanoiAcademy.Drills.Scenarios;
using static HanoiAcademy.Browser.Tests.Support.Visitor;

namespace HanoiAcademy.Browser.Tests;

public sealed class LongFeedTests(Chromium chromium)
{
    private const int Entries = 2_000;
    private const string Delivered = "startex";

    [Fact]
    public async Task Of_a_feed_of_two_thousand_entries_only_what_is_seen_is_drawn_and_an_inject_that_arrives_moves_nothing()
    {
        await using var site = new AcademySite { Settings = { ["Drills:UndoWindowSeconds"] = "0" } };
        var instructor = await site.StartAsync();
        var control = await chromium.VisitAsync(site);
        await control.SignInAsync(instructor);
        var code = await control.LaunchAsync("Long");
        var drill = control.Page.Url.Split('/')[4];
        await site.SendAsync(drill, new StartExercise());
        await site.SendAsync(drill, new Pause());
        for (var n = 1; n <= Entries; n++)
            await WriteAsync(site, drill, n);

        var finance = await chromium.VisitAsync(site, 360, 640);
        await finance.JoinAsync(code, "company.finance.1", "Linh");
        await finance.Page.Locator(".tabs button", new() { HasText = "Feed" }).ClickAsync();
        await Expect(finance.Page.Locator(".feed-row").First).ToBeVisibleAsync();
        (await finance.Page.Locator(".feed-row").CountAsync()).ShouldBeLessThan(200);

        var list = finance.Page.Locator(".feed-list");
        await list.EvaluateAsync("(feed) => { feed.scrollTop = feed.scrollHeight / 2; }");
        await finance.Page.EvaluateAsync("""
            () => {
              window.longest = 0;
              new PerformanceObserver((found) => { for (const one of found.getEntries()) window.longest = Math.max(window.longest, one.duration); }).observe({ type: 'longtask' });
            }
            """);
        var before = await list.EvaluateAsync<int>("(feed) => feed.scrollTop");
        var entries = int.Parse(await finance.Page.Locator(".feed-list li").First.GetAttributeAsync("aria-setsize") ?? "", CultureInfo.InvariantCulture);
        entries.ShouldBeGreaterThanOrEqualTo(Entries);
        await WriteAsync(site, drill, Entries + 1);
        await Expect(finance.Page.Locator(".feed-list li").First).ToHaveAttributeAsync("aria-setsize", (entries + 1).ToString(CultureInfo.InvariantCulture));

        (await list.EvaluateAsync<int>("(feed) => feed.scrollTop")).ShouldBe(before);
        var longest = await finance.Page.EvaluateAsync<int>("Math.round(window.longest)");
        TestContext.Current.SendDiagnosticMessage($"The longest task while it arrived took {longest} ms (0: none over 50).");
        finance.Errors.ShouldBeEmpty();
    }

    /// <summary>A correction is an entry of its own.</summary>
    private static Task WriteAsync(AcademySite site, string drill, int n) =>
        site.SendAsync(drill, new CorrectInject(Delivered, Text.Of("en", string.Create(CultureInfo.InvariantCulture, $"EXERCISE: line {n} of the night's log"))));
}
