using HanoiAcademy.Content.Exchange;
using HanoiAcademy.Tests.Content.Exchange.Sheets;

namespace HanoiAcademy.Tests.Content.Exchange;

/// <summary>Real files of other tools: each imports, launches and plays.</summary>
public sealed class SampleTests
{
    [Fact]
    public void The_blueprint_spreadsheet_plays_from_its_StartEx()
    {
        var result = Sample("blueprint-playwright-msel.xlsx");
        Imported.Minutes(result).ShouldBe([0, null]);
        result.Rows[1].Note.ShouldContain("9 hours 53 minutes 20 seconds before StartEx");
        Imported.Play(result).Injects.ShouldContain("startex");
    }

    [Fact]
    public void A_chronogram_with_relative_times_keeps_each_distance()
    {
        var result = Sample("openaev-chronogram-test_file_5.xlsx");
        DrillImport.Look(SheetFileTests.Sample("openaev-chronogram-test_file_5.xlsx"), "f.xlsx").Kind.ShouldBe(ImportKind.Chronogram);
        result.Rows.Select(r => r.AtMs / 60_000.0).ShouldBe([null, 0, 24 * 60 + 115, null, 72 * 60]);
        result.Rows[0].Note.ShouldContain("before StartEx");
        result.Rows[1].Channel.ShouldBe("chat");
        result.Rows[3].InjectId.ShouldBeEmpty();
        result.Loss.Of(LossKind.Dropped).ShouldContain(line => line.Where == "CHECKLIST, row 4" && line.What.Contains("???", StringComparison.Ordinal));
        Imported.Play(result).EndedAt.ShouldBe((72 * 60 + 15) * 60_000);
    }

    [Fact]
    public void A_chronogram_that_mixes_dates_and_distances_plays_its_dates_and_invents_no_time()
    {
        var result = Sample("openaev-chronogram-test_file_3.xlsx");
        result.Rows.Select(r => r.AtMs / 60_000.0).ShouldBe([null, 0, null, null, 5]);
        result.Rows[2].Note.ShouldContain("counts from StartEx, and the file does not say at which of its other times that is");
        Imported.Play(result).Injects.Count.ShouldBe(2);

        // Who says when StartEx is has both on one calendar.
        var said = Sample("openaev-chronogram-test_file_3.xlsx", new ImportOrder(StartEx: new DateTime(2024, 6, 26, 9, 0, 0)));
        said.Rows.Select(r => r.AtMs / 60_000.0).ShouldBe([null, 0, 24 * 60, null, 5]);
    }

    private static ImportResult Sample(string name, ImportOrder? order = null) => Imported.Run(SheetFileTests.Sample(name), name, order);
}
