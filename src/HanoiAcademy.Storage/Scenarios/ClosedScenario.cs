namespace HanoiAcademy.Storage.Scenarios;

/// <summary>
/// A scenario that an agency keeps from those who are to play it. It opens when every Until that stands is over; none: when somebody opens it.
/// </summary>
public sealed record ClosedScenario
{
    public required string ScenarioId { get; init; }
    public required string AgencyId { get; init; }

    /// <summary>For instructors to read; at most <see cref="LongestReason"/> characters.</summary>
    public string Reason { get; init; } = "";

    public string? ClosedBy { get; init; }
    public required DateTimeOffset ClosedWall { get; init; }
    public DateTimeOffset? UntilWall { get; init; }

    /// <summary>Until this drill has ended; closed again while it is reopened.</summary>
    public string? UntilDrill { get; init; }

    /// <summary>Until every drill of this exercise has ended.</summary>
    public string? UntilExercise { get; init; }

    public const int LongestReason = 500;
}
