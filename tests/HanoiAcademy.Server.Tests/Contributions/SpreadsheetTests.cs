using System.IO.Compression;
using System.Net;
using System.Text;
using HanoiAcademy.Server.Agencies;
using HanoiAcademy.Server.Tests.Site;
using HanoiAcademy.Storage.Contributions;
using Microsoft.Extensions.DependencyInjection;

namespace HanoiAcademy.Server.Tests.Contributions;

/// <summary>Tables and workbooks through the pages: mapped, kept with their loss report, merged by choice, refused in words.</summary>
public sealed class SpreadsheetTests(AcademySite site) : IClassFixture<AcademySite>
{
    private const string Table = "No,Time,Event,To,Message,Expected action,Remarks\n1,00:00,First call,Bank,Somebody calls.,Calls back,x\n2,whenever,Second call,Bank,Somebody calls again.,Calls back,y\n";

    [Fact]
    public async Task A_table_is_mapped_kept_and_says_what_became_of_it_and_a_row_without_a_time_is_held_back()
    {
        var author = await site.SignInAsync(Role.Author, await site.MakeAgencyAsync());
        var upload = await UploadAsync(author, "/contributions/upload", Encoding.UTF8.GetBytes(Table), "drill.csv");
        var page = await (await author.GetAsync(upload)).PageAsync();
        (await (await author.GetAsync("/contributions")).PageAsync()).QuerySelector($"a[href='{upload}']").ShouldNotBeNull("whoever was called away finds it again");
        page.QuerySelectorAll(".mapper select").Length.ShouldBe(7);
        page.QuerySelectorAll("#preview ~ .table-wrap tbody tr").Length.ShouldBe(2);
        page.QuerySelectorAll("#preview ~ .table-wrap .badge-watch").ShouldHaveSingleItem();

        var fields = SampleTests.Fields(page);
        fields["title"] = "Cuộc gọi đầu tiên";
        await (await author.PostFormAsync($"{upload}?handler=Look", fields, upload)).ShouldBeAsync(HttpStatusCode.Redirect);
        (await (await author.GetAsync(upload)).PageAsync()).QuerySelector("#title")!.GetAttribute("value").ShouldBe("Cuộc gọi đầu tiên");
        var kept = await author.PostFormAsync($"{upload}?handler=Keep", fields, upload);
        await kept.ShouldBeAsync(HttpStatusCode.Redirect);
        var one = await (await author.GetAsync(kept.Headers.Location!.OriginalString)).PageAsync();
        one.QuerySelector("h1")!.TextContent.ShouldBe("Cuộc gọi đầu tiên");
        one.QuerySelector("#loss ~ details")!.TextContent.ShouldNotBeEmpty();
        await (await author.PostFormAsync($"{upload}?handler=Keep", fields, "/contributions/upload")).ShouldBeAsync(HttpStatusCode.NotFound);
    }

    [Fact]
    public async Task A_saved_template_reads_the_next_file_with_its_columns_elsewhere_and_is_the_agencys_alone()
    {
        var agency = await site.MakeAgencyAsync();
        var author = await site.SignInAsync(Role.Author, agency);
        var upload = await UploadAsync(author, "/contributions/upload", Encoding.UTF8.GetBytes(Table), "drill.csv");
        var fields = SampleTests.Fields(await (await author.GetAsync(upload)).PageAsync());
        fields["sheet-0-column-6"] = "objective";
        fields["name"] = "Our remarks are objectives";
        await (await author.PostFormAsync($"{upload}?handler=SaveTemplate", fields, upload)).ShouldBeAsync(HttpStatusCode.Redirect);

        var colleague = await site.SignInAsync(Role.Author, agency);
        var next = await UploadAsync(colleague, "/contributions/upload", Encoding.UTF8.GetBytes("Remarks,Time,Event,To,Message\nz,00:05,Third call,Bank,Again.\n"), "next.csv");
        var page = await (await colleague.GetAsync(next)).PageAsync();
        var template = page.QuerySelector("#template option")!.GetAttribute("value")!;
        var typed = SampleTests.Fields(page);
        (typed["template"], typed["title"], typed["id"], typed["language"], typed["start"]) = (template, "Typed before", "typed-before", "vi", "2027-03-02T09:00");
        await (await colleague.PostFormAsync($"{next}?handler=Template", typed, next)).ShouldBeAsync(HttpStatusCode.Redirect);
        var fitted = SampleTests.Fields(await (await colleague.GetAsync(next)).PageAsync());
        (fitted["title"], fitted["id"], fitted["language"], fitted["start"]).ShouldBe(("Typed before", "typed-before", "vi", "2027-03-02T09:00"));
        (await (await colleague.GetAsync(next)).PageAsync()).QuerySelector("#sheet-0-column-0 option[selected]")!.GetAttribute("value").ShouldBe("objective");

        var stranger = await site.SignInAsync(Role.Author, await site.MakeAgencyAsync());
        (await (await stranger.GetAsync("/contributions/templates")).ShouldBeAsync(HttpStatusCode.OK)).ShouldNotContain("Our remarks");
        var rename = new Dictionary<string, string> { ["agency"] = agency.Slug, ["id"] = template, ["name"] = "Renamed" };
        await (await stranger.PostFormAsync("/contributions/templates?handler=Rename", rename, "/contributions/upload")).ShouldBeAsync(HttpStatusCode.NotFound);
        await (await colleague.PostFormAsync("/contributions/templates?handler=Rename", rename, "/contributions/templates")).ShouldBeAsync(HttpStatusCode.Redirect);
        (await (await author.GetAsync("/contributions/templates")).ShouldBeAsync(HttpStatusCode.OK)).ShouldContain("Renamed");
        await (await author.PostFormAsync("/contributions/templates?handler=Delete", rename, "/contributions/templates")).ShouldBeAsync(HttpStatusCode.Redirect);
    }

    [Fact]
    public async Task A_file_without_columns_is_saved_as_no_template()
    {
        var author = await site.SignInAsync(Role.Author, await site.MakeAgencyAsync());
        var workbook = await (await author.GetAsync("/contributions/workbook.en.xlsx")).Content.ReadAsByteArrayAsync();
        var upload = await UploadAsync(author, "/contributions/upload", workbook, "academy-en.xlsx");
        var refused = await (await author.PostFormAsync($"{upload}?handler=SaveTemplate", new() { ["name"] = "Nothing" }, upload)).PageAsync(HttpStatusCode.UnprocessableEntity);
        refused.QuerySelector("[role=alert]")!.TextContent.ShouldContain("no columns");
        (await (await author.GetAsync("/contributions/templates")).ShouldBeAsync(HttpStatusCode.OK)).ShouldNotContain("Nothing");
    }

    [Fact]
    public async Task The_language_is_chosen_by_its_name_and_a_code_that_is_not_in_the_list_stays()
    {
        var author = await site.SignInAsync(Role.Author, await site.MakeAgencyAsync());
        var upload = await UploadAsync(author, "/contributions/upload", Encoding.UTF8.GetBytes(Table), "drill.csv");
        var page = await (await author.GetAsync(upload)).PageAsync();
        page.QuerySelectorAll("#language option").Take(3).Select(option => option.GetAttribute("value")).ShouldBe(["en", "vi", "fr"]);
        page.QuerySelector("#language option[value=vi]")!.TextContent.ShouldBe("Tiếng Việt");
        var fields = SampleTests.Fields(page);
        fields["language"] = "tlh";
        await (await author.PostFormAsync($"{upload}?handler=Look", fields, upload)).ShouldBeAsync(HttpStatusCode.Redirect);
        SampleTests.Fields(await (await author.GetAsync(upload)).PageAsync())["language"].ShouldBe("tlh");
    }

    [Fact]
    public async Task Whoever_writes_finds_the_way_from_where_scenarios_are_listed_and_launched()
    {
        var agency = await site.MakeAgencyAsync();
        (await (await (await site.SignInAsync(Role.Author, agency)).GetAsync("/scenarios")).PageAsync()).QuerySelector("main a[href='/contributions/upload']").ShouldNotBeNull();
        (await (await (await site.SignInAsync(Role.Trainee, agency)).GetAsync("/scenarios")).PageAsync()).QuerySelector("main a[href='/contributions/upload']").ShouldBeNull();
        (await (await (await site.SignInAsync(Role.Instructor, agency)).GetAsync("/drills/launch")).PageAsync()).QuerySelector("main a[href='/contributions/upload']").ShouldNotBeNull();
    }

    [Fact]
    public async Task Our_workbook_comes_back_as_a_choice_of_changes()
    {
        var person = await site.MakeAccountAsync(Role.Author, await site.MakeAgencyAsync());
        var author = await site.SignInAsync(person);
        var id = await SmallScenario.ContributeAsync(author);
        var workbook = await (await author.GetAsync($"/contributions/{id}/files/workbook.en.xlsx")).Content.ReadAsByteArrayAsync();
        var same = await VersionTests.UploadAsync(author, id, workbook, "letters.xlsx");
        (await (await author.GetAsync(same)).PageAsync()).QuerySelectorAll(".merge li").ShouldBeEmpty();

        var upload = await VersionTests.UploadAsync(author, id, Changed(workbook, "A first call", "Another first call"), "letters.xlsx");
        var page = await (await author.GetAsync(upload)).PageAsync();
        page.QuerySelector(".merge")!.TextContent.ShouldContain("Another first call");
        page.QuerySelector(".merge")!.TextContent.ShouldContain("row ");
        var bogus = SampleTests.Fields(page);
        bogus["take"] = "inject:there-is-none:subject";
        await (await author.PostFormAsync($"{upload}?handler=Look", bogus, upload)).ShouldBeAsync(HttpStatusCode.Redirect);
        (await site.Services.GetRequiredService<IUploads>().Get(upload.Split('/')[^1], person.Id, TestContext.Current.CancellationToken))!.Choices.ShouldNotContain("there-is-none");
        await (await author.PostFormAsync($"{upload}?handler=Keep", SampleTests.Fields(page), upload)).ShouldBeAsync(HttpStatusCode.Redirect);
        using var zip = new ZipArchive(await (await author.GetAsync($"/contributions/{id}/files/folder.zip")).Content.ReadAsStreamAsync());
        using var inject = new StreamReader(zip.GetEntry("injects/010-first-call.md")!.Open());
        (await inject.ReadToEndAsync(TestContext.Current.CancellationToken)).ShouldContain("subject: Another first call");
        (await author.GetAsync($"/contributions/{id}/files/msel.fr.xlsx")).StatusCode.ShouldBe(HttpStatusCode.OK);
    }

    [Fact]
    public async Task Another_tools_file_onto_a_contribution_says_that_it_takes_the_place_of_all()
    {
        var author = await site.SignInAsync(Role.Author, await site.MakeAgencyAsync());
        var id = await SmallScenario.ContributeAsync(author);
        var upload = await VersionTests.UploadAsync(author, id, Encoding.UTF8.GetBytes(Table), "drill.csv");
        var page = await (await author.GetAsync(upload)).PageAsync();
        page.QuerySelector(".notice-warn")!.TextContent.ShouldContain(SmallScenario.Title);
        page.QuerySelector(".changes")!.TextContent.ShouldContain("injects/010-first-call.md");
        await (await author.PostFormAsync($"{upload}?handler=Forget", [], upload)).ShouldBeAsync(HttpStatusCode.Redirect);
        await (await author.GetAsync(upload)).ShouldBeAsync(HttpStatusCode.NotFound);
    }

    [Fact]
    public async Task A_bomb_a_hostile_name_and_a_flood_are_refused_and_nothing_is_kept()
    {
        var author = await site.SignInAsync(Role.Author, await site.MakeAgencyAsync());
        var bomb = SmallScenario.Files();
        bomb["injects/bomb.md"] = new string('0', 3_000_000);
        var climbing = SmallScenario.Files();
        climbing["../../etc/passwd"] = "x";
        foreach (var file in new[] { SmallScenario.Zip(bomb), SmallScenario.Zip(climbing), "%PDF-1.7"u8.ToArray() })
        {
            var refused = await (await author.SendFileAsync("/contributions/upload", file, "‮xslx.exe/../drill.xlsx")).PageAsync(HttpStatusCode.UnprocessableEntity);
            refused.QuerySelectorAll(".problems li").ShouldNotBeEmpty();
        }

        await (await author.SendFileAsync("/contributions/upload", new byte[13 * 1024 * 1024], "large.xlsx")).ShouldBeAsync(HttpStatusCode.RequestEntityTooLarge);
        (await (await author.GetAsync("/contributions")).PageAsync()).QuerySelectorAll(".card").ShouldBeEmpty();
    }

    private static async Task<string> UploadAsync(Visitor author, string address, byte[] file, string name)
    {
        var sent = await author.SendFileAsync(address, file, name);
        await sent.ShouldBeAsync(HttpStatusCode.Redirect);
        return sent.Headers.Location!.OriginalString;
    }

    /// <summary>As a spreadsheet program would save it: the cell alone says something else, not what the workbook remembers of its export.</summary>
    private static byte[] Changed(byte[] workbook, string from, string to)
    {
        using var bytes = new MemoryStream();
        bytes.Write(workbook);
        using (var zip = new ZipArchive(bytes, ZipArchiveMode.Update, leaveOpen: true))
        {
            foreach (var entry in zip.Entries.Where(entry => entry.FullName.StartsWith("xl/", StringComparison.Ordinal) && entry.FullName.EndsWith(".xml", StringComparison.Ordinal)).OrderBy(entry => entry.FullName, StringComparer.Ordinal))
            {
                string text;
                using (var reader = new StreamReader(entry.Open()))
                    text = reader.ReadToEnd();
                if (!text.Contains($">{from}<", StringComparison.Ordinal))
                    continue;
                using var stream = entry.Open();
                stream.SetLength(0);
                stream.Write(Encoding.UTF8.GetBytes(text.Replace($">{from}<", $">{to}<", StringComparison.Ordinal)));
                break;
            }
        }

        return bytes.ToArray();
    }
}
