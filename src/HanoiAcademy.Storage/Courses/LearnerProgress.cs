using HanoiAcademy.Storage.Database;

namespace HanoiAcademy.Storage.Courses;

internal sealed class LearnerProgress(IDatabase database) : ILearnerProgress
{
    private const string InsertOpened = """
        INSERT INTO LessonProgress (AccountId, Course, Lesson, ContentVersion, Opened)
        SELECT @accountId, @course, @lesson, @contentVersion, @wall
        WHERE NOT EXISTS (SELECT 1 FROM LessonProgress
            WHERE AccountId = @accountId AND Course = @course AND Lesson = @lesson AND ContentVersion = @contentVersion)
        """;

    public Task Open(string accountId, string course, string lesson, string contentVersion, DateTimeOffset wall) =>
        database.WriteOne(session => session.Execute(InsertOpened, new { accountId, course, lesson, contentVersion, wall }));

    private const string UpdateCompleted = """
        UPDATE LessonProgress SET Completed = @wall
        WHERE AccountId = @accountId AND Course = @course AND Lesson = @lesson AND ContentVersion = @contentVersion AND Completed IS NULL
        """;

    public Task Complete(string accountId, string course, string lesson, string contentVersion, DateTimeOffset wall) => database.Write(session =>
    {
        var values = new { accountId, course, lesson, contentVersion, wall };
        session.Execute(InsertOpened, values);
        return session.Execute(UpdateCompleted, values);
    });

    private const string AllLessons = """
        SELECT AccountId, Course, Lesson, ContentVersion, Opened, Completed
        FROM LessonProgress WHERE AccountId = @accountId AND Course = @course
        ORDER BY Lesson, Opened
        """;

    public Task<IReadOnlyList<LessonProgress>> Lessons(string accountId, string course, CancellationToken cancel) =>
        database.Read<IReadOnlyList<LessonProgress>>(session => session.All<LessonProgress>(AllLessons, new { accountId, course }), cancel);

    private const string AnswerColumns = """
        AccountId, Course, Lesson, Question, ContentVersion, Attempt, Chosen, Points, Correct, At, AnswerKey AS "Key"
        """;

    private const string ByKey = $"SELECT {AnswerColumns} FROM QuizAnswers WHERE AccountId = @AccountId AND AnswerKey = @Key";

    private const string CountAttempts = """
        SELECT COUNT(*) FROM QuizAnswers
        WHERE AccountId = @AccountId AND Course = @Course AND Lesson = @Lesson AND Question = @Question AND ContentVersion = @ContentVersion
        """;

    private const string InsertAnswer = """
        INSERT INTO QuizAnswers (AccountId, Course, Lesson, Question, ContentVersion, Attempt, Chosen, Points, Correct, At, AnswerKey)
        VALUES (@AccountId, @Course, @Lesson, @Question, @ContentVersion, @Attempt, @Chosen, @Points, @Correct, @At, @Key)
        """;

    public Task<AnswerKept> Answer(QuizAnswer answer, int attemptsAllowed) => database.Write<AnswerKept>(session =>
    {
        if (session.First<QuizAnswer>(ByKey, answer) is { } there)
        {
            return new AnswerKept.AlreadyThere(there);
        }

        var used = (int)session.Number(CountAttempts, answer);
        if (attemptsAllowed > 0 && used >= attemptsAllowed)
        {
            return new AnswerKept.NoAttemptsLeft(used);
        }

        session.Execute(InsertAnswer, answer with { Attempt = used + 1 });
        return new AnswerKept.Kept(session.First<QuizAnswer>(ByKey, answer)!);
    });

    private const string AllAnswers = $"""
        SELECT {AnswerColumns} FROM QuizAnswers WHERE AccountId = @accountId AND Course = @course
        ORDER BY Lesson, Question, At, Attempt
        """;

    public Task<IReadOnlyList<QuizAnswer>> Answers(string accountId, string course, CancellationToken cancel) =>
        database.Read<IReadOnlyList<QuizAnswer>>(session => session.All<QuizAnswer>(AllAnswers, new { accountId, course }), cancel);

    private const string UpdateText = """
        UPDATE LearnerTexts SET Body = @Text, Updated = @Updated
        WHERE AccountId = @AccountId AND Course = @Course AND Block = @Block AND Updated <= @Updated
        """;

    private const string InsertText = """
        INSERT INTO LearnerTexts (AccountId, Course, Block, Body, Updated)
        SELECT @AccountId, @Course, @Block, @Text, @Updated
        WHERE NOT EXISTS (SELECT 1 FROM LearnerTexts WHERE AccountId = @AccountId AND Course = @Course AND Block = @Block)
        """;

    private const string OneText = """
        SELECT AccountId, Course, Block, Body AS Text, Updated FROM LearnerTexts
        WHERE AccountId = @AccountId AND Course = @Course AND Block = @Block
        """;

    public Task<LearnerText> KeepText(LearnerText text) => database.Write(session =>
    {
        // In this order: whoever is not the first to insert finds the row to judge his text by, also when it was made a moment ago.
        if (session.Execute(InsertText, text) == 0)
        {
            session.Execute(UpdateText, text);
        }

        return session.First<LearnerText>(OneText, text)!;
    });

    private const string AllTexts = """
        SELECT AccountId, Course, Block, Body AS Text, Updated FROM LearnerTexts
        WHERE AccountId = @accountId AND Course = @course
        ORDER BY Block
        """;

    public Task<IReadOnlyList<LearnerText>> Texts(string accountId, string course, CancellationToken cancel) =>
        database.Read<IReadOnlyList<LearnerText>>(session => session.All<LearnerText>(AllTexts, new { accountId, course }), cancel);
}
