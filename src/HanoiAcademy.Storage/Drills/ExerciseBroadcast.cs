namespace HanoiAcademy.Storage.Drills;

/// <summary>A message to all drills of an exercise.</summary>
public sealed record ExerciseBroadcast
{
    public required string ExerciseId { get; init; }

    /// <summary>The id of the inject that it is in every drill.</summary>
    public required string Id { get; init; }

    /// <summary>The command that each drill is sent, as JSON.</summary>
    public required string Words { get; init; }

    public string? CreatedBy { get; init; }
    public required DateTimeOffset CreatedWall { get; init; }
}

/// <summary>One drill that it goes to.</summary>
public sealed record BroadcastDrill
{
    public required string ExerciseId { get; init; }
    public required string BroadcastId { get; init; }
    public required string DrillId { get; init; }

    /// <summary>Who sends it there: the seat of whoever pressed.</summary>
    public required string Seat { get; init; }

    /// <summary>One of <see cref="BroadcastStatus"/>.</summary>
    public string Status { get; init; } = BroadcastStatus.Waiting;

    /// <summary>Of one that was refused: why.</summary>
    public string? Code { get; init; }
}

public static class BroadcastStatus
{
    public const string Waiting = "waiting";
    public const string Delivered = "delivered";
    public const string Refused = "refused";

    /// <summary>It could not be reached for so long that the message would come too late.</summary>
    public const string GivenUp = "given-up";
}
