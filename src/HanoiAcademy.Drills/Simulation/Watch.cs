using HanoiAcademy.Drills.Scenarios;
using HanoiAcademy.Drills.State;

namespace HanoiAcademy.Drills.Simulation;

/// <summary>Looks on while a drill is rehearsed: how much lay before each seat in each minute.</summary>
internal sealed class Watch(Scenario scenario)
{
    private const long Minute = 60_000;
    private readonly List<byte[]> _minutes = [.. PlayBook.Of(scenario).Seats.Select(_ => Array.Empty<byte>())];
    private int[] _loads = [];
    private long _since;

    /// <summary>Called at each step: what lies before everyone from now until the next look.</summary>
    public void Look(DrillState state, Cast cast)
    {
        Until(state.At);
        _loads = [.. cast.Loads];
    }

    /// <summary>Most things that lay before a seat in each minute; 0: nothing all the minute long.</summary>
    public IReadOnlyList<byte[]> MinutesUntil(long end)
    {
        Until(end);
        return _minutes;
    }

    private void Until(long at)
    {
        if (_loads.Length > 0 && at > _since)
            for (var seat = 0; seat < _loads.Length; seat++)
                for (var minute = _since / Minute; minute <= (at - 1) / Minute; minute++)
                {
                    if (minute >= _minutes[seat].Length)
                        _minutes[seat] = [.. _minutes[seat], .. new byte[minute + 1 - _minutes[seat].Length]];
                    _minutes[seat][minute] = Math.Max(_minutes[seat][minute], (byte)Math.Min(_loads[seat], byte.MaxValue));
                }
        _since = Math.Max(_since, at);
    }
}
