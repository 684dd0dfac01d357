namespace HanoiAcademy.Content.Courses;

/// <summary>A question as asked; its key is a <see cref="QuizKey"/> and stays on the server until it is answered.</summary>
/// <param name="Id">Unique in the course.</param>
/// <param name="Html">The question.</param>
/// <param name="Choices">In the author's order.</param>
/// <param name="Multiple">Whether more than one choice is right.</param>
/// <param name="Points">For the right answer.</param>
/// <param name="Attempts">How often a learner may answer.</param>
/// <param name="Asks">What the question asks of the learner.</param>
/// <param name="HintHtml">Shown on request; null when there is none.</param>
public sealed record Quiz(string Id, string Html, IReadOnlyList<Choice> Choices, bool Multiple, int Points, int Attempts, QuizAsks Asks, string? HintHtml);

/// <param name="Id">a, b, c … in the author's order.</param>
/// <param name="Html">One or more inline texts.</param>
public sealed record Choice(string Id, string Html);

public enum QuizAsks
{
    /// <summary>Apply law or practice to facts.</summary>
    Apply,

    /// <summary>Know a thing.</summary>
    Know,
}

/// <summary>What is right, and what is said to each choice. Never part of what a page or the API lists.</summary>
/// <param name="Quiz">Id.</param>
/// <param name="Choices">Ids of all choices.</param>
/// <param name="Correct">Ids of the right ones.</param>
/// <param name="Feedback">Html by choice.</param>
/// <param name="Points">For the right answer.</param>
/// <param name="Attempts">How often a learner may answer.</param>
public sealed record QuizKey(string Quiz, IReadOnlyList<string> Choices, IReadOnlySet<string> Correct, IReadOnlyDictionary<string, string> Feedback, int Points, int Attempts);
