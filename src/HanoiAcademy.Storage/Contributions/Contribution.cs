namespace HanoiAcademy.Storage.Contributions;

/// <summary>A scenario that an agency's authors write, private to the agency.</summary>
public sealed record Contribution
{
    public required string Id { get; init; }
    public required string AgencyId { get; init; }

    /// <summary>What the agency calls it; at most <see cref="LongestTitle"/> characters.</summary>
    public required string Title { get; init; }

    /// <summary>The number of the version that counts: the newest.</summary>
    public int Version { get; init; } = 1;

    public string? CreatedBy { get; init; }
    public required DateTimeOffset CreatedWall { get; init; }

    public const int LongestTitle = 120;

    /// <summary>Of an agency at a time.</summary>
    public const int Most = 200;
}
