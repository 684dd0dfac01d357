using Microsoft.AspNetCore.Identity;

namespace HanoiAcademy.Storage.Accounts;

internal sealed partial class AccountStore : IUserPasskeyStore<Account>
{
    // A credential that belongs to somebody else is never taken over: the update finds no row and the insert breaks on the key.
    private const string UpdatePasskey = """
        UPDATE Passkeys SET Name = @Name, SignCount = @SignCount, IsUserVerified = @IsUserVerified, IsBackedUp = @IsBackedUp
        WHERE CredentialId = @CredentialId AND AccountId = @AccountId
        """;

    private const string InsertPasskey = """
        INSERT INTO Passkeys (CredentialId, AccountId, PublicKey, Name, Created, SignCount, Transports, IsUserVerified, IsBackupEligible,
            IsBackedUp, AttestationObject, ClientDataJson)
        VALUES (@CredentialId, @AccountId, @PublicKey, @Name, @Created, @SignCount, @Transports, @IsUserVerified, @IsBackupEligible,
            @IsBackedUp, @AttestationObject, @ClientDataJson)
        """;

    public Task AddOrUpdatePasskeyAsync(Account user, UserPasskeyInfo passkey, CancellationToken cancellationToken)
    {
        var row = PasskeyRow.From(user.Id, passkey);
        return database.Write(session => session.Execute(UpdatePasskey, row) == 1 ? 1 : session.Execute(InsertPasskey, row));
    }

    private const string PasskeyColumns = """
        CredentialId, AccountId, PublicKey, Name, Created, SignCount, Transports, IsUserVerified, IsBackupEligible, IsBackedUp,
        AttestationObject, ClientDataJson
        """;

    private const string PasskeysOf = $"SELECT {PasskeyColumns} FROM Passkeys WHERE AccountId = @Id ORDER BY Created";

    public Task<IList<UserPasskeyInfo>> GetPasskeysAsync(Account user, CancellationToken cancellationToken) =>
        database.Read<IList<UserPasskeyInfo>>(
            session => [.. session.All<PasskeyRow>(PasskeysOf, new { user.Id }).Select(row => row.ToInfo())],
            cancellationToken);

    private const string OwnerOf = $"""
        SELECT {AccountTable.Columns} FROM Accounts
        WHERE Id = (SELECT AccountId FROM Passkeys WHERE CredentialId = @credentialId)
        """;

    public Task<Account?> FindByPasskeyIdAsync(byte[] credentialId, CancellationToken cancellationToken) =>
        database.Read(session => session.First<Account>(OwnerOf, new { credentialId }), cancellationToken);

    private const string OnePasskey = $"SELECT {PasskeyColumns} FROM Passkeys WHERE CredentialId = @credentialId AND AccountId = @Id";

    public Task<UserPasskeyInfo?> FindPasskeyAsync(Account user, byte[] credentialId, CancellationToken cancellationToken) =>
        database.Read(session => session.First<PasskeyRow>(OnePasskey, new { credentialId, user.Id })?.ToInfo(), cancellationToken);

    private const string DeletePasskey = "DELETE FROM Passkeys WHERE CredentialId = @credentialId AND AccountId = @Id";

    public Task RemovePasskeyAsync(Account user, byte[] credentialId, CancellationToken cancellationToken) =>
        database.WriteOne(session => session.Execute(DeletePasskey, new { credentialId, user.Id }));
}
