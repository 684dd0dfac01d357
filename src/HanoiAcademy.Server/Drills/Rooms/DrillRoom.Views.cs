using HanoiAcademy.Drills.Commands;
using HanoiAcademy.Drills.Events;
using HanoiAcademy.Drills.Views;

namespace HanoiAcademy.Server.Drills.Rooms;

/// <summary>Who listens, and what they are told. View.Of alone decides what an audience sees.</summary>
internal sealed partial class DrillRoom
{
    private readonly SortedDictionary<string, AudienceStream> _streams = new(StringComparer.Ordinal);

    /// <summary>Connections by id, with their seats and devices; without a device who only looks into another's room.</summary>
    private readonly SortedDictionary<string, (string Seat, string? Device, string Audience)> _listeners = new(StringComparer.Ordinal);

    /// <summary>When the clock was set going, stood still or changed its speed.</summary>
    private readonly List<WallMark> _walls = [];

    private int Pace => _state.IsRunning ? _state.Speed : 0;

    /// <summary>The version that all streams show, and what has happened since.</summary>
    private long _pushed;
    private readonly List<DrillEvent> _unpushed = [];

    public async Task<RoomView> View(ViewAsk ask)
    {
        await WorkOffDue();
        Push();
        SeenNow(ask.Seat);
        var (teamAudience, ownAudience) = SeatAudiences.Of(_scenario, ask.Eyes, ask.Language);
        if (ask.Connection is { } connection)
        {
            var before = _listeners.GetValueOrDefault(connection).Audience;
            _listeners[connection] = (ask.Seat, ask.LooksAt is null ? ask.Device : null, teamAudience.ToString());
            ForgetUnheard(before);
            if (IsController(ask.Seat))
                _uncontrolled = null;
            TellWhoIsHere(ask.Seat);
        }

        // Everybody looks from the observers' seats who looks for a seat; that must not make two streams to keep up for good. Nor must a local
        // controller who only asks: nothing would tell when his stream can be forgotten.
        var isKept = ask.Connection is not null || teamAudience.Kind is not ("observer" or "local");
        var team = Stream(teamAudience, isKept);
        var own = Stream(ownAudience, isKept);
        return new RoomView(_clock.Now, _state.Status, team.StartAfter(ask.TeamAfter), own.StartAfter(ask.OwnAfter)) { Walls = [.. _walls] };
    }

    public Task<bool> Gone(string connection)
    {
        if (_listeners.Remove(connection, out var gone))
        {
            ForgetUnheard(gone.Audience);
            SeenNow(gone.Seat);
            TellWhoIsHere(gone.Seat);
        }

        return Task.FromResult(true);
    }

    /// <summary>
    /// Who sits at a screen at this moment: in no log, since it decides nothing. A team and its local controller hear of its own people, control of all; that another team is
    /// awake is nobody's to know. A seat also hears from which devices it is held.
    /// </summary>
    private void TellWhoIsHere(string changed)
    {
        var players = _listeners.Values.Select(listener => listener.Seat).Where(seat => !new Actor(seat).IsControl).Distinct().Order(StringComparer.Ordinal).ToList();
        var team = new Actor(changed).Team;
        foreach (var seat in _listeners.Values.Select(listener => listener.Seat).Distinct().ToList())
        {
            var hears = new Actor(seat) is { IsControl: true } control ? control.LocalTeam : new Actor(seat).Team;
            if (seat != changed && hears is not null && hears != team)
                continue;
            _services.Outlet.Notice(_id, seat, new RoomNotice(
                "here",
                Seats: [.. players.Where(other => hears is null || new Actor(other).Team == hears)],
                Devices: [.. _listeners.Values.Where(listener => listener.Seat == seat).Select(listener => listener.Device).OfType<string>()]));
        }
    }

    public Task<bool> Silence(string seat)
    {
        _services.Outlet.Silence(_id, seat);
        return Task.FromResult(true);
    }

    /// <summary>The names of what a listener hears.</summary>
    public (string Team, string Own) AudiencesOf(ViewAsk ask) =>
        SeatAudiences.Of(_scenario, ask.Eyes, ask.Language) is var (team, own) ? (team.ToString(), own.ToString()) : default;

    /// <summary>Whoever plays alone is all there is of control.</summary>
    private bool IsController(string seat) => new Actor(seat) is var actor
        && (actor is { IsControl: true, Role: "director" or "lead" or "local" } || _state.Alone && actor.IsPlayer && _state.Seats.GetValueOrDefault(seat)?.Holder == "person");

    /// <summary>A controller without a connection (a script, a page without script) counts from when he last asked for something.</summary>
    private void SeenNow(string seat)
    {
        if (IsController(seat) && !_listeners.Values.Any(listener => IsController(listener.Seat)))
            _uncontrolled = _services.Time.GetTimestamp();
    }

    private AudienceStream Stream(Audience audience, bool isKept)
    {
        if (_streams.TryGetValue(audience.ToString(), out var known))
            return known;
        var stream = new AudienceStream(audience, HanoiAcademy.Drills.Views.View.Of(_state, _scenario, audience));
        if (isKept)
            _streams[audience.ToString()] = stream;
        return stream;
    }

    /// <summary>A local controller's view is made whole after every command, which is too dear for nobody. Other streams are cheap to keep up, and spare whoever returns the whole view.</summary>
    private void ForgetUnheard(string? audience)
    {
        if (audience is not null && _streams.TryGetValue(audience, out var stream) && stream.Audience.Kind == "local" && !_listeners.Values.Any(listener => listener.Audience == audience))
            _streams.Remove(audience);
    }

    private void Push()
    {
        if (_pushed == _version)
            return;
        _pushed = _version;
        foreach (var (name, stream) in _streams)
        {
            var message = HanoiAcademy.Drills.Views.View.Changes(_state, _scenario, stream.Audience, _unpushed) is { } changes
                ? stream.Update(changes, _clock.Now)
                : stream.Update(HanoiAcademy.Drills.Views.View.Of(_state, _scenario, stream.Audience), _clock.Now);
            if (message is { } made)
                _services.Outlet.Push(_id, name, stream.Seq, made);
        }

        _unpushed.Clear();
    }
}
