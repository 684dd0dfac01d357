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
        await (await author.PostFormAsync($"/contributions/{id}?handler=Rehearse", [], $"/contributions/{id}")).ShouldBeAsync(HttpStatusCode.Redirect);

        var rehearsals = site.Services.GetRequiredService<IRehearsals>();
        await Eventually(async () => (await rehearsals.Of(id, 1))?.Status == RehearsalStatus.Done);
        var page = await (await author.GetAsync($"/contributions/{id}")).PageAsync();
        page.QuerySelectorAll(".findings li").ShouldNotBeEmpty();
        var drawn = await author.GetAsync($"/contributions/{id}/files/rehearsal.html");
        (await drawn.ShouldBeAsync(HttpStatusCode.OK)).ShouldContain(SmallScenario.Title);
        drawn.Content.Headers.ContentDisposition!.DispositionType.ShouldBe("attachment");
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
