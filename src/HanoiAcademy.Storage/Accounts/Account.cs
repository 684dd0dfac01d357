namespace HanoiAcademy.Storage.Accounts;

/// <summary>A person's account. A class with setters because ASP.NET Core Identity changes it through its stores.</summary>
public sealed class Account
{
    public required string Id { get; set; }

    /// <summary>The agency that keeps the account; its roles there and elsewhere are memberships.</summary>
    public required string AgencyId { get; set; }

    public required string UserName { get; set; }

    /// <summary>Set by Identity; unique over the whole site.</summary>
    public string NormalizedUserName { get; set; } = "";

    public required string DisplayName { get; set; }

    /// <summary>The language of the pages, or null for what the browser asks for.</summary>
    public string? Language { get; set; }

    public string? PasswordHash { get; set; }
    public bool MustChangePassword { get; set; }
    public bool Disabled { get; set; }
    public string SecurityStamp { get; set; } = "";
    public string ConcurrencyStamp { get; set; } = "";
    public bool LockoutEnabled { get; set; } = true;
    public DateTimeOffset? LockoutEnd { get; set; }
    public int AccessFailedCount { get; set; }
    public bool TwoFactorEnabled { get; set; }
    public string? AuthenticatorKey { get; set; }

    /// <summary>Hashes of the recovery codes not yet used, parted by spaces.</summary>
    public string RecoveryCodeHashes { get; set; } = "";

    public required DateTimeOffset Created { get; set; }
}
