using System.Text.Json;
using HanoiAcademy.Content.Courses;
using HanoiAcademy.Content.Problems;

namespace HanoiAcademy.Tests.Content.Courses;

public sealed class CourseTests
{
    private static readonly CourseEdition Whole =
        CourseCatalogue.ReadCourse(Path.Combine(CourseFixtureTests.Folder, "whole"), "courses/whole", new ProblemList())!;

    [Fact]
    public void What_learners_see_holds_no_key_no_feedback_and_no_trainers_note()
    {
        var seen = JsonSerializer.Serialize(Whole.Course.Lessons.Select(l => new { l.Title, Parts = l.Parts.Select(p => (object)p) }));
        seen.ShouldContain("The preservation request");
        seen.ShouldNotContain("Keep first.");
        seen.ShouldNotContain("It arrives too late.");
        seen.ShouldNotContain("[x]");
        seen.ShouldNotContain("The answer is the second.");
        Whole.TrainerNotes["one"].ShouldContain("The answer is the second.");
    }

    [Fact]
    public void A_lesson_is_cut_at_what_the_learner_fills_in()
    {
        var lesson = Whole.Course.Lesson("one")!;
        lesson.Parts.Select(p => p.GetType().Name).ShouldBe(["TextPart", "QuizPart", "QuizPart", "TaskPart", "InStatePart"]);
        lesson.Headings.ShouldBe([new("part-1", "The text")]);
        var state = lesson.Parts.OfType<InStatePart>().Single();
        state.Questions.ShouldBe(["Who answers at night?", "Who signs?"]);
        state.BoxOf(1).ShouldBe("one-state-2");
        ((TextPart)lesson.Parts[0]).Html.ShouldContain("<a href=\"/courses/whole/two\">");
        ((TextPart)lesson.Parts[0]).Html.ShouldContain("<img src=\"/courses/whole/files/010-one/map.svg\" alt=\"A map of two States\"");
    }

    [Fact]
    public void One_right_choice_is_single_and_two_are_multiple()
    {
        var quizzes = Whole.Course.Lesson("one")!.Quizzes.ToList();
        quizzes[0].ShouldSatisfyAllConditions(q => q.Multiple.ShouldBeFalse(), q => q.Points.ShouldBe(2), q => q.Attempts.ShouldBe(2), q => q.HintHtml.ShouldBe("<p>What is lost first?</p>"));
        quizzes[1].ShouldSatisfyAllConditions(q => q.Multiple.ShouldBeTrue(), q => q.Points.ShouldBe(3), q => q.Attempts.ShouldBe(1));
        Whole.Keys["one-q1"].Correct.ShouldBe(["b"]);
        Whole.Keys["one-q2"].Correct.ShouldBe(["a", "b"], ignoreOrder: true);
    }
}
