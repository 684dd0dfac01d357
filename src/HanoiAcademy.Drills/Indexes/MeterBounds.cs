using HanoiAcademy.Drills.Scenarios;
using HanoiAcademy.Drills.State;
using HanoiAcademy.Drills.World;

namespace HanoiAcademy.Drills.Indexes;

/// <summary>The values of one meter at which some condition on it may turn: a bound is entered at the value itself and left one beyond it.</summary>
internal sealed class MeterBounds(IEnumerable<MeterIs> conditions)
{
    private readonly long[] values =
        [.. conditions.SelectMany(c => new[] { c.AtLeast, c.AtLeast - 1, c.AtMost, c.AtMost + 1 }).OfType<long>().Distinct().Order()];

    /// <summary>The first drill ms after <paramref name="after"/> at which the meter, as it moves now, reaches one of them; null if never.</summary>
    public long? Next(MeterState meter, long after)
    {
        // A meter moves one way only: the bound next to where it stands is reached first.
        var stands = Meters.Unbounded(meter, after);
        var n = Array.BinarySearch(values, stands);
        n = meter.Rate > 0 ? (n < 0 ? ~n : n + 1) : (n < 0 ? ~n : n) - 1;
        return n >= 0 && n < values.Length ? Meters.Reaches(meter, values[n], after) : null;
    }
}
