using HanoiAcademy.Drills.Scenarios;
using HanoiAcademy.Drills.State;

namespace HanoiAcademy.Drills.World;

/// <summary>Whole-number arithmetic of meters.</summary>
internal static class Meters
{
    public static long Value(MeterState state, Meter meter, long at) => Math.Clamp(Unbounded(state, at), meter.Min, meter.Max);

    /// <summary>Where its rate alone would have brought it.</summary>
    public static long Unbounded(MeterState state, long at) => state.Value + FloorDiv(state.Rate * (at - state.At), 60_000);

    /// <summary>The first drill ms after <paramref name="after"/> at which the meter reaches <paramref name="target"/> from where it is; null if never.</summary>
    public static long? Reaches(MeterState state, long target, long after)
    {
        if (state.Rate == 0)
            return null;
        var distance = target - state.Value;
        if (distance == 0 || distance > 0 != state.Rate > 0)
            return null;
        // Up: floor(rate × t / 60000) ≥ distance. Down: floor(−r × t / 60000) ≤ −d, which a part of a unit already is.
        var at = state.At + (state.Rate > 0
            ? CeilDiv(distance * 60_000, state.Rate)
            : FloorDiv((-distance - 1) * 60_000, -state.Rate) + 1);
        return at > after ? at : null;
    }

    private static long CeilDiv(long a, long b) => -FloorDiv(-a, b);

    private static long FloorDiv(long a, long b) => a / b - (a % b != 0 && a < 0 != b < 0 ? 1 : 0);
}
