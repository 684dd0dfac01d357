namespace HanoiAcademy.Storage.Courses;

/// <summary>What a learner typed into a task or into "In your State".</summary>
public sealed record LearnerText
{
    public required string AccountId { get; init; }
    public required string Course { get; init; }
    public required string Block { get; init; }
    public required string Text { get; init; }
    public required DateTimeOffset Updated { get; init; }
}
