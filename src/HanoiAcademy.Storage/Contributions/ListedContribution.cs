namespace HanoiAcademy.Storage.Contributions;

/// <summary>A line of the agency's list: the contribution, and its newest version in short.</summary>
public sealed record ListedContribution
{
    public required string Id { get; init; }
    public required string AgencyId { get; init; }
    public required string Title { get; init; }
    public required int Version { get; init; }
    public required string Sha256 { get; init; }
    public required string ScenarioId { get; init; }
    public required int Errors { get; init; }
    public required int Warnings { get; init; }
    public required DateTimeOffset MadeWall { get; init; }

    /// <summary>Who made the version; null when the account is gone.</summary>
    public string? MadeByName { get; init; }
}
