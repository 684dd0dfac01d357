namespace HanoiAcademy.Storage.Accounts;

/// <summary>What a script shows instead of a password. Only its hash is kept.</summary>
public sealed record ApiToken
{
    public required string Id { get; init; }

    /// <summary>SHA-256 of the token, in lower-case hexadecimal.</summary>
    public required string TokenHash { get; init; }

    public required string AccountId { get; init; }
    public required string Name { get; init; }
    public required DateTimeOffset Created { get; init; }
    public required DateTimeOffset Expires { get; init; }
    public DateTimeOffset? LastUsed { get; init; }
}
