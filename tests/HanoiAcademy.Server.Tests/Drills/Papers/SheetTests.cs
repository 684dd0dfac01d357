using System.Text;
using DocumentFormat.OpenXml;
using DocumentFormat.OpenXml.Packaging;
using DocumentFormat.OpenXml.Spreadsheet;
using DocumentFormat.OpenXml.Validation;
using HanoiAcademy.Server.Drills.AfterAction.Document;
using HanoiAcademy.Server.Drills.AfterAction.Papers;
using HanoiAcademy.Server.Drills.AfterAction.Papers.Sheets;
using HanoiAcademy.Server.Tests.Drills.AfterAction;
using Column = HanoiAcademy.Server.Drills.AfterAction.Document.Column;

namespace HanoiAcademy.Server.Tests.Drills.Papers;

public sealed class SheetTests
{
    [Fact]
    public void Every_table_is_a_sheet_below_the_word_exercise_and_no_text_is_a_formula()
    {
        var report = SampleReport.Small(written: SampleReport.Hostile);
        report = report with { Blocks = [.. report.Blocks, new TableBlock("x", "A: [b]/c?", [new Column("=1+1"), new Column("n", "number")], [[Cell(SampleReport.Hostile), Cell("12")], [Cell("=HYPERLINK(\"x\")"), Cell("=2")]])] };
        using var file = Open(SheetWriter.Write(report, Paper.Letter, SampleReport.Words));
        Errors(file).ShouldBeEmpty();
        var book = file.WorkbookPart!;
        book.Workbook.Descendants<Sheet>().Select(sheet => sheet.Name!.Value).ShouldBe(["Summary", "Objectives and what proves them", "Improvement plan", "A bc", "Decision times", "Points over time"]);
        book.WorksheetParts.SelectMany(part => part.Worksheet.Descendants<CellFormula>()).ShouldBeEmpty();
        book.WorksheetParts.ShouldAllBe(part => part.Worksheet.Descendants<OddHeader>().Single().Text.Contains("EXERCISE"));
        book.WorksheetParts.SelectMany(part => part.Worksheet.Descendants<CellValue>()).Select(value => value.Text).ShouldContain("12");
    }

    [Theory]
    [InlineData("invoice-at-dawn-2", "en", null)]
    [InlineData("invoice-at-dawn-2", "en", "bank")]
    [InlineData("desk-24-7-1", "vi", null)]
    public void The_kept_drills_are_valid_files(string log, string language, string? team)
    {
        using var file = Open(SheetWriter.Write(DocumentTests.Document(log, language, team), Paper.A4, SampleReport.Words));
        Errors(file).ShouldBeEmpty();
    }

    [Fact]
    public async Task LibreOffice_opens_it()
    {
        var csv = await LibreOffice.ConvertAsync(SheetWriter.Write(SampleReport.Small(written: SampleReport.Hostile), Paper.A4, SampleReport.Words), "xlsx", "csv");
        Encoding.UTF8.GetString(csv).ShouldContain("EXERCISE");
    }

    private static Server.Drills.AfterAction.Document.Cell Cell(string text) => Server.Drills.AfterAction.Document.Cell.Of(text);

    private static SpreadsheetDocument Open(byte[] bytes) => SpreadsheetDocument.Open(new MemoryStream(bytes), isEditable: false);

    private static IEnumerable<string> Errors(SpreadsheetDocument file) =>
        new OpenXmlValidator(FileFormatVersions.Office2016).Validate(file, TestContext.Current.CancellationToken).Select(e => $"{e.Part?.Uri} {e.Path?.XPath}: {e.Description}").Distinct().Take(10);
}
