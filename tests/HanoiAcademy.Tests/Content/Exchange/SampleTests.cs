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

    [Fact]
    public void The_blueprint_json_keeps_its_seconds_and_none_of_its_inlined_pictures()
    {
        var result = Sample("blueprint-msel-testing-base.json");
        result.Rows.Select(r => r.AtMs / 1_000).ShouldBe([100L, 200L, 300L, 400L]);
        var scenario = Imported.Read(result.Folder!);
        scenario.Phases.Select(p => p.At / 1_000).ShouldBe([0L, 32_700L, 36_000L, 41_425L]);
        scenario.Contacts.ShouldContain(contact => contact.Id == "fema");
        result.Folder!.Files.Sum(f => f.Bytes.Length).ShouldBeLessThan(40_000);
        result.Loss.Of(LossKind.Dropped).ShouldContain(line => line.What.Contains("picture", StringComparison.Ordinal));
        result.Loss.Of(LossKind.Dropped).ShouldContain(line => line.What.Contains("2 Gallery cards", StringComparison.Ordinal));
        Imported.Play(result).Injects.ShouldContain("startex");
    }

    [Fact]
    public void An_openaev_scenario_brings_no_command_along_and_plays()
    {
        var result = Sample("openaev-import-scenario-with-attack-pattern.json");
        var row = result.Rows.ShouldHaveSingleItem();
        row.AtMs.ShouldBe(0);
        row.To.ShouldBe(["technical-cell"]);
        var scenario = Imported.Read(result.Folder!);
        scenario.Teams.Select(team => team.Side).ShouldBe(["control", "response"], ignoreOrder: true);
        foreach (var file in result.Folder!.Files)
            System.Text.Encoding.UTF8.GetString(file.Bytes.Span).ShouldNotContain("psh");
        result.Loss.Of(LossKind.Dropped).ShouldContain(line => line.What.Contains("SIMULATION HEADER", StringComparison.Ordinal));
        Imported.Play(result).Injects.ShouldHaveSingleItem();
    }

    private static ImportResult Sample(string name, ImportOrder? order = null) => Imported.Run(SheetFileTests.Sample(name), name, order);
}
