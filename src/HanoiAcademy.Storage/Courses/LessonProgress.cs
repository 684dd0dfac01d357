namespace HanoiAcademy.Storage.Courses;

public sealed record LessonProgress
{
    public required string AccountId { get; init; }
    public required string Course { get; init; }
    public required string Lesson { get; init; }

    /// <summary>The version of the course it was read in: the hash of its files.</summary>
    public required string ContentVersion { get; init; }

    public required DateTimeOffset Opened { get; init; }
    public DateTimeOffset? Completed { get; init; }
}
