namespace HanoiAcademy.Content.Courses;

/// <param name="Slug">The folder's name without its number.</param>
/// <param name="Title">Plain text.</param>
/// <param name="Minutes">Learner time.</param>
/// <param name="Kind">What sort of page it is.</param>
/// <param name="Objectives">Plain text.</param>
/// <param name="Articles">Of the Convention.</param>
/// <param name="Sources">Plain text; what the page rests on and how far it was read.</param>
/// <param name="Headings">Of the second level, for the page's own contents.</param>
/// <param name="Parts">What stands on the page, in order.</param>
public sealed record Lesson(
    string Slug,
    string Title,
    int Minutes,
    LessonKind Kind,
    IReadOnlyList<string> Objectives,
    IReadOnlyList<int> Articles,
    IReadOnlyList<string> Sources,
    IReadOnlyList<LessonHeading> Headings,
    IReadOnlyList<LessonPart> Parts)
{
    public IEnumerable<Quiz> Quizzes => Parts.OfType<QuizPart>().Select(p => p.Quiz);
}

public enum LessonKind
{
    Lesson,

    /// <summary>One page to print.</summary>
    JobAid,

    /// <summary>Questions at the end of a module.</summary>
    Check,
}

/// <param name="Id">Anchor on the page.</param>
/// <param name="Text">Plain text.</param>
public sealed record LessonHeading(string Id, string Text);

/// <summary>A stretch of the page: text, or something the learner fills in. Html is safe as it stands.</summary>
public abstract record LessonPart;

public sealed record TextPart(string Html) : LessonPart;

public sealed record QuizPart(Quiz Quiz) : LessonPart;

/// <summary>Something to hand in; one box.</summary>
public sealed record TaskPart(string Id, string Html) : LessonPart;

/// <summary>“In your State”: what the learner fills in about the own country and keeps; one box per question.</summary>
public sealed record InStatePart(string Id, string Html, IReadOnlyList<string> Questions) : LessonPart
{
    /// <summary>The name under which the answer to a question, from 0, is kept.</summary>
    public string BoxOf(int question) => FormattableString.Invariant($"{Id}-{question + 1}");
}
