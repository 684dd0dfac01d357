using HanoiAcademy.Storage.Database;
using Microsoft.AspNetCore.Identity;

namespace HanoiAcademy.Storage.Accounts;

/// <summary>Identity's store. What Identity sets lies on the account until it calls Create or Update; passkeys are kept at once.</summary>
internal sealed partial class AccountStore(IDatabase database, IdentityErrorDescriber errors) : IUserStore<Account>
{
    public async Task<IdentityResult> CreateAsync(Account user, CancellationToken cancellationToken)
    {
        cancellationToken.ThrowIfCancellationRequested();
        user.ConcurrencyStamp = NewStamp();
        return await database.WriteOne(session => AccountTable.Insert(session, user))
            ? IdentityResult.Success
            : IdentityResult.Failed(errors.DuplicateUserName(user.UserName));
    }

    private const string UpdateAccount = """
        UPDATE Accounts SET
            AgencyId = @AgencyId, UserName = @UserName, NormalizedUserName = @NormalizedUserName, DisplayName = @DisplayName,
            Language = @Language, PasswordHash = @PasswordHash, MustChangePassword = @MustChangePassword, Disabled = @Disabled,
            SecurityStamp = @SecurityStamp, ConcurrencyStamp = @NewStamp, LockoutEnabled = @LockoutEnabled, LockoutEnd = @LockoutEnd,
            AccessFailedCount = @AccessFailedCount, TwoFactorEnabled = @TwoFactorEnabled, AuthenticatorKey = @AuthenticatorKey,
            RecoveryCodeHashes = @RecoveryCodeHashes
        WHERE Id = @Id AND ConcurrencyStamp = @ConcurrencyStamp
          AND NOT EXISTS (SELECT 1 FROM Accounts o WHERE o.NormalizedUserName = @NormalizedUserName AND o.Id <> @Id)
        """;

    private const string HasStamp = "SELECT COUNT(*) FROM Accounts WHERE Id = @Id AND ConcurrencyStamp = @newStamp";

    private const string NameIsTaken = "SELECT COUNT(*) FROM Accounts WHERE NormalizedUserName = @NormalizedUserName AND Id <> @Id";

    public async Task<IdentityResult> UpdateAsync(Account user, CancellationToken cancellationToken)
    {
        cancellationToken.ThrowIfCancellationRequested();
        var newStamp = NewStamp();
        var values = new Dapper.DynamicParameters(user);
        values.Add("NewStamp", newStamp);
        var error = await database.WriteOne(session => session.Execute(UpdateAccount, values) == 1 ? null
            : session.Again && session.Number(HasStamp, new { user.Id, newStamp }) == 1 ? null
            : session.Number(NameIsTaken, new { user.NormalizedUserName, user.Id }) > 0 ? errors.DuplicateUserName(user.UserName)
            : errors.ConcurrencyFailure());
        if (error is not null)
        {
            return IdentityResult.Failed(error);
        }

        user.ConcurrencyStamp = newStamp;
        return IdentityResult.Success;
    }

    private const string IsThere = "SELECT COUNT(*) FROM Accounts WHERE Id = @Id";

    private const string DeleteAccount = "DELETE FROM Accounts WHERE Id = @Id AND ConcurrencyStamp = @ConcurrencyStamp";

    public async Task<IdentityResult> DeleteAsync(Account user, CancellationToken cancellationToken)
    {
        cancellationToken.ThrowIfCancellationRequested();
        var gone = await database.WriteOne(session =>
            session.Execute(DeleteAccount, new { user.Id, user.ConcurrencyStamp }) == 1 || (session.Again && session.Number(IsThere, new { user.Id }) == 0));
        return gone
            ? IdentityResult.Success
            : IdentityResult.Failed(errors.ConcurrencyFailure());
    }

    private const string ById = $"SELECT {AccountTable.Columns} FROM Accounts WHERE Id = @userId";

    public Task<Account?> FindByIdAsync(string userId, CancellationToken cancellationToken) =>
        database.Read(session => session.First<Account>(ById, new { userId }), cancellationToken);

    private const string ByName = $"SELECT {AccountTable.Columns} FROM Accounts WHERE NormalizedUserName = @normalizedUserName";

    public Task<Account?> FindByNameAsync(string normalizedUserName, CancellationToken cancellationToken) =>
        database.Read(session => session.First<Account>(ByName, new { normalizedUserName }), cancellationToken);

    public Task<string> GetUserIdAsync(Account user, CancellationToken cancellationToken) => Task.FromResult(user.Id);

    public Task<string?> GetUserNameAsync(Account user, CancellationToken cancellationToken) => Task.FromResult<string?>(user.UserName);

    public Task SetUserNameAsync(Account user, string? userName, CancellationToken cancellationToken) => Set(() => user.UserName = userName ?? "");

    public Task<string?> GetNormalizedUserNameAsync(Account user, CancellationToken cancellationToken) => Task.FromResult<string?>(user.NormalizedUserName);

    public Task SetNormalizedUserNameAsync(Account user, string? normalizedName, CancellationToken cancellationToken) =>
        Set(() => user.NormalizedUserName = normalizedName ?? "");

    public void Dispose()
    {
        // Identity disposes its store with every request; the database lives longer.
    }

    private static string NewStamp() => Guid.NewGuid().ToString("N");

    private static Task Set(Action set)
    {
        set();
        return Task.CompletedTask;
    }
}
