using System.Net;
using HanoiAcademy.Server.Agencies;
using HanoiAcademy.Server.Tests.Site;

namespace HanoiAcademy.Server.Tests.Contributions;

/// <summary>A scenario's folder as a ZIP: up, looked at, launched; and by whom not.</summary>
public sealed class FolderTests(AcademySite site) : IClassFixture<AcademySite>
{
    [Fact]
    public async Task An_author_uploads_and_an_instructor_of_the_agency_launches()
    {
        var agency = await site.MakeAgencyAsync();
        var (author, instructor) = (await site.SignInAsync(Role.Author, agency), await site.SignInAsync(Role.Instructor, agency));
        var id = await SmallScenario.ContributeAsync(author);

        var page = await (await author.GetAsync($"/contributions/{id}")).PageAsync();
        page.QuerySelector("h1")!.TextContent.ShouldBe(SmallScenario.Title);
        page.QuerySelector("a[href^='/drills/launch']").ShouldBeNull("an author launches nothing");
        (await (await instructor.GetAsync($"/contributions/{id}")).PageAsync()).QuerySelector($"a[href='/drills/launch?scenario=contribution:{id}']").ShouldNotBeNull();
        (await (await instructor.GetAsync("/drills/launch")).PageAsync()).QuerySelector($"option[value='contribution:{id}']").ShouldNotBeNull();

        var launched = await instructor.PostFormAsync("/drills/launch", new() { ["Input.Scenario"] = $"contribution:{id}" });
        await launched.ShouldBeAsync(HttpStatusCode.Redirect);
        var drill = launched.Headers.Location!.OriginalString.Split('/')[2];
        var summary = await (await instructor.GetAsync($"/api/v1/drills/{drill}")).JsonAsync();
        summary.GetProperty("title").GetString().ShouldBe(SmallScenario.Title);
        await (await instructor.GetAsync($"/drills/{drill}/control")).ShouldBeAsync(HttpStatusCode.OK);
        await (await author.CallAsync(HttpMethod.Post, "/api/v1/drills", new { scenario = $"contribution:{id}" })).ShouldBeAsync(HttpStatusCode.Forbidden);
    }

    [Fact]
    public async Task It_is_there_for_nobody_else()
    {
        var agency = await site.MakeAgencyAsync();
        var id = await SmallScenario.ContributeAsync(await site.SignInAsync(Role.Author, agency));
        var other = await site.MakeAgencyAsync();
        foreach (var stranger in new[] { await site.SignInAsync(Role.Author, other), await site.SignInAsync(Role.Instructor, other), await site.SignInAsync(Role.Administrator, other) })
        {
            await (await stranger.GetAsync($"/contributions/{id}")).ShouldBeAsync(HttpStatusCode.NotFound);
            await (await stranger.GetAsync($"/contributions/{id}/files/folder.zip")).ShouldBeAsync(HttpStatusCode.NotFound);
            foreach (var page in new[] { "/contributions", "/scenarios", "/api/v1/scenarios", "/drills" })
                (await (await stranger.GetAsync(page)).ShouldBeAsync(HttpStatusCode.OK)).ShouldNotContain(SmallScenario.Title);
        }

        foreach (var page in new[] { "/drills/launch", "/exercises" })
            (await (await (await site.SignInAsync(Role.Instructor, other)).GetAsync(page)).ShouldBeAsync(HttpStatusCode.OK)).ShouldNotContain(SmallScenario.Title);
        var launch = await (await site.SignInAsync(Role.Instructor, other)).CallAsync(HttpMethod.Post, "/api/v1/drills", new { scenario = $"contribution:{id}" });
        await launch.ShouldRefuseAsync(HttpStatusCode.UnprocessableEntity, "unknown-scenario");
        await (await (await site.SignInAsync(Role.Trainee, agency)).GetAsync($"/contributions/{id}")).ShouldBeAsync(HttpStatusCode.Forbidden);
    }

    [Fact]
    public async Task With_errors_it_is_kept_says_what_to_mend_and_is_not_launched()
    {
        var agency = await site.MakeAgencyAsync();
        var files = SmallScenario.Files("broken");
        files["injects/010-first-call.md"] = files["injects/010-first-call.md"].Replace("[company]", "[nobody-here]", StringComparison.Ordinal);
        var instructor = await site.SignInAsync(Role.Instructor, agency);
        var id = await SmallScenario.ContributeAsync(instructor, files);

        (await (await instructor.GetAsync($"/contributions/{id}")).PageAsync()).QuerySelector("#errors + .problems")!.TextContent.ShouldContain("nobody-here");
        var launch = await instructor.CallAsync(HttpMethod.Post, "/api/v1/drills", new { scenario = $"contribution:{id}" });
        await launch.ShouldRefuseAsync(HttpStatusCode.Conflict, "contribution-has-errors");
        (await (await instructor.GetAsync("/drills/launch")).PageAsync()).QuerySelector($"option[value='contribution:{id}']").ShouldBeNull();
    }

    [Fact]
    public async Task It_is_launched_for_its_own_agency_and_for_no_other_that_is_named()
    {
        var agency = await site.MakeAgencyAsync();
        var instructor = await site.SignInAsync(Role.Instructor, agency);
        var scenario = $"contribution:{await SmallScenario.ContributeAsync(instructor)}";
        var other = (await site.MakeAgencyAsync()).Slug;
        await (await instructor.CallAsync(HttpMethod.Post, "/api/v1/drills", new { scenario, agency = other })).ShouldRefuseAsync(HttpStatusCode.Conflict, "contribution-of-another-agency");
        (await (await instructor.PostFormAsync("/drills/launch", new() { ["Input.Scenario"] = scenario, ["Input.Agency"] = other })).PageAsync(HttpStatusCode.UnprocessableEntity))
            .QuerySelector("[role=alert]")!.TextContent.ShouldContain("the agency that wrote it");
        await (await instructor.CallAsync(HttpMethod.Post, "/api/v1/drills", new { scenario, agency = agency.Slug })).JsonAsync(HttpStatusCode.Created);
    }

    [Fact]
    public async Task One_that_has_the_id_of_a_scenario_of_the_library_is_not_mixed_up_with_it()
    {
        const string Library = "invoice-at-dawn";
        var agency = await site.MakeAgencyAsync();
        var instructor = await site.SignInAsync(Role.Instructor, agency);
        var id = await SmallScenario.ContributeAsync(instructor, SmallScenario.Files(Library));
        var launched = await instructor.CallAsync(HttpMethod.Post, "/api/v1/drills", new { scenario = $"contribution:{id}", keepClosed = true });
        (await launched.JsonAsync(HttpStatusCode.Created)).GetProperty("title").GetString().ShouldBe(SmallScenario.Title);

        // The library's stays open to strangers although a drill of the other keeps its own closed.
        await (await site.Visit().GetAsync($"/scenarios/{Library}")).ShouldBeAsync(HttpStatusCode.OK);
    }

    [Fact]
    public async Task What_is_no_archive_is_refused_with_a_sentence_and_nothing_is_kept()
    {
        var author = await site.SignInAsync(Role.Author, await site.MakeAgencyAsync());
        foreach (var (file, name) in new[] { ("%PDF-1.7 not what its name says"u8.ToArray(), "drill.zip"), (SmallScenario.Zip()[..200], "cut.zip"), ([], "empty.zip") })
        {
            var page = await (await author.SendFileAsync("/contributions/upload", file, name)).PageAsync(HttpStatusCode.UnprocessableEntity);
            page.QuerySelector("[role=alert]")!.TextContent.Trim().ShouldNotBeEmpty();
        }

        (await (await author.GetAsync("/contributions")).PageAsync()).QuerySelectorAll(".card").ShouldBeEmpty();
    }
}
