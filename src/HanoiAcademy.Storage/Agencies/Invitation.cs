namespace HanoiAcademy.Storage.Agencies;

/// <summary>A link that is good once. Only the hash of its token is kept.</summary>
public sealed record Invitation
{
    /// <summary>SHA-256 of the token, in lower-case hexadecimal.</summary>
    public required string TokenHash { get; init; }

    /// <summary>One of <see cref="InvitationKind"/>.</summary>
    public string Kind { get; init; } = InvitationKind.Join;

    public required string AgencyId { get; init; }

    /// <summary>One of <see cref="AccountRole"/>: what its user becomes in the agency.</summary>
    public required string Role { get; init; }

    /// <summary>The account whose password a link of kind reset sets anew; null otherwise.</summary>
    public string? AccountId { get; init; }

    public string? CreatedBy { get; init; }
    public required DateTimeOffset Created { get; init; }
    public required DateTimeOffset Expires { get; init; }
    public string? UsedBy { get; init; }
    public DateTimeOffset? UsedWall { get; init; }
}
