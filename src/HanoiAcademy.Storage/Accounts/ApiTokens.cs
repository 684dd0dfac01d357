using HanoiAcademy.Storage.Database;

namespace HanoiAcademy.Storage.Accounts;

internal sealed class ApiTokens(IDatabase database) : IApiTokens
{
    private const string Columns = "Id, TokenHash, AccountId, Name, Created, Expires, LastUsed";

    private const string InsertToken = $"INSERT INTO ApiTokens ({Columns}) VALUES (@Id, @TokenHash, @AccountId, @Name, @Created, @Expires, NULL)";

    private const string IsThere = "SELECT COUNT(*) FROM ApiTokens WHERE Id = @Id AND TokenHash = @TokenHash";

    public Task Create(ApiToken token) => database.WriteOne(session =>
        session.Again && session.Number(IsThere, token) == 1 ? 1 : session.Execute(InsertToken, token));

    private const string Usable = $"SELECT {Columns} FROM ApiTokens WHERE TokenHash = @tokenHash AND Expires > @now";

    public Task<ApiToken?> FindUsable(string tokenHash, DateTimeOffset now, CancellationToken cancel) =>
        database.Read(session => session.First<ApiToken>(Usable, new { tokenHash, now }), cancel);

    private const string UpdateLastUsed = "UPDATE ApiTokens SET LastUsed = @now WHERE Id = @id AND (LastUsed IS NULL OR LastUsed < @now)";

    public Task Touch(string id, DateTimeOffset now) => database.WriteOne(session => session.Execute(UpdateLastUsed, new { id, now }));

    private const string OfAccount = $"SELECT {Columns} FROM ApiTokens WHERE AccountId = @accountId ORDER BY Created DESC, Id";

    public Task<IReadOnlyList<ApiToken>> Of(string accountId, CancellationToken cancel) =>
        database.Read<IReadOnlyList<ApiToken>>(session => session.All<ApiToken>(OfAccount, new { accountId }), cancel);

    private const string DeleteToken = "DELETE FROM ApiTokens WHERE AccountId = @accountId AND Id = @id";

    public Task<bool> Revoke(string accountId, string id) =>
        database.WriteOne(session => session.Execute(DeleteToken, new { accountId, id }) == 1 || session.Again);
}
