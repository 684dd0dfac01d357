namespace HanoiAcademy.Storage.Agencies;

public interface IInvitations
{
    /// <summary>A new link of kind first-administrator or reset takes the place of those not yet used for the same purpose.</summary>
    Task Create(Invitation invitation);

    /// <summary>Only while it can still be used.</summary>
    Task<Invitation?> FindUsable(string tokenHash, DateTimeOffset now, CancellationToken cancel = default);

    /// <summary>
    /// Uses it up and, unless it is of kind reset, makes the account a member, both or neither. Null when somebody was faster or
    /// it has expired. The account must exist.
    /// </summary>
    Task<Invitation?> Use(string tokenHash, string accountId, DateTimeOffset now);

    /// <summary>Those still usable, latest first.</summary>
    Task<IReadOnlyList<Invitation>> ListUsable(string agencyId, DateTimeOffset now, CancellationToken cancel = default);

    /// <summary>Takes back all links of a kind that are not used yet, of one account or (null) of all; returns how many.</summary>
    Task<int> RevokeAll(string kind, string? accountId);

    /// <summary>False when it was not there or is already used.</summary>
    Task<bool> Revoke(string agencyId, string tokenHash);
}
