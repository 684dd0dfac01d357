using System.ComponentModel.DataAnnotations;

namespace HanoiAcademy.Server.Security;

public sealed class SecurityOptions
{
    public const string Section = "Security";

    /// <summary>Attempts on one account's name in a window, and an account's at join codes.</summary>
    [Range(1, 100_000)]
    public int AttemptsPerTarget { get; set; } = 20;

    /// <summary>
    /// Attempts from one address in a window; a classroom shares one, and joins with one code at the same moment, so that this
    /// is what limits guessing at join codes without an account.
    /// </summary>
    [Range(1, 1_000_000)]
    public int AttemptsPerAddress { get; set; } = 1_000;

    public TimeSpan AttemptWindow { get; set; } = TimeSpan.FromMinutes(5);

    /// <summary>Bytes of one request's body.</summary>
    [Range(1_024, 1_073_741_824)]
    public long RequestBytes { get; set; } = 2 * 1024 * 1024;
}
