using System.Globalization;
using System.Security.Cryptography;
using System.Text;

namespace HanoiAcademy.Storage.Drills;

/// <summary>
/// A row's hash, taken when it is written. It tells a slip of somebody's hand and a fault of a disk; who can write to the database at will can write it anew. Neither the drill nor the command's
/// id is in it: a fork takes rows over under its own.
/// </summary>
internal static class LogDigest
{
    /// <summary>SHA-256 in lower-case hex.</summary>
    public static string Of(LogRow row) =>
        Convert.ToHexStringLower(SHA256.HashData(Encoding.UTF8.GetBytes(string.Create(CultureInfo.InvariantCulture, $"{row.Version}\n{row.Seat}\n{row.At}\n{row.Events}"))));
}
