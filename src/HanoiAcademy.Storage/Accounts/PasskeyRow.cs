using Microsoft.AspNetCore.Identity;

namespace HanoiAcademy.Storage.Accounts;

internal sealed record PasskeyRow
{
    public required byte[] CredentialId { get; init; }
    public required string AccountId { get; init; }
    public required byte[] PublicKey { get; init; }
    public string? Name { get; init; }
    public required DateTimeOffset Created { get; init; }
    public required long SignCount { get; init; }

    /// <summary>Parted by spaces; null where the browser did not say.</summary>
    public string? Transports { get; init; }

    public required bool IsUserVerified { get; init; }
    public required bool IsBackupEligible { get; init; }
    public required bool IsBackedUp { get; init; }
    public required byte[] AttestationObject { get; init; }
    public required byte[] ClientDataJson { get; init; }

    public static PasskeyRow From(string accountId, UserPasskeyInfo passkey) => new()
    {
        CredentialId = passkey.CredentialId,
        AccountId = accountId,
        PublicKey = passkey.PublicKey,
        Name = passkey.Name,
        Created = passkey.CreatedAt,
        SignCount = passkey.SignCount,
        Transports = passkey.Transports is null ? null : string.Join(' ', passkey.Transports),
        IsUserVerified = passkey.IsUserVerified,
        IsBackupEligible = passkey.IsBackupEligible,
        IsBackedUp = passkey.IsBackedUp,
        AttestationObject = passkey.AttestationObject,
        ClientDataJson = passkey.ClientDataJson,
    };

    public UserPasskeyInfo ToInfo() => new(
        CredentialId,
        PublicKey,
        Created,
        (uint)SignCount,
        Transports?.Split(' ', StringSplitOptions.RemoveEmptyEntries),
        IsUserVerified,
        IsBackupEligible,
        IsBackedUp,
        AttestationObject,
        ClientDataJson)
    {
        Name = Name,
    };
}
