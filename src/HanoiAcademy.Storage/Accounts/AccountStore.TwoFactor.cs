using System.Security.Cryptography;
using System.Text;
using Microsoft.AspNetCore.Identity;

namespace HanoiAcademy.Storage.Accounts;

/// <summary>Authenticator app and recovery codes; of the codes only hashes are kept.</summary>
internal sealed partial class AccountStore : IUserTwoFactorStore<Account>, IUserAuthenticatorKeyStore<Account>, IUserTwoFactorRecoveryCodeStore<Account>
{
    public Task SetTwoFactorEnabledAsync(Account user, bool enabled, CancellationToken cancellationToken) => Set(() => user.TwoFactorEnabled = enabled);

    public Task<bool> GetTwoFactorEnabledAsync(Account user, CancellationToken cancellationToken) => Task.FromResult(user.TwoFactorEnabled);

    public Task SetAuthenticatorKeyAsync(Account user, string key, CancellationToken cancellationToken) => Set(() => user.AuthenticatorKey = key);

    public Task<string?> GetAuthenticatorKeyAsync(Account user, CancellationToken cancellationToken) => Task.FromResult(user.AuthenticatorKey);

    public Task ReplaceCodesAsync(Account user, IEnumerable<string> recoveryCodes, CancellationToken cancellationToken) =>
        Set(() => user.RecoveryCodeHashes = string.Join(' ', recoveryCodes.Select(Hash)));

    /// <summary>Two requests with the same code both find it here; the second then fails on the concurrency stamp.</summary>
    public async Task<bool> RedeemCodeAsync(Account user, string code, CancellationToken cancellationToken)
    {
        var kept = Codes(user).ToList();
        if (!kept.Remove(Hash(code)))
        {
            return false;
        }

        user.RecoveryCodeHashes = string.Join(' ', kept);
        return (await UpdateAsync(user, cancellationToken)).Succeeded;
    }

    public Task<int> CountCodesAsync(Account user, CancellationToken cancellationToken) => Task.FromResult(Codes(user).Length);

    private static string[] Codes(Account user) => user.RecoveryCodeHashes.Split(' ', StringSplitOptions.RemoveEmptyEntries);

    private static string Hash(string code) => Convert.ToHexStringLower(SHA256.HashData(Encoding.UTF8.GetBytes(code)));
}
