using System.Net;
using System.Text;
using DocumentFormat.OpenXml.Packaging;
using HanoiAcademy.Drills.Commands;
using HanoiAcademy.Server.Agencies;
using HanoiAcademy.Server.Drills.AfterAction.Papers;
using HanoiAcademy.Server.Tests.Drills.Live;
using HanoiAcademy.Storage.Drills;

namespace HanoiAcademy.Server.Tests.Drills.Papers;

/// <summary>Files for whom the page is, and for nobody else.</summary>
public sealed class PaperFileTests
{
    [Theory]
    [InlineData("docx")]
    [InlineData("xlsx")]
    public async Task Who_reads_the_report_has_it_as_a_file_and_nobody_else(string kind)
    {
        await using var site = LiveSite.Start();
        var agency = await site.MakeAgency();
        var (instructor, trainee) = (await site.SignIn(Role.Instructor, agency), await site.SignIn(Role.Trainee, agency));
        var stranger = await site.SignIn(Role.Administrator, await site.MakeAgency());
        var drill = await site.LaunchSmall(agency, instructor);
        await trainee.Sit(drill, SmallDrill.Analyst);
        await site.Say(drill, new StartExercise());
        var address = $"/drills/{drill.Id}/report.{kind}";
        (await trainee.Get(address)).StatusCode.ShouldBe(HttpStatusCode.NotFound, "it has not ended");
        await site.Say(drill, new EndExercise(), SmallDrill.Director);

        (await trainee.Get(address)).StatusCode.ShouldBe(HttpStatusCode.OK);
        (await stranger.Get(address)).StatusCode.ShouldBe(HttpStatusCode.NotFound);
        (await site.Visit().Get(address)).StatusCode.ShouldBe(HttpStatusCode.Redirect);
        var answer = await instructor.Get(address);
        answer.Content.Headers.ContentDisposition!.ToString().ShouldContain($"report-A-small-drill.{kind}");
        answer.Headers.CacheControl!.Private.ShouldBeTrue();
        var tag = answer.Headers.ETag!.ToString();
        (await instructor.GetWith(address, "If-None-Match", tag)).StatusCode.ShouldBe(HttpStatusCode.NotModified);
        (await instructor.GetWith(address + "?paper=letter", "If-None-Match", tag)).StatusCode.ShouldBe(HttpStatusCode.OK);
        (await trainee.GetWith(address, "If-None-Match", tag)).StatusCode.ShouldBe(HttpStatusCode.OK, "another reader's report is another");
        (await (await instructor.Get($"/drills/{drill.Id}/report")).Content.ReadAsStringAsync()).ShouldContain(address);
    }

    [Fact]
    public async Task The_document_says_no_more_than_the_page_of_its_reader()
    {
        await using var site = LiveSite.Start();
        var agency = await site.MakeAgency();
        var (instructor, trainee) = (await site.SignIn(Role.Instructor, agency), await site.SignIn(Role.Trainee, agency));
        var drill = await site.LaunchSmall(agency, instructor);
        await trainee.Sit(drill, SmallDrill.Analyst);
        await site.Say(drill, new StartExercise());
        await site.Say(drill, new EndExercise(), SmallDrill.Director);
        foreach (var reader in new[] { instructor, trainee })
        {
            var page = new AngleSharp.Html.Parser.HtmlParser().ParseDocument(await (await reader.Get($"/drills/{drill.Id}/report")).Content.ReadAsStringAsync());
            using var file = WordprocessingDocument.Open(new MemoryStream(await (await reader.Get($"/drills/{drill.Id}/report.docx")).Content.ReadAsByteArrayAsync()), isEditable: false);
            var headings = file.MainDocumentPart!.Document.Body!.Elements<DocumentFormat.OpenXml.Wordprocessing.Paragraph>()
                .Where(p => p.ParagraphProperties?.ParagraphStyleId?.Val?.Value?.StartsWith("Heading", StringComparison.Ordinal) == true).Select(p => p.InnerText);
            headings.ShouldBe(page.QuerySelectorAll("article.report h2[id], article.report h3[id], article.report h4[id]").Select(h => h.TextContent));
        }
    }

    [Fact]
    public async Task Where_a_chromium_is_configured_the_report_is_printed_as_pdf_and_elsewhere_there_is_no_such_address()
    {
        await using (var without = LiveSite.Start())
        {
            var (reader, drill) = await Ended(without);
            (await reader.Get($"/drills/{drill.Id}/report.pdf")).StatusCode.ShouldBe(HttpStatusCode.NotFound);
            (await (await reader.Get($"/drills/{drill.Id}/report")).Content.ReadAsStringAsync()).ShouldNotContain("report.pdf");
        }

        await using var site = LiveSite.Start(("Papers:Chromium", PrintTests.Chromium()), ("Papers:ChromiumSandbox", Environment.UserName == "root" ? "false" : "true"));
        var (instructor, ended) = await Ended(site);
        (await (await instructor.Get($"/drills/{ended.Id}/report")).Content.ReadAsStringAsync()).ShouldContain("report.pdf");
        var answer = await instructor.Get($"/drills/{ended.Id}/report.pdf");
        answer.StatusCode.ShouldBe(HttpStatusCode.OK);
        Encoding.ASCII.GetString((await answer.Content.ReadAsByteArrayAsync())[..5]).ShouldBe("%PDF-");
    }

    [Theory]
    [InlineData("Invoice at dawn", "report-Invoice-at-dawn.docx")]
    [InlineData("../../etc/passwd", "report-etc-passwd.docx")]
    [InlineData("CON: a\\b|c*?\u0000.exe ", "report-CON-a-b-c-exe.docx")]
    [InlineData("فاتورة عند الفجر", "report-فاتورة-عند-الفجر.docx")]
    [InlineData("", "report.docx")]
    public void A_file_has_a_name_that_every_system_takes(string title, string name) => PaperName.Of("report", title, "docx").ShouldBe(name);

    private static async Task<(Browser Reader, DrillEntry Drill)> Ended(LiveSite site)
    {
        var agency = await site.MakeAgency();
        var instructor = await site.SignIn(Role.Instructor, agency);
        var drill = await site.LaunchSmall(agency, instructor);
        await site.Say(drill, new StartExercise());
        await site.Say(drill, new EndExercise(), SmallDrill.Director);
        return (instructor, drill);
    }
}
