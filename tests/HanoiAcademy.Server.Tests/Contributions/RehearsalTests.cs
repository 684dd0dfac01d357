using System.Net;
using HanoiAcademy.Server.Agencies;
using HanoiAcademy.Server.Tests.Site;
using HanoiAcademy.Storage.Contributions;
using Microsoft.Extensions.DependencyInjection;

namespace HanoiAcademy.Server.Tests.Contributions;

/// <summary>Simulated players play a contribution in the background, and sentences say what they found.</summary>
public sealed class RehearsalTests(RehearsalTests.QuickSite site) : IClassFixture<RehearsalTests.QuickSite>
{
    public sealed class QuickSite : AcademySite
    {
        public QuickSite() => Settings["Contributions:RehearsalRuns"] = "12";
    }

    [Fact]
    public async Task Its_sentences_are_kept_with_the_version_and_its_drawings_are_a_page_to_keep()
    {
        var author = await site.SignInAsync(Role.Author, await site.MakeAgencyAsync());
        var id = await SmallScenario.ContributeAsync(author);
        var asked = await author.PostFormAsync($"/contributions/{id}?handler=Rehearse", [], $"/contributions/{id}");
        await asked.ShouldBeAsync(HttpStatusCode.Redirect);
        asked.Headers.Location!.OriginalString.ShouldBe($"/contributions/{id}/versions/1");
        (await author.GetAsync($"/contributions/{id}")).Headers.Contains("Refresh").ShouldBeFalse("a name may be half typed there");

        var rehearsals = site.Services.GetRequiredService<IRehearsals>();
        await Eventually(async () => (await rehearsals.Of(id, 1))?.Status == RehearsalStatus.Done);
        var page = await (await author.GetAsync($"/contributions/{id}")).PageAsync();
        page.QuerySelectorAll(".findings li").ShouldNotBeEmpty();
        var version = await author.GetAsync($"/contributions/{id}/versions/1");
        version.Headers.Contains("Refresh").ShouldBeFalse("it is done");
        (await version.PageAsync()).QuerySelectorAll(".findings li").ShouldNotBeEmpty();
        var drawn = await author.GetAsync($"/contributions/{id}/files/rehearsal.html");
        (await drawn.ShouldBeAsync(HttpStatusCode.OK)).ShouldContain(SmallScenario.Title);
        drawn.Content.Headers.ContentDisposition!.DispositionType.ShouldBe("attachment");
    }

    [Fact]
    public async Task The_versions_page_looks_again_by_itself_while_it_is_played_and_nothing_is_typed_there()
    {
        var author = await site.SignInAsync(Role.Author, await site.MakeAgencyAsync());
        var id = await SmallScenario.ContributeAsync(author);
        var now = DateTimeOffset.UtcNow;
        // Some node plays it, and has just said so: nobody else takes it.
        var rehearsals = site.Services.GetRequiredService<IRehearsals>();
        await rehearsals.Ask(new KeptRehearsal { ContributionId = id, Number = 1, Status = RehearsalStatus.Running, Runs = 12, Played = 5, AskedWall = now, SeenWall = now.AddHours(1) });

        var version = await author.GetAsync($"/contributions/{id}/versions/1");
        version.Headers.GetValues("Refresh").ShouldBe(["3"]);
        (await version.PageAsync()).QuerySelectorAll("main input:not([type=hidden]), main textarea, main select").ShouldBeEmpty();
        var one = await author.GetAsync($"/contributions/{id}");
        one.Headers.Contains("Refresh").ShouldBeFalse();
        (await one.PageAsync()).QuerySelector($"#rehearsal ~ p a[href='/contributions/{id}/versions/1']").ShouldNotBeNull();
    }

    [Fact]
    public async Task What_has_errors_is_not_played_and_says_so()
    {
        var files = SmallScenario.Files();
        files["injects/010-first-call.md"] = "no head";
        var author = await site.SignInAsync(Role.Author, await site.MakeAgencyAsync());
        var id = await SmallScenario.ContributeAsync(author, files);
        (await (await author.GetAsync($"/contributions/{id}")).PageAsync()).QuerySelector("form[action*=Rehearse]").ShouldBeNull();

        await author.PostFormAsync($"/contributions/{id}?handler=Rehearse", [], $"/contributions/{id}");
        await Eventually(async () => (await site.Services.GetRequiredService<IRehearsals>().Of(id, 1))?.Status == RehearsalStatus.Failed);
        (await (await author.GetAsync($"/contributions/{id}")).PageAsync()).QuerySelector(".findings")!.TextContent.ShouldContain("errors");
    }

    /// <summary>The runner pushes to nobody: it is looked for until it is there.</summary>
    private static async Task Eventually(Func<Task<bool>> isSo)
    {
        using var limit = CancellationTokenSource.CreateLinkedTokenSource(TestContext.Current.CancellationToken);
        limit.CancelAfter(TimeSpan.FromSeconds(60));
        while (!await isSo())
            await Task.Delay(50, limit.Token);
    }
}
