namespace HanoiAcademy.Storage.Drills;

/// <summary>A drill as lists know it.</summary>
public sealed record DrillEntry
{
    public required string Id { get; init; }
    public required string AgencyId { get; init; }

    /// <summary>The exercise this drill is part of; null for a drill of its own.</summary>
    public string? ExerciseId { get; init; }

    public required string ScenarioId { get; init; }
    public required string Title { get; init; }

    /// <summary>The hash of the pinned scenario in <see cref="Pinned.IContentStore"/>, in lower-case hexadecimal.</summary>
    public required string ContentSha256 { get; init; }

    /// <summary>One of <see cref="DrillStatus"/>.</summary>
    public string Status { get; init; } = DrillStatus.Lobby;

    /// <summary>The account that launched it; null for a drill the server itself launched.</summary>
    public string? CreatedBy { get; init; }

    public required DateTimeOffset CreatedWall { get; init; }

    /// <summary>Unique among drills that have not ended.</summary>
    public required string JoinCode { get; init; }

    public bool GuestsAllowed { get; init; }

    /// <summary>One of <see cref="Drills.AfterCrash"/>.</summary>
    public string AfterCrash { get; init; } = Drills.AfterCrash.Pause;

    /// <summary>The drill the demo starts by itself and starts anew when it has ended.</summary>
    public bool IsDemo { get; init; }

    /// <summary>Its launcher plays it among simulated players, without control; nobody else is let in by its code.</summary>
    public bool IsAlone { get; init; }

    /// <summary>The drill time up to which it may have run, in milliseconds; where it stands after a crash.</summary>
    public long LeaseUntilAt { get; init; }

    public DateTimeOffset? LeaseWall { get; init; }
    public DateTimeOffset? EndedWall { get; init; }

    /// <summary>The drill whose past this one has, up to a row of its log; null for one that began at its own StartEx.</summary>
    public string? ForkedFrom { get; init; }

    public long? ForkedRow { get; init; }
}
