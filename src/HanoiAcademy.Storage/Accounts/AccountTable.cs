using HanoiAcademy.Storage.Database;

namespace HanoiAcademy.Storage.Accounts;

/// <summary>The SQL of the Accounts table that both the directory and Identity's store use.</summary>
internal static class AccountTable
{
    public const string Columns = """
        Id, AgencyId, UserName, NormalizedUserName, DisplayName, Language, PasswordHash, MustChangePassword, Disabled, SecurityStamp,
        ConcurrencyStamp, LockoutEnabled, LockoutEnd, AccessFailedCount, TwoFactorEnabled, AuthenticatorKey, RecoveryCodeHashes, Created
        """;

    private const string InsertAccount = $"""
        INSERT INTO Accounts ({Columns})
        SELECT @Id, @AgencyId, @UserName, @NormalizedUserName, @DisplayName, @Language, @PasswordHash, @MustChangePassword, @Disabled, @SecurityStamp,
            @ConcurrencyStamp, @LockoutEnabled, @LockoutEnd, @AccessFailedCount, @TwoFactorEnabled, @AuthenticatorKey, @RecoveryCodeHashes, @Created
        WHERE NOT EXISTS (SELECT 1 FROM Accounts WHERE NormalizedUserName = @NormalizedUserName)
        """;

    private const string IsThere = "SELECT COUNT(*) FROM Accounts WHERE Id = @Id AND NormalizedUserName = @NormalizedUserName";

    /// <summary>False when the user name is taken.</summary>
    public static bool Insert(Session session, Account account) =>
        session.Execute(InsertAccount, account) == 1 || (session.Again && session.Number(IsThere, new { account.Id, account.NormalizedUserName }) == 1);
}
