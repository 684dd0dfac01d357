namespace HanoiAcademy.Content.Courses;

/// <summary>The answer to an answer.</summary>
public abstract record Grade;

/// <param name="Correct">Exactly the right choices were made.</param>
/// <param name="Points">All or none; there is no partial credit.</param>
/// <param name="OutOf">Points there were.</param>
/// <param name="Attempt">From 1.</param>
/// <param name="AttemptsLeft">0 once it is answered rightly.</param>
/// <param name="Feedback">To the choices made; to all of them once nothing can be gained from it.</param>
public sealed record Graded(bool Correct, int Points, int OutOf, int Attempt, int AttemptsLeft, IReadOnlyList<ChoiceFeedback> Feedback) : Grade
{
    /// <summary>Whether the question is over for this learner.</summary>
    public bool Final => AttemptsLeft == 0;
}

/// <param name="Choice">Id.</param>
/// <param name="Chosen">By the learner.</param>
/// <param name="Right">Whether it should be chosen.</param>
/// <param name="Html">What the author says to it.</param>
public sealed record ChoiceFeedback(string Choice, bool Chosen, bool Right, string Html);

/// <param name="Code">nothing-chosen, unknown-choice, one-choice-only, already-answered, key-reused or no-attempts-left.</param>
public sealed record GradeRefused(string Code) : Grade;

public static class Grading
{
    /// <param name="key">Of the question.</param>
    /// <param name="chosen">Ids of choices; the order means nothing.</param>
    /// <param name="attempt">From 1.</param>
    public static Grade Grade(QuizKey key, IReadOnlyCollection<string> chosen, int attempt)
    {
        var choices = chosen.ToHashSet(StringComparer.Ordinal);
        if (attempt > key.Attempts)
            return new GradeRefused("no-attempts-left");
        if (choices.Count == 0)
            return new GradeRefused("nothing-chosen");
        if (!choices.IsSubsetOf(key.Choices))
            return new GradeRefused("unknown-choice");
        if (choices.Count > 1 && key.Correct.Count == 1)
            return new GradeRefused("one-choice-only");

        var correct = choices.SetEquals(key.Correct);
        var left = correct ? 0 : key.Attempts - attempt;
        return new Graded(correct, correct ? key.Points : 0, key.Points, attempt, left,
            [.. key.Choices
                .Where(c => left == 0 || choices.Contains(c))
                .Select(c => new ChoiceFeedback(c, choices.Contains(c), key.Correct.Contains(c), key.Feedback[c]))]);
    }
}
