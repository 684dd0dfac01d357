namespace HanoiAcademy.Storage.Figures;

/// <summary>What was worked out from a drill's log. LogVersion: of the last row it knows; Figures: JSON of whoever made it.</summary>
public sealed record KeptFigures
{
    public required string DrillId { get; init; }
    public required long LogVersion { get; init; }
    public required string Figures { get; init; }
    public required DateTimeOffset MadeWall { get; init; }
}

/// <summary>What simulated players made of a scenario, by its hash.</summary>
public sealed record SimulatedFigures
{
    public required string ContentSha256 { get; init; }
    public required int Runs { get; init; }
    public required string Figures { get; init; }
    public required DateTimeOffset MadeWall { get; init; }
}
