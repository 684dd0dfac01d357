namespace HanoiAcademy.Bench.Figures;

/// <summary>Times in buckets of a tenth of a millisecond up to two seconds, of a hundredth of a second beyond; the longest is kept as it is.</summary>
internal sealed class Histogram
{
    private const int Fine = 20_000;
    private const int Coarse = 6_000;
    private readonly long[] _buckets = new long[Fine + Coarse];
    private long _longest;

    public double Longest => TimeSpan.FromTicks(Interlocked.Read(ref _longest)).TotalMilliseconds;

    public void Add(TimeSpan time)
    {
        var tenths = (long)(time.TotalMilliseconds * 10);
        Interlocked.Increment(ref _buckets[tenths < Fine ? tenths : Math.Min(Fine + (tenths - Fine) / 100, Fine + Coarse - 1)]);
        var longest = Interlocked.Read(ref _longest);
        while (time.Ticks > longest && Interlocked.CompareExchange(ref _longest, time.Ticks, longest) is var there && there != longest)
            longest = there;
    }

    /// <summary>Milliseconds that this share of all times stays within (the upper end of the bucket).</summary>
    public double Percentile(double share)
    {
        var wanted = (long)Math.Ceiling(_buckets.Sum() * share);
        long seen = 0;
        for (var i = 0; i < _buckets.Length; i++)
        {
            seen += _buckets[i];
            if (seen >= wanted && seen > 0)
                return Math.Min(Longest, i < Fine ? (i + 1) / 10.0 : (Fine + (i - Fine + 1) * 100) / 10.0);
        }

        return 0;
    }
}
