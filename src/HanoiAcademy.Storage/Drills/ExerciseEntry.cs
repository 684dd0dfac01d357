namespace HanoiAcademy.Storage.Drills;

/// <summary>An exercise as lists know it: drills of one scenario, with one seed, that begin together.</summary>
public sealed record ExerciseEntry
{
    public required string Id { get; init; }

    /// <summary>Whose instructors steer it; it holds every drill in it.</summary>
    public required string AgencyId { get; init; }

    public required string ScenarioId { get; init; }
    public required string Title { get; init; }

    /// <summary>The hash of the pinned scenario, the same in every drill.</summary>
    public required string ContentSha256 { get; init; }

    /// <summary>What each country sees of the others after EndEx: one of <see cref="ComparisonLevel"/>.</summary>
    public string Comparison { get; init; } = ComparisonLevel.Nothing;

    public string? CreatedBy { get; init; }
    public required DateTimeOffset CreatedWall { get; init; }

    /// <summary>When its StartEx was first given; null before.</summary>
    public DateTimeOffset? StartedWall { get; init; }
}
