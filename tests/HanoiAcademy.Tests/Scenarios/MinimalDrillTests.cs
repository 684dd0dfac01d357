using HanoiAcademy.Content.Problems;
using HanoiAcademy.Content.Scenarios;
using HanoiAcademy.Drills;
using HanoiAcademy.Drills.Reports;
using HanoiAcademy.Drills.Scenarios;
using HanoiAcademy.Drills.Simulation;

namespace HanoiAcademy.Tests.Scenarios;

/// <summary>A spreadsheet is a drill: teams, and injects with what is expected; evaluators mark it.</summary>
public sealed class MinimalDrillTests
{
    [Fact]
    public void Teams_and_injects_alone_are_a_valid_drill_with_warnings_that_say_what_was_taken()
    {
        var (scenario, problems) = Read();

        problems.ShouldAllBe(p => p.Severity == Severity.Warning);
        problems.Select(p => p.Code).ShouldContain("defaults-taken");
        problems.Select(p => p.Code).ShouldContain("points-missing");
        problems.Single(p => p.Code == "defaults-taken").Message.ShouldContain("planned, assumption, states, phases, ends");
        scenario.ShouldNotBeNull();
        scenario.PlannedMs.ShouldBe(35 * 60_000);
        scenario.Teams.ShouldAllBe(t => t.State == scenario.States[0].Id && t.Roles.Length == 1);
    }

    [Fact]
    public void It_plays_to_its_end_and_reports_without_blaming_anybody_for_what_only_people_can_see()
    {
        var scenario = Read().Scenario.ShouldNotBeNull();

        var rows = Rehearsal.Run(scenario, 1);

        Drill.Replay(scenario, rows.Select(r => r.Events)).Status.ShouldBe("ended");
        Report.Of(scenario, rows, "en").Teams.ShouldAllBe(t => t.Unanswered.IsEmpty);
        scenario.Injects[1].Expected.OfType<ExpectObserved>().Single().What.In("en", "en").ShouldBe("verifies by telephone");
    }

    private static (Scenario? Scenario, IReadOnlyList<Problem> Problems) Read()
    {
        var temp = Directory.CreateTempSubdirectory("academy-");
        try
        {
            var folder = temp.CreateSubdirectory("sheet");
            folder.CreateSubdirectory("injects");
            File.WriteAllText(Path.Combine(folder.FullName, "scenario.yaml"), "schema: 1\nid: sheet\ntitle: From a sheet\nteams:\n- { id: company, name: Company }\n- { id: bank, name: Bank }\n");
            File.WriteAllText(Path.Combine(folder.FullName, "injects", "010-begin.md"), "---\nsubject: It begins\nat: 0m\nto: [all]\n---\nGood morning.\n");
            File.WriteAllText(Path.Combine(folder.FullName, "injects", "020-call.md"), "---\nsubject: A call\nat: 20m\nto: [company]\nexpected:\n- { by: company.players, observe: verifies by telephone }\n---\nWhere is the money?\n");
            var problems = new ProblemList();
            return (ScenarioReader.Read(folder.FullName, "sheet", problems), problems.Sorted());
        }
        finally
        {
            temp.Delete(recursive: true);
        }
    }
}
