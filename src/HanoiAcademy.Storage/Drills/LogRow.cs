namespace HanoiAcademy.Storage.Drills;

public sealed record LogRow
{
    public required string DrillId { get; init; }
    public required long Version { get; init; }
    public required string CommandId { get; init; }
    public required string Seat { get; init; }

    /// <summary>Drill time in milliseconds.</summary>
    public required long At { get; init; }

    public required DateTimeOffset Wall { get; init; }

    /// <summary>The events as one JSON text.</summary>
    public required string Events { get; init; }
}
