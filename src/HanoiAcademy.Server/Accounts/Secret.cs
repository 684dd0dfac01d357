using System.Buffers.Text;
using System.Security.Cryptography;
using System.Text;

namespace HanoiAcademy.Server.Accounts;

/// <summary>Tokens and passwords that the site makes itself. Of a token only the hash is kept.</summary>
internal static class Secret
{
    // No letter or figure that is read as another on a printed slip.
    private const string Legible = "abcdefghjkmnpqrstuvwxyz23456789";

    /// <summary>256 bits, fit for an address.</summary>
    public static string Token() => Base64Url.EncodeToString(RandomNumberGenerator.GetBytes(32));

    public static string Hash(string token) => Convert.ToHexStringLower(SHA256.HashData(Encoding.UTF8.GetBytes(token)));

    /// <summary>Three groups of four, some 59 bits: long enough for a password, short enough to type from paper.</summary>
    public static string Password() =>
        string.Join('-', Enumerable.Range(0, 3).Select(_ => RandomNumberGenerator.GetString(Legible, 4)));
}
