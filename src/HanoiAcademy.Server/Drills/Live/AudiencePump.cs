using System.Collections.Concurrent;
using System.Threading.Channels;
using HanoiAcademy.Server.Drills.Rooms;
using Microsoft.AspNetCore.SignalR;

namespace HanoiAcademy.Server.Drills.Live;

/// <summary>
/// Sends one audience's messages to this node's listeners, in order. A listener that stops reading holds the pump up once, for two
/// seconds; until a send completes again the pump goes on beside it (each connection keeps its own order), and the sweep cuts it off.
/// </summary>
internal sealed class AudiencePump : IAsyncDisposable
{
    private const int MostWaiting = 2_000;
    private static readonly TimeSpan SendLimit = TimeSpan.FromSeconds(2);
    private static readonly TimeSpan StalledSendLimit = TimeSpan.FromMilliseconds(20);

    /// <summary>One that falls this far behind loses the oldest; its listeners see the gap and ask for the rest.</summary>
    private readonly Channel<(long Seq, RawJson Push)> _messages = Channel.CreateBounded<(long, RawJson)>(
        new BoundedChannelOptions(MostWaiting) { FullMode = BoundedChannelFullMode.DropOldest, SingleReader = true });

    private readonly ConcurrentDictionary<string, Listener> _listeners = new(StringComparer.Ordinal);
    private readonly string _audience;
    private readonly string _group;
    private readonly IHubContext<DrillHub> _hub;
    private readonly TimeProvider _time;
    private readonly Task _loop;

    public AudiencePump(string drill, string audience, IHubContext<DrillHub> hub, TimeProvider time)
    {
        _audience = audience;
        _group = $"{drill}|{audience}";
        _hub = hub;
        _time = time;
        _loop = Task.Run(Send);
    }

    public bool IsEmpty => _listeners.IsEmpty;

    public void Post(long seq, RawJson push) => _messages.Writer.TryWrite((seq, push));

    public Task Add(Listener listener)
    {
        _listeners[listener.Id] = listener;
        return _hub.Groups.AddToGroupAsync(listener.Id, _group);
    }

    public Task Remove(Listener listener)
    {
        _listeners.TryRemove(listener.Id, out _);
        return _hub.Groups.RemoveFromGroupAsync(listener.Id, _group);
    }

    public async ValueTask DisposeAsync()
    {
        _messages.Writer.TryComplete();
        await _loop;
    }

    private async Task Send()
    {
        var stalled = false;
        await foreach (var (seq, push) in _messages.Reader.ReadAllAsync())
        {
            var now = _time.GetTimestamp();
            foreach (var (_, listener) in _listeners)
                listener.Sent(_audience, seq, now);
            var sending = _hub.Clients.Group(_group).SendAsync("push", push);
            try
            {
                await sending.WaitAsync(stalled ? StalledSendLimit : SendLimit);
                stalled = false;
            }
            catch (TimeoutException)
            {
                stalled = true;
                _ = sending.ContinueWith(t => t.Exception, TaskContinuationOptions.OnlyOnFaulted);
            }
            catch (Exception)
            {
                // A connection that broke while it was written to; SignalR closes it, and it catches up when it returns.
            }
        }
    }
}
