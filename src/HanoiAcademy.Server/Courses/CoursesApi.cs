using HanoiAcademy.Content.Courses;
using HanoiAcademy.Content.Yaml;
using HanoiAcademy.Server.Agencies;
using HanoiAcademy.Server.Api;
using Microsoft.AspNetCore.Http.HttpResults;
using Microsoft.Extensions.Localization;

namespace HanoiAcademy.Server.Courses;

/// <summary>What the pages do with questions, for programs. No key and no feedback before the answer.</summary>
internal static class CoursesApi
{
    private const int MostChosen = 50;

    public static void Map(RouteGroupBuilder api)
    {
        var courses = api.MapGroup("/courses").AllowAnonymous().WithTags("Courses");
        courses.MapGet("", (CourseShelf shelf) => shelf.Catalogue.Editions.Select(e => CourseLine.Of(e.Course)))
            .WithName("ListCourses").WithSummary("The courses with their modules and lessons.");
        courses.MapGet("/{course}/lessons/{lesson}/questions", Questions)
            .WithName("ListQuestions").WithSummary("The questions of a lesson, without key and feedback.");
        courses.MapPost("/{course}/lessons/{lesson}/questions/{question}/answers", Answer)
            .WithMetadata(IdempotentByItself.Instance)
            .ProducesProblem(StatusCodes.Status404NotFound).ProducesProblem(StatusCodes.Status409Conflict).ProducesProblem(StatusCodes.Status422UnprocessableEntity)
            .WithName("AnswerQuestion").WithSummary("Grades an answer and gives the author's feedback; kept for an account, graded only without one.");
    }

    private static Results<Ok<QuestionList>, ProblemHttpResult> Questions(string course, string lesson, CourseShelf shelf) =>
        Find(shelf, course, lesson) is var (edition, found)
            ? TypedResults.Ok(new QuestionList(edition.Course.Id, found.Slug, edition.Course.Hash, [.. found.Quizzes.Select(Question.Of)]))
            : ApiProblem.Of(StatusCodes.Status404NotFound, "no-such-lesson", "There is no such lesson; GET /api/v1/courses lists them.");

    private static async Task<Results<Ok<AnswerGraded>, ProblemHttpResult>> Answer(
        string course, string lesson, string question, AnswerGiven answer, HttpContext http, CourseShelf shelf, QuizDesk desk, IStringLocalizer texts)
    {
        if (Find(shelf, course, lesson) is not var (edition, found) || found.Quizzes.FirstOrDefault(q => q.Id == question) is not { } quiz)
            return ApiProblem.Of(StatusCodes.Status404NotFound, "no-such-question", "There is no such question; GET the lesson's questions.");
        if (answer.Version is not null && answer.Version != edition.Course.Hash)
            return ApiProblem.Of(StatusCodes.Status409Conflict, "course-changed", texts["courses.refused.course-changed"]);
        if (answer.Chosen is null || answer.Chosen.Count > MostChosen || answer.Chosen.Contains(null))
            return ApiProblem.Of(StatusCodes.Status422UnprocessableEntity, "unknown-choice", texts["courses.refused.unknown-choice"]);

        var account = Viewer.Of(http.User).AccountId;
        return await desk.Answer(edition, found, quiz, [.. answer.Chosen.OfType<string>()], account, http.Request.Headers[IdempotencyFilter.Header].ToString()) switch
        {
            Graded graded => TypedResults.Ok(AnswerGraded.Of(graded, kept: account is not null)),
            GradeRefused refused => ApiProblem.Of(StatusCodes.Status422UnprocessableEntity, refused.Code, texts[$"courses.refused.{refused.Code}"]),
            var other => throw new InvalidOperationException($"No answer for {other.GetType().Name}."),
        };
    }

    private static (CourseEdition, Lesson)? Find(CourseShelf shelf, string course, string lesson) =>
        shelf.Catalogue.Find(course) is { } edition && edition.Course.Lesson(lesson) is { } found ? (edition, found) : null;
}

internal sealed record CourseLine(string Id, string Version, string Hash, string Title, string Code, string Language, string Level, string Summary, IReadOnlyList<ModuleLine> Modules)
{
    public static CourseLine Of(Course c) => new(
        c.Id, c.Version, c.Hash, c.Title, c.Code, c.Language, WireNames<CourseLevel>.Of(c.Level), c.Summary,
        [.. c.Modules.Select(m => new ModuleLine(m.Id, m.Title, m.Minutes, [.. m.Lessons.Select(l => new LessonLine(l.Slug, l.Title, l.Minutes, WireNames<LessonKind>.Of(l.Kind)))]))]);
}

internal sealed record ModuleLine(string Id, string Title, int Minutes, IReadOnlyList<LessonLine> Lessons);

internal sealed record LessonLine(string Slug, string Title, int Minutes, string Kind);

/// <param name="Course">Id.</param>
/// <param name="Lesson">Slug.</param>
/// <param name="Version">Send it back with an answer, so that it is not graded by another version's key.</param>
/// <param name="Questions">In order.</param>
internal sealed record QuestionList(string Course, string Lesson, string Version, IReadOnlyList<Question> Questions);

internal sealed record Question(string Id, string Html, bool Multiple, int Points, int Attempts, string? HintHtml, IReadOnlyList<Choice> Choices)
{
    public static Question Of(Quiz quiz) => new(quiz.Id, quiz.Html, quiz.Multiple, quiz.Points, quiz.Attempts, quiz.HintHtml, quiz.Choices);
}

/// <param name="Chosen">Ids of choices.</param>
/// <param name="Version">Of the course, as the list of questions gave it.</param>
internal sealed record AnswerGiven(IReadOnlyList<string?>? Chosen, string? Version = null);

internal sealed record AnswerGraded(bool Correct, int Points, int OutOf, int Attempt, int AttemptsLeft, bool Kept, IReadOnlyList<ChoiceFeedback> Feedback)
{
    public static AnswerGraded Of(Graded graded, bool kept) =>
        new(graded.Correct, graded.Points, graded.OutOf, graded.Attempt, graded.AttemptsLeft, kept, graded.Feedback);
}
