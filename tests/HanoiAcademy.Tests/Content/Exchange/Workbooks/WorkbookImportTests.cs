using HanoiAcademy.Content.Exchange;
using HanoiAcademy.Content.Exchange.Workbooks;
using HanoiAcademy.Content.Problems;
using HanoiAcademy.Content.Scenarios;

namespace HanoiAcademy.Tests.Content.Exchange.Workbooks;

public sealed class WorkbookImportTests
{
    [Fact]
    public void A_filled_workbook_is_a_drill_that_checks_without_an_error()
    {
        var imported = AcademyWorkbook.Import(Filled());
        imported.Problems.Where(p => p.Severity == Severity.Error).ShouldBeEmpty();
        var problems = new ProblemList();
        var scenario = ScenarioReader.Read(imported.Folder.ShouldNotBeNull(), problems).ShouldNotBeNull();
        scenario.Id.ShouldBe("the-harbour-calls");
        scenario.Teams.Select(t => t.Id).ShouldBe(["port", "bank"]);
        scenario.Teams[0].Roles.Select(r => r.Id).ShouldBe(["duty-officer", "it"]);
        scenario.Injects.Select(i => (i.Id, i.At)).ShouldBe([("gate-4-is-open", 1_200_000L), ("press-asks", null)]);
        scenario.Injects[0].Expected.Length.ShouldBe(2);
        imported.Folder.Files.Select(f => f.Path).ShouldBe(["briefs/port.md", "injects/010-gate-4-is-open.md", "injects/020-press-asks.md", "scenario.yaml"]);
        imported.Loss.Of(LossKind.Dropped).Count(l => l.What.Contains("example")).ShouldBe(8);
        AcademyWorkbook.Import(Filled()).Folder!.Hash.ShouldBe(imported.Folder.Hash);
        imported.Folder.Read("injects/010-gate-4-is-open.md").ShouldBe("""
            ---
            at: 20m
            to: [port]
            channel: alert
            fromText: Gate controller
            subject: Gate 4 is open
            expected:
              - { by: port.duty-officer, observe: "asks who is there, and writes it down" }
              - { by: port.it, observe: closes the gate }
            ---
            Nobody has a job there *tonight*.

            """.ReplaceLineEndings("\n"));
    }

    [Fact]
    public void A_wrong_cell_is_named_by_sheet_row_and_column_and_nothing_is_made()
    {
        var book = Filled().Add("Injects", ("Subject", "Third"), ("Text", "x"), ("To", "prt"), ("Time", "T+0:25")).Add("Teams", ("Team id", "Bánk"), ("Team name", "x"));
        var imported = AcademyWorkbook.Import(book);
        imported.Folder.ShouldBeNull();
        var shape = imported.Problems.ShouldHaveSingleItem();
        shape.Code.ShouldBe("id-shape");
        shape.Message.ShouldStartWith("Teams, row ");
        shape.Message.ShouldContain("column A: ‘Bánk’ cannot be an id");
        shape.Message.ShouldContain("‘bank’");
    }

    [Fact]
    public void A_name_that_no_sheet_defines_is_told_by_its_cell()
    {
        var imported = AcademyWorkbook.Import(Filled().Add("Injects", ("Subject", "Third"), ("Text", "x"), ("To", "prt"), ("Time", "T+0:25")));
        var error = imported.Problems.Single(p => p.Severity == Severity.Error);
        error.Code.ShouldBe("unknown-team");
        error.Message.ShouldContain("Injects, row 8, column E: ‘prt’ is no team");
    }

    [Fact]
    public void A_time_that_cannot_be_read_is_never_invented()
    {
        var imported = AcademyWorkbook.Import(Filled().Add("Injects", ("Subject", "Third"), ("Text", "x"), ("To", "all"), ("Time", "after lunch")));
        imported.Folder.ShouldNotBeNull().Read("injects/030-third.md").ShouldContain("contingency: true");
        imported.Loss.Of(LossKind.Changed).ShouldContain(l => l.Id == "third" && l.Where == "Injects, row 8, column D" && l.What.Contains("‘after lunch’"));
    }

    public static TheoryData<string> Scenarios { get; } = [.. Workbooks.Scenarios];

    [Theory]
    [MemberData(nameof(Scenarios))]
    public void The_workbook_of_any_scenario_makes_a_new_one_that_plays(string id)
    {
        var imported = AcademyWorkbook.Import(Workbooks.Export(Workbooks.Folder(id)));
        imported.Problems.Where(p => p.Severity == Severity.Error).ShouldBeEmpty();
        imported.Folder.ShouldNotBeNull();
    }

    /// <summary>A new workbook with rows typed below its examples; blank ids, names in words.</summary>
    private static HanoiAcademy.Content.Exchange.Sheets.SheetBook Filled() => Workbooks.Open(AcademyWorkbook.New("en"))
        .Change("Drill", rows =>
        {
            var at = rows.FindIndex(r => r[0].Text == "Title");
            rows[at] = new(rows[at].Number, [rows[at][0], new("The harbour calls")]);
        })
        .Add("Teams", ("Team id", "port"), ("Team name", "Port authority"), ("Brief of the team", "You run the harbour."), ("Role name", "Duty officer"), ("Seats", "2"))
        .Add("Teams", ("Team id", "port"), ("Role id", "it"), ("Role name", "System administrator"))
        .Add("Teams", ("Team name", "Bank"))
        .Add("Injects", ("Time", "0:20"), ("To", "port"), ("Channel", "alert"), ("From", "Gate controller"), ("Subject", "Gate 4 is open"), ("Text", "Nobody has a job there *tonight*."),
            ("Expected", "port.duty-officer: asks who is there, and writes it down\nport.it : closes the gate"))
        .Add("Injects", ("Time", "Contingency"), ("To", "all"), ("Subject", "Press asks"), ("Text", "Is it true?"));
}
