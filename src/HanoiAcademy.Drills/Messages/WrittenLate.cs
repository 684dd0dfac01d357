using System.Globalization;
using HanoiAcademy.Drills.Events;
using HanoiAcademy.Drills.State;

namespace HanoiAcademy.Drills.Messages;

/// <summary>What was written while a link was down counts when it arrives; that it was written before is noted, so that whoever judges can be fair.</summary>
public static class WrittenLate
{
    /// <summary>The note beside what an act brought; null when it was written as good as now. <paramref name="written"/>: drill ms as its sender's screen knew them, which proves nothing.</summary>
    public static WrittenEarlier? Note(long at, string seat, long? written) =>
        written is { } then && then >= 0 && at - then >= Worth ? new WrittenEarlier(at, seat, then) : null;

    /// <summary>A few seconds on the way are everybody's.</summary>
    private const long Worth = 10_000;

    internal static DrillState Evolve(DrillState s, WrittenEarlier x)
    {
        var time = TimeSpan.FromMilliseconds(x.WrittenAt);
        return Drill.Note(s, x.At, x.Seat, "written-earlier", string.Create(CultureInfo.InvariantCulture, $"T+{(long)time.TotalHours:00}:{time.Minutes:00}"));
    }
}
