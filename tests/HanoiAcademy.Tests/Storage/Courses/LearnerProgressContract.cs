using HanoiAcademy.Storage.Courses;

namespace HanoiAcademy.Tests.Storage.Courses;

public abstract class LearnerProgressContract(ITestAcademy academy) : StorageContract(academy)
{
    private ILearnerProgress Progress => Get<ILearnerProgress>();

    [Fact]
    public async Task The_first_opening_and_the_first_completion_count()
    {
        await EnrolAsync("linh");
        await Progress.Open("linh", "c5", "channels", "v1", Noon);
        await Progress.Open("linh", "c5", "channels", "v1", Noon.AddMinutes(1));
        await Progress.Complete("linh", "c5", "channels", "v1", Noon.AddMinutes(8));
        await Progress.Complete("linh", "c5", "channels", "v1", Noon.AddMinutes(9));
        (await Progress.Lessons("linh", "c5", Cancel)).ShouldBe([Lesson("channels", "v1", Noon, Noon.AddMinutes(8))]);
    }

    [Fact]
    public async Task Progress_is_kept_per_version_course_and_learner()
    {
        await EnrolAsync("linh");
        await EnrolAsync("minh");
        await Progress.Complete("linh", "c5", "channels", "v1", Noon);
        await Progress.Open("linh", "c5", "channels", "v2", Noon.AddDays(1));
        await Progress.Open("linh", "c6", "channels", "v1", Noon);
        await Progress.Open("minh", "c5", "basis", "v1", Noon);
        (await Progress.Lessons("linh", "c5", Cancel)).ShouldBe([Lesson("channels", "v1", Noon, Noon), Lesson("channels", "v2", Noon.AddDays(1), null)]);
    }

    [Fact]
    public async Task An_answer_sent_twice_counts_once()
    {
        await EnrolAsync("linh");
        var kept = (await Progress.Answer(Answer("k1"), 2)).ShouldBeOfType<AnswerKept.Kept>().Answer;
        kept.ShouldBe(Answer("k1") with { Attempt = 1 });
        (await Progress.Answer(Answer("k1") with { Chosen = "[9]", Correct = true }, 2)).ShouldBeOfType<AnswerKept.AlreadyThere>().Answer.ShouldBe(kept);
        (await Progress.Answers("linh", "c5", Cancel)).ShouldBe([kept]);
    }

    [Fact]
    public async Task Attempts_run_out_but_a_repeat_is_still_answered()
    {
        await EnrolAsync("linh");
        await Progress.Answer(Answer("k1"), 2);
        (await Progress.Answer(Answer("k2"), 2)).ShouldBeOfType<AnswerKept.Kept>().Answer.Attempt.ShouldBe(2);
        (await Progress.Answer(Answer("k3"), 2)).ShouldBe(new AnswerKept.NoAttemptsLeft(2));
        (await Progress.Answer(Answer("k2"), 2)).ShouldBeOfType<AnswerKept.AlreadyThere>();
        (await Progress.Answer(Answer("k4") with { ContentVersion = "v2" }, 2)).ShouldBeOfType<AnswerKept.Kept>().Answer.Attempt.ShouldBe(1);
        (await Progress.Answer(Answer("k5") with { Question = "q2" }, 0)).ShouldBeOfType<AnswerKept.Kept>();
    }

    [Fact]
    public async Task Of_many_answers_at_once_no_more_than_allowed_are_kept()
    {
        await EnrolAsync("linh");
        var kept = await Task.WhenAll(Enumerable.Range(0, 20).Select(n => Progress.Answer(Answer($"k{n}"), 3)));
        kept.OfType<AnswerKept.Kept>().Select(one => one.Answer.Attempt).Order().ShouldBe([1, 2, 3]);
    }

    [Fact]
    public async Task Keys_of_two_learners_do_not_meet()
    {
        await EnrolAsync("linh");
        await EnrolAsync("minh");
        await Progress.Answer(Answer("k1"), 2);
        (await Progress.Answer(Answer("k1") with { AccountId = "minh" }, 2)).ShouldBeOfType<AnswerKept.Kept>();
    }

    [Fact]
    public async Task A_text_is_kept_and_an_older_one_never_replaces_it()
    {
        await EnrolAsync("linh");
        await Progress.KeepText(Text("our desk: +84 …", 0));
        (await Progress.KeepText(Text("our desk answers at night", 2))).Text.ShouldBe("our desk answers at night");
        (await Progress.KeepText(Text("late from a slow link", 1))).ShouldBe(Text("our desk answers at night", 2));
        (await Progress.Texts("linh", "c5", Cancel)).ShouldBe([Text("our desk answers at night", 2)]);
        (await Progress.Texts("linh", "c6", Cancel)).ShouldBeEmpty();
    }

    private static LessonProgress Lesson(string lesson, string version, DateTimeOffset opened, DateTimeOffset? completed) =>
        new() { AccountId = "linh", Course = "c5", Lesson = lesson, ContentVersion = version, Opened = opened, Completed = completed };

    private static QuizAnswer Answer(string key) => new()
    {
        AccountId = "linh",
        Course = "c5",
        Lesson = "channels",
        Question = "pres-q1",
        ContentVersion = "v1",
        Chosen = "[1]",
        Points = 0,
        Correct = false,
        At = Noon,
        Key = key,
    };

    private static LearnerText Text(string text, int minute) =>
        new() { AccountId = "linh", Course = "c5", Block = "in-your-state", Text = text, Updated = Noon.AddMinutes(minute) };
}

public sealed class LearnerProgressOnSqlite() : LearnerProgressContract(new SqliteAcademy());

public sealed class LearnerProgressOnSqlServer() : LearnerProgressContract(new SqlServerAcademy());
