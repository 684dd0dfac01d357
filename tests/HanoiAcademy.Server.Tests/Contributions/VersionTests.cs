using System.IO.Compression;
using System.Net;
using HanoiAcademy.Server.Agencies;
using HanoiAcademy.Server.Tests.Site;

namespace HanoiAcademy.Server.Tests.Contributions;

/// <summary>A contribution over time: nothing is written over, everybody sees who did what.</summary>
public sealed class VersionTests(AcademySite site) : IClassFixture<AcademySite>
{
    [Fact]
    public async Task A_changed_folder_shows_what_it_changes_before_it_becomes_the_next_version()
    {
        var author = await site.SignInAsync(Role.Author, await site.MakeAgencyAsync());
        var id = await SmallScenario.ContributeAsync(author);
        var upload = await UploadAsync(author, id, Changed());

        var page = await (await author.GetAsync(upload)).PageAsync();
        page.QuerySelector(".changes")!.TextContent.ShouldContain("injects/020-second-call.md");
        page.QuerySelector(".changes")!.TextContent.ShouldNotContain("scenario.yaml");
        (await (await author.GetAsync($"/contributions/{id}")).PageAsync()).QuerySelectorAll("#versions + ul > li").Length.ShouldBe(1, "nothing is kept yet");

        await (await author.PostFormAsync($"{upload}?handler=Keep", [], upload)).ShouldBeAsync(HttpStatusCode.Redirect);
        var after = await (await author.GetAsync($"/contributions/{id}")).PageAsync();
        after.QuerySelectorAll("#versions + ul > li").Length.ShouldBe(2);
        after.QuerySelector("#versions + ul > li")!.TextContent.ShouldContain("letters.zip");
        await (await author.GetAsync(upload)).ShouldBeAsync(HttpStatusCode.NotFound);
    }

    [Fact]
    public async Task Of_two_authors_who_upload_at_once_the_second_is_told_and_loses_nothing()
    {
        var agency = await site.MakeAgencyAsync();
        var (first, second) = (await site.SignInAsync(Role.Author, agency), await site.SignInAsync(Role.Author, agency));
        var id = await SmallScenario.ContributeAsync(first);
        var (mine, theirs) = (await UploadAsync(first, id, Changed()), await UploadAsync(second, id, Changed()));

        await (await first.GetAsync(theirs)).ShouldBeAsync(HttpStatusCode.NotFound);
        await (await first.PostFormAsync($"{mine}?handler=Keep", [], mine)).ShouldBeAsync(HttpStatusCode.Redirect);
        var refused = await (await second.PostFormAsync($"{theirs}?handler=Keep", [], theirs)).PageAsync(HttpStatusCode.UnprocessableEntity);
        refused.QuerySelector("[role=alert]")!.TextContent.ShouldContain("Somebody else");
        (await (await second.GetAsync($"/contributions/{id}")).PageAsync()).QuerySelectorAll("#versions + ul > li").Length.ShouldBe(2);
    }

    [Fact]
    public async Task An_earlier_version_comes_back_as_a_new_one_and_each_can_be_taken_away()
    {
        var author = await site.SignInAsync(Role.Author, await site.MakeAgencyAsync());
        var id = await SmallScenario.ContributeAsync(author);
        var upload = await UploadAsync(author, id, Changed());
        await author.PostFormAsync($"{upload}?handler=Keep", [], upload);

        var restore = await author.PostFormAsync($"/contributions/{id}?handler=Restore", new() { ["number"] = "1", ["seen"] = "2" }, $"/contributions/{id}");
        await restore.ShouldBeAsync(HttpStatusCode.Redirect);
        (await FilesAsync(author, $"/contributions/{id}/files/folder.zip")).ShouldBe(SmallScenario.Files().Keys.Order());
        (await FilesAsync(author, $"/contributions/{id}/files/folder.zip?version=2")).ShouldContain("injects/020-second-call.md");
        var late = await author.PostFormAsync($"/contributions/{id}?handler=Restore", new() { ["number"] = "1", ["seen"] = "2" }, $"/contributions/{id}");
        await late.ShouldBeAsync(HttpStatusCode.Conflict);
    }

    [Fact]
    public async Task A_drill_that_was_launched_outlives_the_contribution()
    {
        var instructor = await site.SignInAsync(Role.Instructor, await site.MakeAgencyAsync());
        var id = await SmallScenario.ContributeAsync(instructor);
        var drill = (await (await instructor.CallAsync(HttpMethod.Post, "/api/v1/drills", new { scenario = $"contribution:{id}" })).JsonAsync(HttpStatusCode.Created)).GetProperty("id").GetString();

        await (await instructor.PostFormAsync($"/contributions/{id}/delete", new() { ["sure"] = "false" })).ShouldBeAsync(HttpStatusCode.Redirect);
        await (await instructor.GetAsync($"/contributions/{id}")).ShouldBeAsync(HttpStatusCode.OK);
        await (await instructor.PostFormAsync($"/contributions/{id}/delete", new() { ["sure"] = "true" })).ShouldBeAsync(HttpStatusCode.Redirect);
        await (await instructor.GetAsync($"/contributions/{id}")).ShouldBeAsync(HttpStatusCode.NotFound);
        await (await instructor.GetAsync($"/drills/{drill}/control")).ShouldBeAsync(HttpStatusCode.OK);
        await (await instructor.CallAsync(HttpMethod.Post, "/api/v1/drills", new { scenario = $"contribution:{id}" })).ShouldRefuseAsync(HttpStatusCode.UnprocessableEntity, "unknown-scenario");
    }

    [Fact]
    public async Task What_became_of_an_earlier_versions_file_stays_readable()
    {
        var author = await site.SignInAsync(Role.Author, await site.MakeAgencyAsync());
        var sent = await author.SendFileAsync("/contributions/upload", "No,Time,Event,To,Remarks\n1,00:00,First call,Bank,x\n"u8.ToArray(), "drill.csv");
        var waiting = sent.Headers.Location!.OriginalString;
        var kept = await author.PostFormAsync($"{waiting}?handler=Keep", SampleTests.Fields(await (await author.GetAsync(waiting)).PageAsync()), waiting);
        var contribution = kept.Headers.Location!.OriginalString;
        var upload = await UploadAsync(author, contribution.Split('/')[^1], Changed());
        await (await author.PostFormAsync($"{upload}?handler=Keep", [], upload)).ShouldBeAsync(HttpStatusCode.Redirect);

        var links = (await (await author.GetAsync(contribution)).PageAsync()).QuerySelectorAll("#versions + ul a[href*='/versions/']").Select(link => link.GetAttribute("href"));
        links.ShouldBe([$"{contribution}/versions/2", $"{contribution}/versions/1"]);
        var first = await (await author.GetAsync($"{contribution}/versions/1")).PageAsync();
        first.QuerySelector("#loss ~ details")!.TextContent.ShouldNotBeEmpty();
        (await (await author.GetAsync($"{contribution}/versions/2")).PageAsync()).QuerySelectorAll("#loss ~ details").ShouldBeEmpty();
        await (await author.GetAsync($"{contribution}/versions/3")).ShouldBeAsync(HttpStatusCode.NotFound);
    }

    [Fact]
    public async Task It_is_renamed_within_bounds()
    {
        var author = await site.SignInAsync(Role.Author, await site.MakeAgencyAsync());
        var id = await SmallScenario.ContributeAsync(author);
        await (await author.PostFormAsync($"/contributions/{id}?handler=Rename", new() { ["title"] = "Thư từ Norvia <b>" }, $"/contributions/{id}")).ShouldBeAsync(HttpStatusCode.Redirect);
        (await (await author.GetAsync($"/contributions/{id}")).PageAsync()).QuerySelector("h1")!.TextContent.ShouldBe("Thư từ Norvia <b>");
        await (await author.PostFormAsync($"/contributions/{id}?handler=Rename", new() { ["title"] = new string('x', 121) }, $"/contributions/{id}")).ShouldBeAsync(HttpStatusCode.Conflict);
    }

    internal static async Task<string> UploadAsync(Visitor author, string id, byte[] file, string name = "letters.zip")
    {
        var sent = await author.SendFileAsync($"/contributions/{id}/upload", file, name);
        await sent.ShouldBeAsync(HttpStatusCode.Redirect);
        return sent.Headers.Location!.OriginalString;
    }

    private static byte[] Changed()
    {
        var files = SmallScenario.Files();
        files["injects/020-second-call.md"] = files["injects/010-first-call.md"].Replace("at: 0m", "at: 5m", StringComparison.Ordinal);
        return SmallScenario.Zip(files);
    }

    private static async Task<IEnumerable<string>> FilesAsync(Visitor author, string address)
    {
        var answer = await author.GetAsync(address);
        answer.StatusCode.ShouldBe(HttpStatusCode.OK);
        using var zip = new ZipArchive(new MemoryStream(await answer.Content.ReadAsByteArrayAsync()));
        return [.. zip.Entries.Select(entry => entry.FullName).Order()];
    }
}
