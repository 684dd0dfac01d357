using System.Security.Cryptography;
using System.Text;

namespace HanoiAcademy.Server.Drills.Seats;

/// <summary>What is read off a screen and typed: letters that cannot be taken for each other, in any case, with or without gaps.</summary>
internal static class Codes
{
    private const string Letters = "ABCDEFGHJKMNPQRSTVWXYZ";
    private const int JoinLength = 6;
    private const int RejoinLength = 12;

    public static string NewJoinCode() => RandomNumberGenerator.GetString(Letters, JoinLength);

    public static string NewRejoinWord() => RandomNumberGenerator.GetString(Letters, RejoinLength);

    /// <summary>The same word for the same call: a guest whose answer was lost repeats it and is not a second guest.</summary>
    public static string RejoinWordOf(string drill, string key) =>
        string.Concat(SHA256.HashData(Encoding.UTF8.GetBytes($"rejoin|{drill}|{key}")).Take(RejoinLength).Select(b => Letters[b % Letters.Length]));

    public static string NewDrillId() => RandomNumberGenerator.GetString("abcdefghjkmnpqrstvwxyz23456789", 10);

    public static string Fold(string? typed) =>
        string.Concat((typed ?? "").ToUpperInvariant().Where(letter => letter is >= 'A' and <= 'Z'));

    /// <summary>"KDTM-QXRA-BVNE": in groups, as it is shown.</summary>
    public static string InGroups(string word) => string.Join('-', word.Chunk(4).Select(group => new string(group)));

    public static string Hash(string word) => Convert.ToHexStringLower(SHA256.HashData(Encoding.ASCII.GetBytes(Fold(word))));
}
