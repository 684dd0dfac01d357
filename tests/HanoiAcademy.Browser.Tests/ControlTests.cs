using System.Text.RegularExpressions;
using HanoiAcademy.Browser.Tests.Support;
using HanoiAcademy.Content.Scenarios;
using HanoiAcademy.Drills.Commands;
using HanoiAcademy.Server.Agencies;
using Microsoft.Extensions.DependencyInjection;
using static HanoiAcademy.Browser.Tests.Support.Visitor;

namespace HanoiAcademy.Browser.Tests;

public sealed partial class ControlTests(Chromium chromium)
{
    [Fact]
    public async Task Two_controllers_press_the_same_fire_and_one_inject_is_delivered_and_the_other_is_told_who_fired_it()
    {
        await using var site = new AcademySite();
        var instructor = await site.StartAsync();
        var mai = await chromium.VisitAsync(site);
        await mai.SignInAsync(instructor);
        var code = await mai.LaunchAsync("Pressed twice");
        var drill = mai.Page.Url.Split('/')[4];
        var an = await chromium.VisitAsync(site);
        await an.SignInAsync(await site.MakeAccountAsync("second", "Instructor An", Role.Instructor));
        await an.Page.GotoAsync($"/drills/{drill}/control");
        var finance = await chromium.VisitAsync(site);
        await finance.JoinAsync(code, "company.finance.1", "Linh");
        await site.SendAsync(drill, new StartExercise());

        var inject = site.Services.GetRequiredService<ScenarioLibrary>().Find("invoice-at-dawn")!.Scenario.Injects.First(one => one.At > 30 * 60_000 && one.To.Contains("company"));
        var buttons = new[] { mai, an }.Select(one => one.Page.Locator($"tr[data-inject='{inject.Id}'] [data-place='fire.{inject.Id}']")).ToArray();
        foreach (var button in buttons)
            await Expect(button).ToBeEnabledAsync();
        await Task.WhenAll(buttons.Select(button => button.ClickAsync()));

        await Expect(finance.Row(inject.Subject.In("en", "en"))).ToHaveCountAsync(1);
        foreach (var controller in new[] { mai, an })
            await Expect(controller.Page.Locator($"tr[data-inject='{inject.Id}'] .row-status")).ToContainTextAsync("fired it at T+00:");
        // Within the undo window or after it, as the machine has it: the second learns who was first, and nothing more goes out.
        var told = new[] { mai, an }.Select(one => one.Page.GetByTestId("outbox").GetByText(TooLate())).ToArray();
        await await Task.WhenAny(told.Select(one => one.WaitForAsync()));
        (await Task.WhenAll(told.Select(one => one.CountAsync()))).Sum().ShouldBe(1);
    }

    [GeneratedRegex("nothing more was done|it goes out in a moment")]
    private static partial Regex TooLate();
}
