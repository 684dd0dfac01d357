using System.Globalization;

namespace HanoiAcademy.Bench.Engine;

/// <summary>Times of single calls in microseconds, as they came and by rank.</summary>
internal sealed record Histogram(double[] InOrder, double[] Sorted)
{
    public double P50 => At(50);

    public static Histogram Of(double[] times) => new(times, [.. times.Order()]);

    public override string ToString() =>
        string.Create(CultureInfo.InvariantCulture, $"mean {InOrder.Average():0.0} µs, p50 {P50:0.0}, p99 {At(99):0.0}, highest {Sorted[^1]:0.0}");

    private double At(int percent) => Sorted[Math.Min(Sorted.Length - 1, Sorted.Length * percent / 100)];
}
