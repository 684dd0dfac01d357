namespace HanoiAcademy.Storage.Courses;

public interface ILearnerProgress
{
    /// <summary>The first opening counts.</summary>
    Task Open(string accountId, string course, string lesson, string contentVersion, DateTimeOffset wall);

    /// <summary>The first completion counts; a lesson never opened is opened by it.</summary>
    Task Complete(string accountId, string course, string lesson, string contentVersion, DateTimeOffset wall);

    /// <summary>All versions, in order of lesson and opening.</summary>
    Task<IReadOnlyList<LessonProgress>> Lessons(string accountId, string course, CancellationToken cancel = default);

    /// <param name="attemptsAllowed">How many attempts the question gives in one content version; 0 for no limit.</param>
    Task<AnswerKept> Answer(QuizAnswer answer, int attemptsAllowed);

    /// <summary>In order of question and attempt.</summary>
    Task<IReadOnlyList<QuizAnswer>> Answers(string accountId, string course, CancellationToken cancel = default);

    /// <summary>An older text never replaces a newer one. Returns what is kept now.</summary>
    Task<LearnerText> KeepText(LearnerText text);

    Task<IReadOnlyList<LearnerText>> Texts(string accountId, string course, CancellationToken cancel = default);
}
