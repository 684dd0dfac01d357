using System.Net;
using HanoiAcademy.Server.Agencies;
using HanoiAcademy.Server.Tests.Site;

namespace HanoiAcademy.Server.Tests.Articles;

public sealed class ArticlePageTests(AcademySite site) : IClassFixture<AcademySite>
{
    [Fact]
    public async Task All_articles_are_listed_with_their_level_and_each_has_its_page()
    {
        var visitor = site.Visit();
        var list = await (await visitor.GetAsync("/articles")).PageAsync();
        list.QuerySelectorAll(".article-list li").Length.ShouldBe(68);
        list.QuerySelectorAll(".article-list .level-d").Length.ShouldBe(38);
        foreach (var number in Enumerable.Range(1, 68))
        {
            var page = await (await visitor.GetAsync($"/articles/{number}")).PageAsync();
            page.QuerySelector("#level")!.TextContent.Length.ShouldBeGreaterThan(60, $"article {number} says in words how far it is verified");
            page.DocumentElement.TextContent.ShouldNotContain("[articles.");
        }

        await (await visitor.GetAsync("/articles/69")).ShouldBeAsync(HttpStatusCode.NotFound);
        await (await visitor.GetAsync("/articles/0")).ShouldBeAsync(HttpStatusCode.NotFound);
    }

    [Fact]
    public async Task An_article_names_its_model_provision_and_the_lessons_on_it()
    {
        var page = await (await site.Visit().GetAsync("/articles/42")).PageAsync();
        page.QuerySelector(".level-d").ShouldNotBeNull();
        page.DocumentElement.TextContent.ShouldContain("Budapest art. 29");
        page.DocumentElement.TextContent.ShouldContain("unverified");
        page.QuerySelector("a[href='/courses/international-cooperation/six-fields']").ShouldNotBeNull();
    }

    [Fact]
    public async Task The_status_is_dated_sourced_and_balanced()
    {
        var page = await (await site.Visit().GetAsync("/articles/status")).PageAsync();
        page.QuerySelector("time")!.GetAttribute("datetime").ShouldBe("2026-11-21");
        page.QuerySelectorAll("tbody tr").Length.ShouldBe(14);
        page.QuerySelectorAll(".two-sides dl").Length.ShouldBe(2);
    }

    [Fact]
    public async Task What_was_left_out_is_listed_for_administrators_only()
    {
        var root = Directory.CreateTempSubdirectory("academy-content-").FullName;
        Directory.CreateDirectory(Path.Combine(root, "courses", "broken"));
        Directory.CreateDirectory(Path.Combine(root, "scenarios"));
        await File.WriteAllTextAsync(Path.Combine(root, "courses", "broken", "course.yaml"), "schema: 1\nid: broken\ntitle: [\n");
        await using var own = new AcademySite { Settings = { ["Content:Root"] = root } };
        var agency = await own.MakeAgencyAsync();
        var page = await (await (await own.SignInAsync(Role.Administrator, agency)).GetAsync("/admin/problems")).PageAsync();
        page.QuerySelector("tbody code")!.TextContent.ShouldStartWith("courses/broken/course.yaml:");
        page.DocumentElement.TextContent.ShouldContain("yaml-syntax");
        await (await (await own.SignInAsync(Role.Instructor, agency)).GetAsync("/admin/problems")).ShouldBeAsync(HttpStatusCode.Forbidden);
        (await (await own.Visit().GetAsync("/courses")).PageAsync()).QuerySelectorAll(".card").ShouldBeEmpty();
        Directory.Delete(root, recursive: true);
    }
}
