namespace HanoiAcademy.Drills;

/// <summary>
/// Keyed luck: a SplitMix64 hash of the seed, the team, the thing and how many times before. One more act by somebody shifts nobody else's luck,
/// and the same seed gives the same luck in every runtime for ever.
/// </summary>
internal static class Luck
{
    public static int Percent(long seed, string team, string thing, int nth) => (int)(Draw(seed, team, thing, nth) % 100);

    /// <summary>A whole number from <paramref name="from"/> to <paramref name="to"/>, both included.</summary>
    public static long Between(long from, long to, long seed, string team, string thing, int nth) =>
        from + (long)(Draw(seed, team, thing, nth) % (ulong)(to - from + 1));

    private static ulong Draw(long seed, string team, string thing, int nth)
    {
        var x = Mix((ulong)seed);
        x = Fold(x, team);
        x = Fold(x, thing);
        return Mix(x ^ (ulong)nth);
    }

    private static ulong Fold(ulong x, string word)
    {
        foreach (var c in word)
            x = Mix(x ^ c);
        return Mix(x ^ 0xFFFF_0000UL);
    }

    private static ulong Mix(ulong x)
    {
        x += 0x9E3779B97F4A7C15UL;
        x = (x ^ (x >> 30)) * 0xBF58476D1CE4E5B9UL;
        x = (x ^ (x >> 27)) * 0x94D049BB133111EBUL;
        return x ^ (x >> 31);
    }
}
