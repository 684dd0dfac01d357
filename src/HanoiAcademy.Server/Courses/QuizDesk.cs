using System.Text.Json;
using HanoiAcademy.Content.Courses;
using HanoiAcademy.Storage.Courses;

namespace HanoiAcademy.Server.Courses;

/// <summary>Where answers are handed in, by page or by API: graded by the server's key, kept for who has an account.</summary>
internal sealed class QuizDesk(ILearnerProgress progress, TimeProvider clock)
{
    /// <param name="edition">The course.</param>
    /// <param name="lesson">Of the course.</param>
    /// <param name="quiz">Of the lesson.</param>
    /// <param name="chosen">Ids of choices.</param>
    /// <param name="accountId">Null: graded as a first attempt, and not kept.</param>
    /// <param name="key">Made by the caller: the same answer sent twice counts once.</param>
    public async Task<Grade> Answer(CourseEdition edition, Lesson lesson, Quiz quiz, IReadOnlyCollection<string> chosen, string? accountId, string key)
    {
        var answerKey = edition.Keys[quiz.Id];
        var grade = Grading.Grade(answerKey, chosen, 1);
        if (accountId is null || grade is not Graded graded)
            return grade;

        var before = (await progress.Answers(accountId, edition.Course.Id)).Where(a => IsOf(a, edition, quiz)).ToList();
        if (before.FirstOrDefault(a => a.Correct && a.Key != key) is not null)
            return new GradeRefused("already-answered");

        var kept = await progress.Answer(
            new QuizAnswer
            {
                AccountId = accountId,
                Course = edition.Course.Id,
                Lesson = lesson.Slug,
                Question = quiz.Id,
                ContentVersion = edition.Course.Hash,
                Chosen = JsonSerializer.Serialize(chosen.Distinct(StringComparer.Ordinal).Order(StringComparer.Ordinal)),
                Points = graded.Points,
                Correct = graded.Correct,
                At = clock.GetUtcNow(),
                Key = key,
            },
            quiz.Attempts);
        return kept switch
        {
            AnswerKept.Kept now => Again(answerKey, now.Answer),
            // The row of another question under this key must not be graded with this one's: it would show the feedback for no attempt.
            AnswerKept.AlreadyThere then when !IsOf(then.Answer, edition, quiz) || then.Answer.Course != edition.Course.Id => new GradeRefused("key-reused"),
            AnswerKept.AlreadyThere then => Again(answerKey, then.Answer),
            _ => new GradeRefused("no-attempts-left"),
        };
    }

    /// <summary>How each question of the course, in this version, stands for a learner.</summary>
    public async Task<IReadOnlyDictionary<string, Graded>> Standing(CourseEdition edition, string accountId)
    {
        var standing = new Dictionary<string, Graded>(StringComparer.Ordinal);
        foreach (var answer in await progress.Answers(accountId, edition.Course.Id))
        {
            if (answer.ContentVersion == edition.Course.Hash && edition.Keys.TryGetValue(answer.Question, out var key) && Again(key, answer) is Graded graded)
                standing[answer.Question] = graded; // in order of attempt: the last one stands
        }

        return standing;
    }

    private static bool IsOf(QuizAnswer answer, CourseEdition edition, Quiz quiz) => answer.Question == quiz.Id && answer.ContentVersion == edition.Course.Hash;

    private static Grade Again(QuizKey key, QuizAnswer answer) =>
        Grading.Grade(key, JsonSerializer.Deserialize<List<string>>(answer.Chosen) ?? [], answer.Attempt);
}
