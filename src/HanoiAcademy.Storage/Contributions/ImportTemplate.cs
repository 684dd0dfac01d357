namespace HanoiAcademy.Storage.Contributions;

/// <summary>How an agency's spreadsheets are to be read: chosen once, used for the next file.</summary>
public sealed record ImportTemplate
{
    public required string Id { get; init; }
    public required string AgencyId { get; init; }

    /// <summary>No two of an agency have the same, letter case apart; at most <see cref="LongestName"/> characters.</summary>
    public required string Name { get; init; }

    /// <summary>JSON of a column mapping.</summary>
    public required string Mapping { get; init; }

    public required DateTimeOffset SavedWall { get; init; }

    public const int LongestName = 80;

    /// <summary>Of an agency.</summary>
    public const int Most = 100;
}
