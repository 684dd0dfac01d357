using AngleSharp.Html.Parser;
using HanoiAcademy.Content.Rehearsals;

namespace HanoiAcademy.Tests.Scenarios;

public sealed class RehearsalPageTests
{
    private static readonly Lazy<string> Page = new(() =>
    {
        var scenario = ScenarioFolders.ReadWhole();
        var result = new RehearsalResult(scenario, RehearsalRun.Plan(15, 1).Select(r => r.Play(scenario)));
        return RehearsalPage.Of(result, Findings.Of(result));
    });

    [Fact]
    public void It_draws_scores_shares_and_loads_and_says_EXERCISE_above_and_below()
    {
        var document = new HtmlParser().ParseDocument(Page.Value);

        document.QuerySelectorAll(".exercise").Length.ShouldBe(2);
        document.QuerySelectorAll("svg").Length.ShouldBeGreaterThan(20);
        document.QuerySelectorAll("caption").Select(c => c.TextContent).ShouldContain(c => c.StartsWith("Objectives won"));
        document.QuerySelectorAll("svg").ShouldAllBe(s => s.HasAttribute("aria-label"));
        document.QuerySelectorAll("li.look, li.good").Length.ShouldBeGreaterThan(4);
    }

    [Fact]
    public void It_tells_what_became_of_requests_and_of_the_record_before_a_court()
    {
        var document = new HtmlParser().ParseDocument(Page.Value);
        string[] Rows(string caption) => [.. document.QuerySelectorAll("table").Single(t => t.QuerySelector("caption")!.TextContent.StartsWith(caption, StringComparison.Ordinal)).QuerySelectorAll("tbody th").Select(h => h.TextContent)];

        Rows("Requests: how far they came").ShouldContain(row => row.Contains(": sent", StringComparison.Ordinal));
        Rows("Requests: mistakes").ShouldNotBeEmpty();
        Rows("Admitted by a court").ShouldNotBeEmpty();
        Rows("Gaps for which a court rejected").ShouldContain(row => row.Contains("not-filed", StringComparison.Ordinal));
        document.QuerySelectorAll("thead th").Select(h => h.TextContent).ShouldContain("fixed strategies");
    }

    [Fact]
    public void It_needs_nothing_else_and_runs_nothing()
    {
        var document = new HtmlParser().ParseDocument(Page.Value);

        document.QuerySelectorAll("script, link, img, iframe, object").ShouldBeEmpty();
        document.All.SelectMany(e => e.Attributes).ShouldAllBe(a => !a.Name.StartsWith("on") && a.Name != "href" && a.Name != "src");
        Page.Value.ShouldNotContain("url(");
    }

    [Fact]
    public void Names_an_author_wrote_cannot_become_markup()
    {
        var scenario = ScenarioFolders.ReadWhole();
        scenario = scenario with { Title = HanoiAcademy.Drills.Scenarios.Text.Of("en", "<b onclick='x'>Night</b>") };
        var result = new RehearsalResult(scenario, RehearsalRun.Plan(1, 1).Select(r => r.Play(scenario)));

        RehearsalPage.Of(result, Findings.Of(result)).ShouldNotContain("<b ");
    }
}
