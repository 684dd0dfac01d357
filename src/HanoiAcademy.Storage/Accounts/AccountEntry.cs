namespace HanoiAcademy.Storage.Accounts;

/// <summary>An account as lists show it, without anything secret.</summary>
public sealed record AccountEntry
{
    public required string Id { get; init; }
    public required string AgencyId { get; init; }
    public required string UserName { get; init; }
    public required string DisplayName { get; init; }
    public bool Disabled { get; init; }
    public required DateTimeOffset Created { get; init; }
}
