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

    /// <summary>Null in rows that are yet to be written, and in those of before there were digests.</summary>
    public string? Digest { get; init; }

    internal LogRow Signed() => this with { Digest = LogDigest.Of(this) };

    /// <summary>It is known not to be what was written.</summary>
    public bool IsAltered => Digest is not null && Digest != LogDigest.Of(this);
}
