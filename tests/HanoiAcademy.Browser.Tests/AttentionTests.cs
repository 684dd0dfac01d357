using System.Text.Json;
using HanoiAcademy.Browser.Tests.Support;
using HanoiAcademy.Content.Scenarios;
using HanoiAcademy.Drills.Commands;
using Microsoft.Extensions.DependencyInjection;
using static HanoiAcademy.Browser.Tests.Support.Visitor;

namespace HanoiAcademy.Browser.Tests;

public sealed class AttentionTests(Chromium chromium)
{
    private const string HalfAWord = "Dear Hana, the pay";

    [Fact]
    public async Task Ten_injects_arrive_and_focus_caret_and_scroll_stay_where_they_were()
    {
        await using var site = new AcademySite { Settings = { ["Drills:UndoWindowSeconds"] = "0" } };
        var instructor = await site.StartAsync();
        var control = await chromium.VisitAsync(site);
        await control.SignInAsync(instructor);
        var code = await control.LaunchAsync("Attention");
        var drill = control.Page.Url.Split('/')[4];
        var finance = await chromium.VisitAsync(site);
        await finance.JoinAsync(code, "company.finance.1", "Linh");
        await site.SendAsync(drill, new StartExercise());
        await Expect(finance.Row("Where is our payment?")).ToBeVisibleAsync();

        // A call that still rings (it does not for who came after it) would hold the slot for as long as the news may wait.
        if (await finance.Slot.GetByText("Decline").IsVisibleAsync())
            await finance.Slot.GetByText("Decline").ClickAsync();
        await finance.Row("EXERCISE: it begins").ClickAsync();
        await finance.Button("Forward to").ClickAsync();
        await finance.Page.Locator(".compose textarea").FillAsync(HalfAWord);
        await finance.Page.EvaluateAsync("""
            () => {
              document.querySelector('.compose textarea').setSelectionRange(5, 5);
              document.querySelector('.message-body').scrollTop = 30;
              window.shift = 0;
              new PerformanceObserver((list) => { for (const one of list.getEntries()) if (!one.hadRecentInput) window.shift += one.value; }).observe({ type: 'layout-shift', buffered: false });
            }
            """);
        // A shift within half a second of a key does not count as one: let it pass.
        await Task.Delay(700, TestContext.Current.CancellationToken);
        var before = await StandingAsync(finance);

        var injects = site.Services.GetRequiredService<ScenarioLibrary>().Find("invoice-at-dawn")!.Scenario.Injects
            .Where(inject => inject.At is > 0 && inject.To.Any(to => to is "company" or "company.finance")).Take(10).ToList();
        injects.Count.ShouldBe(10);
        injects.ShouldContain(inject => inject.Attention == "urgent");
        foreach (var inject in injects)
            await site.SendAsync(drill, new FireInject(inject.Id));
        foreach (var inject in injects)
            await Expect(finance.Row(inject.Subject.In("en", "en")).First).ToBeAttachedAsync();

        (await StandingAsync(finance)).ShouldBe(before);
        (await finance.Page.EvaluateAsync<double>("window.shift")).ShouldBeLessThan(0.02);
        // Urgent news waits as a count until the field is left; then it stands in the slot, and nothing has opened.
        await Expect(finance.Slot).ToContainTextAsync("until you leave the field");
        await finance.Page.Locator("#message-subject").ClickAsync();
        await Expect(finance.Slot.GetByText("Open")).ToBeVisibleAsync();
        await Expect(finance.Page.Locator("#message-subject")).ToContainTextAsync("EXERCISE: it begins");
        (await finance.Page.TitleAsync()).ShouldStartWith("(");
    }

    private static async Task<string> StandingAsync(Visitor visitor) => (await visitor.Page.EvaluateAsync<JsonElement>("""
        () => {
          const field = document.activeElement;
          return { tag: field.tagName, text: field.value, caret: field.selectionStart, message: document.querySelector('.message-body').scrollTop,
                   page: scrollY, open: document.querySelector('#message-subject').textContent };
        }
        """)).ToString();
}
