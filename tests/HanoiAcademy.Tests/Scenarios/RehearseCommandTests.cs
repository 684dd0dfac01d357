using HanoiAcademy.Cli;

namespace HanoiAcademy.Tests.Scenarios;

public sealed class RehearseCommandTests
{
    [Fact]
    public void It_says_in_sentences_how_each_skill_scores_and_what_its_author_should_look_at()
    {
        var (exit, text) = Run("Whole/night-harbour");

        exit.ShouldBe(0);
        text.ShouldStartWith("EXERCISE Night harbour: 30 runs by simulated players, seeds 7 to 14\n");
        text.ShouldMatch(@"\n  (good|LOOK)  Good players score \d+ in the median \(\d+ to \d+ for eight in ten\); at least 80 is wanted\.\n");
        text.ShouldMatch(@"\n  (good|LOOK)  Average players score \d+ ");
        text.ShouldMatch(@"\n  (good|LOOK)  Poor players score \d+ ");
        text.ShouldMatch(@"\n  good  \d+ of 30 runs end with “");
        text.ShouldMatch(@" has nothing to do from \d+ to \d+(, from \d+ to \d+)* \(minutes of the drill\)\.\n");
        text.ShouldMatch(@"\n\d+ of \d+ findings are as they should be\.\n$");
    }

    [Fact]
    public void What_people_judge_is_counted_apart_and_nobody_is_told_that_players_never_win_it()
    {
        var (_, text) = Run("Whole/night-harbour");

        text.ShouldContain("\n  good  65 of 75 points can be rehearsed; 10 are for evaluators.\n");
        text.ShouldNotContain("(calm)");
    }

    [Fact]
    public void The_same_seeds_give_the_same_text_whatever_core_played_which_run() => Run("Whole/night-harbour").ShouldBe(Run("Whole/night-harbour"));

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
        return (RehearseCommand.Run(path, 30, 7, "none", ScenarioFolders.Here, output), output.ToString());
    }
}
