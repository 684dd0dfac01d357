using HanoiAcademy.Content.Courses;

namespace HanoiAcademy.Tests.Content.Courses;

public sealed class GradingTests
{
    private static readonly QuizKey Single = Key(["b"], attempts: 2);
    private static readonly QuizKey Two = Key(["a", "c"], attempts: 2);

    [Fact]
    public void The_right_choice_earns_all_points_and_shows_all_feedback()
    {
        var graded = Grading.Grade(Single, ["b"], 1).ShouldBeOfType<Graded>();
        (graded.Correct, graded.Points, graded.OutOf, graded.AttemptsLeft, graded.Final).ShouldBe((true, 2, 2, 0, true));
        graded.Feedback.Select(f => f.Choice).ShouldBe(["a", "b", "c"]);
    }

    [Fact]
    public void A_wrong_choice_shows_its_own_feedback_only_while_attempts_are_left()
    {
        var first = Grading.Grade(Single, ["a"], 1).ShouldBeOfType<Graded>();
        (first.Points, first.AttemptsLeft).ShouldBe((0, 1));
        first.Feedback.ShouldHaveSingleItem().ShouldBe(new ChoiceFeedback("a", true, false, "to a"));
        var last = Grading.Grade(Single, ["a"], 2).ShouldBeOfType<Graded>();
        last.Final.ShouldBeTrue();
        last.Feedback.Single(f => f.Right).Choice.ShouldBe("b");
    }

    [Theory]
    [InlineData("a,c", true)]
    [InlineData("c,a", true)]
    [InlineData("a", false)]
    [InlineData("a,b,c", false)]
    public void Several_right_choices_count_only_all_together(string chosen, bool right) =>
        Grading.Grade(Two, chosen.Split(','), 1).ShouldBeOfType<Graded>().ShouldSatisfyAllConditions(g => g.Correct.ShouldBe(right), g => g.Points.ShouldBe(right ? 2 : 0));

    [Theory]
    [InlineData("", 1, "nothing-chosen")]
    [InlineData("z", 1, "unknown-choice")]
    [InlineData("a,b", 1, "one-choice-only")]
    [InlineData("b", 3, "no-attempts-left")]
    public void What_is_no_answer_is_refused(string chosen, int attempt, string code) =>
        Grading.Grade(Single, chosen.Split(',', StringSplitOptions.RemoveEmptyEntries), attempt).ShouldBe(new GradeRefused(code));

    private static QuizKey Key(string[] correct, int attempts) =>
        new("q", ["a", "b", "c"], correct.ToHashSet(), new Dictionary<string, string> { ["a"] = "to a", ["b"] = "to b", ["c"] = "to c" }, 2, attempts);
}
