namespace HanoiAcademy.Storage.Courses;

public abstract record AnswerKept
{
    private AnswerKept()
    {
    }

    public sealed record Kept(QuizAnswer Answer) : AnswerKept;

    /// <summary>This key came before: the row is the answer to the repeat.</summary>
    public sealed record AlreadyThere(QuizAnswer Answer) : AnswerKept;

    public sealed record NoAttemptsLeft(int Used) : AnswerKept;
}
