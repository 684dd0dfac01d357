using System.ComponentModel.DataAnnotations;

namespace HanoiAcademy.Server.Accounts;

internal sealed class AccountsOptions
{
    public const string Section = "Accounts";

    /// <summary>Anybody who finds the site may make a trainee's account in the first agency.</summary>
    public bool SelfRegistration { get; set; }

    /// <summary>The name of the agency that the first start makes.</summary>
    [Required(AllowEmptyStrings = false, ErrorMessage = "Accounts:FirstAgency is empty; name the agency that the first start makes.")]
    public string FirstAgency { get; set; } = "Academy";

    [Range(8, 128)]
    public int PasswordLength { get; set; } = 10;

    /// <summary>Wrong passwords in a row before the account is locked for a while.</summary>
    [Range(3, 1_000)]
    public int WrongPasswords { get; set; } = 10;

    public TimeSpan LockedFor { get; set; } = TimeSpan.FromMinutes(5);

    /// <summary>How long a link stays usable that was made for somebody to open later.</summary>
    [Range(1, 90)]
    public int LinkDays { get; set; } = 7;
}
