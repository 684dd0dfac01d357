using DocumentFormat.OpenXml;
using DocumentFormat.OpenXml.Packaging;
using DocumentFormat.OpenXml.Validation;
using HanoiAcademy.Content.Exchange.Workbooks;
using HanoiAcademy.Content.Problems;

namespace HanoiAcademy.Tests.Content.Exchange.Workbooks;

public sealed class WorkbookExportTests
{
    public static TheoryData<string> Scenarios { get; } = [.. Workbooks.Scenarios];

    public static TheoryData<string> Languages { get; } = [.. AcademyWorkbook.Languages];

    [Theory]
    [MemberData(nameof(Languages))]
    public void A_new_workbook_is_a_valid_file_that_is_known_as_ours_and_has_examples_on_every_sheet(string language)
    {
        var bytes = AcademyWorkbook.New(language);
        Validate(bytes);
        var book = Workbooks.Open(bytes);
        AcademyWorkbook.Is(book).ShouldBeTrue();
        book.Sheets.Count(s => !s.IsHidden).ShouldBe(6);
        book.Sheets.Where(s => !s.IsHidden).Skip(1).ShouldAllBe(s => s.Rows.Any(r => r[0].Text.StartsWith("example-", StringComparison.Ordinal)));
        book.Notes.ShouldBeEmpty();
    }

    [Theory]
    [MemberData(nameof(Scenarios))]
    public void The_workbook_of_a_scenario_is_a_valid_file_and_changes_nothing_in_any_language(string id)
    {
        var folder = Workbooks.Folder(id);
        foreach (var language in AcademyWorkbook.Languages)
        {
            // Looking at a large one takes seconds; they differ in their words alone.
            if (language == "vi" || folder.Files.Count < 20)
                Validate(AcademyWorkbook.Export(folder, language, new ProblemList())!);
            var book = Workbooks.Export(folder, language);
            var comparison = AcademyWorkbook.Compare(folder, book);
            comparison.Problems.ShouldBeEmpty();
            comparison.Warnings.ShouldBeEmpty();
            comparison.Changes.ShouldBeEmpty();
            comparison.Language.ShouldBe(language);
            var merged = AcademyWorkbook.Apply(folder, book).Folder.ShouldNotBeNull();
            merged.Hash.ShouldBe(folder.Hash);
        }
    }

    private static void Validate(byte[] bytes)
    {
        using var document = SpreadsheetDocument.Open(new MemoryStream(bytes), isEditable: false);
        new OpenXmlValidator(FileFormatVersions.Office2016).Validate(document, TestContext.Current.CancellationToken).Select(e => $"{e.Path?.XPath}: {e.Description}").Distinct().Take(10).ShouldBeEmpty();
    }
}
