using HanoiAcademy.Cli;

namespace HanoiAcademy.Tests.Scenarios;

public sealed class CheckCommandTests
{
    [Fact]
    public void Without_paths_it_checks_the_courses_and_scenarios_of_the_nearest_folder_above()
    {
        var (exit, text) = Run([], Path.Combine(ScenarioFolders.Root, "src", "HanoiAcademy.Cli"));

        text.ShouldMatch(@"[1-9]\d* courses?, [1-9]\d* scenarios?: ");
        exit.ShouldBe(0, text);
    }

    [Fact]
    public void A_single_good_scenario_prints_a_summary_and_exits_with_0()
    {
        var (exit, text) = Run([ScenarioFolders.Whole], Path.Combine(ScenarioFolders.Here, "Whole"));

        // The drill is small on purpose: its administrator and the two of the crew wait for most of it, and the check says so.
        text.ShouldMatch(@"^night-harbour/scenario\.yaml:\d+:\d+: warning seat-idle: port\.it has nothing to read, answer or decide from .*\n(night-harbour/scenario\.yaml:\d+:\d+: warning seat-idle: crew\..*\n){2}night-harbour: 65 of 75 points can be rehearsed; 10 are for evaluators\.\n0 courses, 1 scenario: 1 good; 0 errors, 3 warnings\.\n$");
        exit.ShouldBe(0);
    }

    [Fact]
    public void A_path_that_is_not_there_is_said_and_exits_with_1()
    {
        var (exit, text) = Run(["senarios"], ScenarioFolders.Root);

        text.ShouldStartWith("senarios:1:1: error folder-missing: ");
        exit.ShouldBe(1);
    }

    private static (int Exit, string Text) Run(string[] paths, string here)
    {
        var output = new StringWriter { NewLine = "\n" };
        return (CheckCommand.Run(paths, here, output), output.ToString());
    }
}
