using HanoiAcademy.Cli;

namespace HanoiAcademy.Tests.Scenarios;

public sealed class RehearseCommandTests
{
    [Fact]
    public void It_says_how_each_run_ended_who_won_what_and_where_it_was_quiet()
    {
        var (exit, text) = Run("Whole/night-harbour");

        exit.ShouldBe(0);
        text.ShouldStartWith("EXERCISE Night harbour: 3 runs by simulated players, seeds 7 to 9\n");
        text.ShouldMatch(@"EndEx\n(  [a-z]+: [1-3] of 3 runs, T\+\d+ to T\+\d+ min\n)+  score: \d+ to \d+, median \d+\n");
        text.ShouldMatch(@"\n  port: closed: [0-3] of 3 runs");
        text.ShouldMatch(@"\n  desk\.officer\.1: \d+ min \d+ s from T\+\d+ \(seed [789]\), \d+ new things?");
        text.ShouldContain("\n  port.it.2: ");
    }

    [Fact]
    public void The_same_seeds_give_the_same_text() => Run("Whole/night-harbour").ShouldBe(Run("Whole/night-harbour"));

    [Fact]
    public void A_scenario_with_errors_is_not_rehearsed_but_its_problems_are_said()
    {
        var (exit, text) = Run("Faults/story");

        exit.ShouldBe(1);
        text.ShouldContain("Faults/story/scenario.yaml:18:36: error phase-first: ");
    }

    private static (int Exit, string Text) Run(string path)
    {
        var output = new StringWriter { NewLine = "\n" };
        return (RehearseCommand.Run(path, 3, 7, ScenarioFolders.Here, output), output.ToString());
    }
}
