using System.Text;
using DocumentFormat.OpenXml;
using DocumentFormat.OpenXml.Packaging;
using DocumentFormat.OpenXml.Validation;
using DocumentFormat.OpenXml.Wordprocessing;
using HanoiAcademy.Server.Drills.AfterAction.Document;
using HanoiAcademy.Server.Drills.AfterAction.Papers;
using HanoiAcademy.Server.Drills.AfterAction.Papers.Word;
using Run = HanoiAcademy.Server.Drills.AfterAction.Document.Run;

namespace HanoiAcademy.Server.Tests.Drills.Papers;

public sealed class WordTests
{
    private static readonly Uri Site = new("https://academy.example/");

    [Theory]
    [InlineData(false, "a4")]
    [InlineData(false, "letter")]
    [InlineData(true, "a4")]
    public void A_report_is_a_valid_file_with_real_headings_contents_and_the_word_exercise_on_every_page(bool isRightToLeft, string paper)
    {
        var bytes = Write(SampleReport.Small(isRightToLeft), paper);
        Keep($"sample-{(isRightToLeft ? "rtl-" : "")}{paper}.docx", bytes);
        using var file = Open(bytes);
        Errors(file).ShouldBeEmpty();
        var main = file.MainDocumentPart!;
        main.Document.Body!.Elements<Paragraph>().Count(p => p.ParagraphProperties?.ParagraphStyleId?.Val?.Value == "Heading1").ShouldBe(2);
        main.Document.Descendants<FieldCode>().ShouldHaveSingleItem().Text.ShouldContain("TOC");
        var banner = isRightToLeft ? "تمرين" : "EXERCISE";
        main.HeaderParts.ShouldHaveSingleItem().Header.InnerText.ShouldContain(banner);
        main.FooterParts.ShouldHaveSingleItem().Footer.Descendants<SimpleField>().Select(f => f.Instruction!.Value).ShouldBe(["PAGE", "NUMPAGES"]);
        main.Document.Descendants<PageSize>().ShouldHaveSingleItem().Width!.Value.ShouldBe(paper == "letter" ? 12_240u : 11_906u);
        main.ChartParts.Count().ShouldBe(2);
        foreach (var table in main.Document.Descendants<Table>())
            table.Descendants<TableHeader>().Count().ShouldBe(1, "a table says its headings again on every page");
        main.Document.Descendants<BiDiVisual>().Any().ShouldBe(isRightToLeft);
        file.PackageProperties.Language.ShouldBe(isRightToLeft ? "ar" : "en");
    }

    [Theory]
    [InlineData("invoice-at-dawn-2", "en", null)]
    [InlineData("invoice-at-dawn-2", "en", "bank")]
    [InlineData("desk-24-7-1", "vi", null)]
    public void The_kept_drills_are_valid_files(string log, string language, string? team)
    {
        var bytes = Write(AfterAction.DocumentTests.Document(log, language, team));
        Keep($"{log}-{language}-{team}.docx", bytes);
        using var file = Open(bytes);
        Errors(file).ShouldBeEmpty();
    }

    [Fact]
    public void Links_lead_into_the_document_and_to_the_site_and_nowhere_else()
    {
        var report = SampleReport.Small() with
        {
            Blocks = [new HeadingBlock(1, "Part", "part"), new ParagraphBlock([new Run("a", "#part"), new Run("b", "#nothing"), new Run("c", "/courses/x"), new Run("d", "//evil.example/"), new Run("e", "javascript:alert(1)"), new Run("f", "/\\evil.example")])],
        };
        using var file = Open(Write(report));
        Errors(file).ShouldBeEmpty();
        file.MainDocumentPart!.HyperlinkRelationships.Select(link => link.Uri.OriginalString).ShouldBe(["https://academy.example/courses/x"]);
        var paragraph = file.MainDocumentPart.Document.Body!.Elements<Paragraph>().Last();
        paragraph.Elements<Hyperlink>().Select(link => link.InnerText).ShouldBe(["a", "c"]);
        paragraph.InnerText.ShouldBe("abcdef");
    }

    [Fact]
    public void Whatever_somebody_wrote_the_file_stays_a_file_and_turns_nothing_but_itself()
    {
        var report = SampleReport.Small(written: SampleReport.Hostile) with { Title = SampleReport.Hostile };
        using var file = Open(Write(report));
        Errors(file).ShouldBeEmpty();
        var text = file.MainDocumentPart!.Document.InnerText;
        text.ShouldContain("_x0007_ <w:p>&amp;]]>");
        text.ShouldNotContain('\u202E');
        text.ShouldNotContain('\u0007');
    }

    [Fact]
    public void A_text_that_is_too_long_and_a_table_with_too_many_rows_end_early_and_say_so()
    {
        var report = SampleReport.Small() with
        {
            Blocks = [new ParagraphBlock([new Run(new string('x', PaperLimits.Text + 1), IsWritten: true)]), SampleReport.Objectives(PaperLimits.WordRows + 7)],
        };
        using var file = Open(Write(report));
        Errors(file).ShouldBeEmpty();
        var body = file.MainDocumentPart!.Document.Body!;
        body.InnerText.ShouldContain("x… (cut)");
        body.Descendants<TableRow>().Count().ShouldBe(PaperLimits.WordRows + 1);
        body.InnerText.ShouldContain("7 more rows are left out here.");
    }

    [Fact]
    public void What_was_written_in_another_direction_is_embedded_in_its_own()
    {
        var report = SampleReport.Small() with { Blocks = [new ParagraphBlock([new Run("Team: "), new Run("فريق ١", IsWritten: true), new Run(" at "), new Run("T+1", IsLeftToRight: true)])] };
        using var left = Open(Write(report));
        left.MainDocumentPart!.Document.Descendants<BidirectionalEmbedding>().ShouldHaveSingleItem().Val!.Value.ShouldBe(DirectionValues.Rtl);
        using var right = Open(Write(report with { IsRightToLeft = true, Language = "ar" }));
        right.MainDocumentPart!.Document.Descendants<BidirectionalEmbedding>().Select(e => e.Val!.Value).ShouldBe([DirectionValues.Rtl, DirectionValues.Ltr]);
    }

    [Theory]
    [InlineData(false)]
    [InlineData(true)]
    public async Task LibreOffice_opens_it_and_reads_what_it_says(bool isRightToLeft)
    {
        var bytes = Write(SampleReport.Small(isRightToLeft, SampleReport.Hostile));
        var text = Encoding.UTF8.GetString(await LibreOffice.ConvertAsync(bytes, "docx", "txt", ":Text (encoded):UTF8"));
        text.ShouldContain(isRightToLeft ? "الأهداف" : "Four of six objectives");
        text.ShouldContain("Whom to call first");
        Encoding.ASCII.GetString((await LibreOffice.ConvertAsync(bytes, "docx", "pdf"))[..5]).ShouldBe("%PDF-");
    }

    private static byte[] Write(ReportDocument report, string paper = "a4") => WordWriter.Write(report, Paper.Of(paper), SampleReport.Words, Site);

    private static WordprocessingDocument Open(byte[] bytes) => WordprocessingDocument.Open(new MemoryStream(bytes), isEditable: false);

    private static IEnumerable<string> Errors(WordprocessingDocument file) =>
        new OpenXmlValidator(FileFormatVersions.Office2016).Validate(file, TestContext.Current.CancellationToken).Select(e => $"{e.Part?.Uri} {e.Path?.XPath}: {e.Description}").Distinct().Take(10);

    /// <summary>For who wants to look at it: in the folder that ACADEMY_PAPERS names.</summary>
    private static void Keep(string name, byte[] bytes)
    {
        if (Environment.GetEnvironmentVariable("ACADEMY_PAPERS") is { Length: > 0 } folder)
            File.WriteAllBytes(Path.Combine(folder, name), bytes);
    }
}
