namespace HanoiAcademy.Storage.Agencies;

public sealed record Agency
{
    public required string Id { get; init; }

    /// <summary>Its name in addresses; unique.</summary>
    public required string Slug { get; init; }

    public required string Name { get; init; }
    public required DateTimeOffset Created { get; init; }
}
