using HanoiAcademy.Drills.Events;
using HanoiAcademy.Drills.Views;

namespace HanoiAcademy.Server.Drills.Rooms;

/// <summary>How the drill stands, for who looks at many of them.</summary>
internal sealed partial class DrillRoom
{
    /// <summary>When the roll was last called and each seat last tested its link, by the wall clock that the rules do not know.</summary>
    private readonly SortedDictionary<string, DateTimeOffset> _linkTested = new(StringComparer.Ordinal);
    private DateTimeOffset? _rollCalled;

    public async Task<Glance> Glance()
    {
        await WorkOffDue();
        Push();
        var seats = _state.Seats.Values;
        var live = _listeners.Values.Select(listener => listener.Seat).ToHashSet(StringComparer.Ordinal);
        return new Glance(_state.Status, _state.Started, _clock.Now, _state.Seats.Count, seats.Count(seat => seat.Holder == "person"), seats.Count(seat => seat.Holder == "simulated"), seats.Count(seat => seat.Ready))
        {
            Speed = _state.Speed,
            Live = _state.Seats.Keys.Count(live.Contains),
            Controllers = live.Count(IsController),
            Glimpse = Glimpse.Of(_state, _scenario),
            RollCalled = _rollCalled,
            Links = [.. _state.Seats.Select(seat => Link(seat.Key, live))],
        };
    }

    private SeatLink Link(string seat, HashSet<string> live)
    {
        var state = _state.Seats[seat];
        var link = _state.Exercise.Links.GetValueOrDefault(seat);
        return new SeatLink(seat, state.Holder, state.Ready, live.Contains(seat), link?.RoundTripMs, link?.Bytes,
            _linkTested.TryGetValue(seat, out var tested) ? tested : null, link is not null && _state.Exercise.Rolls > 0 && link.Roll == _state.Exercise.Rolls);
    }

    private void NoteWall(DrillEvent e, DateTimeOffset wall)
    {
        if (e is LinkReported reported)
            _linkTested[reported.Seat] = wall;
        else if (e is RollCalled)
            _rollCalled = wall;
    }
}
