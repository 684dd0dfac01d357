namespace HanoiAcademy.Storage.Agencies;

public sealed record Membership
{
    public required string AccountId { get; init; }
    public required string AgencyId { get; init; }

    /// <summary>One of <see cref="AccountRole"/>.</summary>
    public required string Role { get; init; }
}
