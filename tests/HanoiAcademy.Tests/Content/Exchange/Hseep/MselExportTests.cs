using DocumentFormat.OpenXml;
using DocumentFormat.OpenXml.Packaging;
using DocumentFormat.OpenXml.Validation;
using HanoiAcademy.Content.Exchange;
using HanoiAcademy.Content.Exchange.Hseep;
using HanoiAcademy.Content.Exchange.Sheets;
using HanoiAcademy.Content.Problems;
using HanoiAcademy.Content.Scenarios;
using HanoiAcademy.Drills.Scenarios;

namespace HanoiAcademy.Tests.Content.Exchange.Hseep;

public sealed class MselExportTests
{
    [Theory]
    [InlineData("invoice-at-dawn", "en")]
    [InlineData("desk-24-7", "vi")]
    [InlineData("harbour-call", "fr")]
    public void The_list_is_a_valid_file_in_the_order_of_time_with_what_has_no_time_below(string id, string language)
    {
        var scenario = Read(id);
        var bytes = MselExport.Write(scenario, language);
        using (var document = SpreadsheetDocument.Open(new MemoryStream(bytes), isEditable: false))
            new OpenXmlValidator(FileFormatVersions.Office2016).Validate(document, TestContext.Current.CancellationToken).Select(e => $"{e.Path?.XPath}: {e.Description}").ShouldBeEmpty();
        var rows = SheetFile.Read(bytes, "msel.xlsx", new ProblemList())!.Sheets.ShouldHaveSingleItem().Rows;
        rows[0][0].Text.ShouldContain("EXERCISE");
        rows[1].Cells.Count.ShouldBe(12);
        rows.Count.ShouldBe(scenario.Injects.Length + 2);
        var timed = rows.Skip(2).TakeWhile(r => r[1].Text.StartsWith("T+", StringComparison.Ordinal)).Select(r => TimeSpan.Parse(r[1].Text[2..], System.Globalization.CultureInfo.InvariantCulture)).ToList();
        timed.ShouldBe(scenario.Injects.Where(i => i.At is not null).Select(i => TimeSpan.FromMilliseconds(i.At!.Value)).Order());
        rows.Skip(2 + timed.Count).ShouldAllBe(r => r[11].Text.Length > 5);
    }

    [Fact]
    public void Conditions_and_expected_acts_are_told_in_words()
    {
        var rows = SheetFile.Read(MselExport.Write(Read("invoice-at-dawn"), "en"), "msel.xlsx", new ProblemList())!.Sheets[0].Rows;
        var called = rows.First(r => r[3].Text == "Fraud: USD 4,200,000 to Kivara, please recall");
        called[1].Text.ShouldBe("Contingency");
        called[11].Text.ShouldContain("‘Whom do you call first?’ is decided: The bank's fraud desk");
        called[9].Text.ShouldBe("Bank of Sundara Bay: Fraud desk: sends the request: " + Read("invoice-at-dawn").Matters.First(m => m.Id == "recall").Name.In("en", "en"));
        rows[2][2].Text.ShouldBe("2027-03-02 06:10 +07:00");
    }

    [Theory]
    [InlineData("invoice-at-dawn", "en")]
    [InlineData("invoice-at-dawn", "fr")]
    [InlineData("desk-24-7", "vi")]
    [InlineData("harbour-call", "en")]
    public void The_list_comes_in_again_as_any_list_of_events_with_its_times_unchanged(string id, string language)
    {
        var scenario = Read(id);
        var result = DrillImport.Run(MselExport.Write(scenario, language), "msel.xlsx", new ImportOrder(Language: language));
        result.Problems.Where(p => p.Severity == Severity.Error).ShouldBeEmpty();
        result.Folder.ShouldNotBeNull();
        result.Rows.Select(r => r.AtMs).ShouldBe([.. scenario.Injects.Where(i => i.At is not null).Select(i => i.At).Order(), .. scenario.Injects.Where(i => i.At is null).Select(i => i.At)]);
        var words = scenario.Injects.Select(i => i.Subject.In(language, scenario.Languages[0])).Order(StringComparer.Ordinal);
        result.Rows.Select(r => r.Subject).Order(StringComparer.Ordinal).ShouldBe(words);
    }

    private static Scenario Read(string id)
    {
        var problems = new ProblemList();
        return ScenarioReader.Read(Workbooks.Workbooks.Folder(id), problems).ShouldNotBeNull(string.Join('\n', problems));
    }
}
