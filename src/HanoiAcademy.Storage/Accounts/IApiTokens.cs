namespace HanoiAcademy.Storage.Accounts;

public interface IApiTokens
{
    Task Create(ApiToken token);

    /// <summary>Null when there is none or it has expired.</summary>
    Task<ApiToken?> FindUsable(string tokenHash, DateTimeOffset now, CancellationToken cancel = default);

    /// <summary>Notes that it was used.</summary>
    Task Touch(string id, DateTimeOffset now);

    Task<IReadOnlyList<ApiToken>> Of(string accountId, CancellationToken cancel = default);

    /// <summary>False when the account has no such token.</summary>
    Task<bool> Revoke(string accountId, string id);
}
