using System.Collections.Concurrent;
using HanoiAcademy.Server.Drills.Rooms;
using Microsoft.AspNetCore.SignalR;

namespace HanoiAcademy.Server.Drills.Live;

/// <summary>The listeners of this node, and the way of a room's messages to them.</summary>
internal sealed class LiveConnections(IHubContext<DrillHub> hub, RefusalTexts texts, TimeProvider time) : IRoomOutlet
{
    private readonly ConcurrentDictionary<string, Listener> _listeners = new(StringComparer.Ordinal);
    private readonly ConcurrentDictionary<(string Drill, string Audience), AudiencePump> _pumps = new();
    private readonly SemaphoreSlim _changing = new(1);

    public IEnumerable<Listener> All => _listeners.Values;

    public void Push(string drill, string audience, long seq, RawJson push)
    {
        if (_pumps.TryGetValue((drill, audience), out var pump))
            pump.Post(seq, push);
    }

    public void Notice(string drill, string? seat, RoomNotice notice)
    {
        foreach (var listener in Of(drill, seat))
        {
            if (notice.What == RoomNotice.Again && !listener.MayBeTold())
                continue;
            var said = notice.Answer is { } answer ? notice with { Answer = texts.Explain(answer, listener.UiLanguage) } : notice;
            // Not waited for: one who does not read must not hold up the room.
            _ = hub.Clients.Client(listener.Id).SendAsync("room", said);
        }
    }

    /// <summary>Nothing to do: who freed the seat has removed those who listened here.</summary>
    public void Silence(string drill, string seat)
    {
    }

    public IReadOnlyList<Listener> Of(string drill, string? seat = null) =>
        [.. _listeners.Values.Where(l => l.Drill == drill && (seat is null || l.Seat == seat))];

    /// <summary>From now on it hears both audiences; what came before it must ask for afterwards, then nothing is lost in between.</summary>
    public async Task Listen(Listener listener)
    {
        await Leave(listener.Id);
        await _changing.WaitAsync();
        try
        {
            _listeners[listener.Id] = listener;
            await PumpOf(listener.Drill, listener.TeamAudience).Add(listener);
            await PumpOf(listener.Drill, listener.OwnAudience).Add(listener);
        }
        finally
        {
            _changing.Release();
        }
    }

    public async Task<Listener?> Leave(string connection)
    {
        if (!_listeners.TryRemove(connection, out var listener))
            return null;
        await _changing.WaitAsync();
        try
        {
            await Drop(listener, listener.TeamAudience);
            await Drop(listener, listener.OwnAudience);
        }
        finally
        {
            _changing.Release();
        }

        return listener;
    }

    /// <summary>Whoever listens from this seat is told so and hears nothing more.</summary>
    public async Task<IReadOnlyList<Listener>> Remove(string drill, string seat)
    {
        var removed = Of(drill, seat);
        foreach (var listener in removed)
            await Remove(listener);
        return removed;
    }

    public Task Remove(Listener listener)
    {
        _ = hub.Clients.Client(listener.Id).SendAsync("room", new RoomNotice("removed"));
        return Leave(listener.Id);
    }

    /// <summary>False once its seat was taken from it: it may then not speak for that seat either.</summary>
    public bool Hears(Listener listener) => _listeners.TryGetValue(listener.Id, out var now) && ReferenceEquals(now, listener);

    private AudiencePump PumpOf(string drill, string audience) =>
        _pumps.GetOrAdd((drill, audience), key => new AudiencePump(key.Drill, key.Audience, hub, time));

    private async Task Drop(Listener listener, string audience)
    {
        if (!_pumps.TryGetValue((listener.Drill, audience), out var pump))
            return;
        await pump.Remove(listener);
        if (pump.IsEmpty && _pumps.TryRemove((listener.Drill, audience), out _))
            _ = pump.DisposeAsync().AsTask();
    }
}
