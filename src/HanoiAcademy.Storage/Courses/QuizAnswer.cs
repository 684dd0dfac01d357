namespace HanoiAcademy.Storage.Courses;

/// <summary>One graded attempt at a question.</summary>
public sealed record QuizAnswer
{
    public required string AccountId { get; init; }
    public required string Course { get; init; }
    public required string Lesson { get; init; }
    public required string Question { get; init; }
    public required string ContentVersion { get; init; }

    /// <summary>From 1; given by the store, whatever the caller puts here.</summary>
    public int Attempt { get; init; }

    /// <summary>What was chosen, as the JSON it came in.</summary>
    public required string Chosen { get; init; }

    public required int Points { get; init; }
    public required bool Correct { get; init; }
    public required DateTimeOffset At { get; init; }

    /// <summary>Made by the browser, so that an answer sent twice counts once.</summary>
    public required string Key { get; init; }
}
