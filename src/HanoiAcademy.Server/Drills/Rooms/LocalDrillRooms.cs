using System.Collections.Concurrent;

namespace HanoiAcademy.Server.Drills.Rooms;

/// <summary>All drills in this process: a mailbox each.</summary>
internal sealed class LocalDrillRooms(RoomServices services) : IDrillRooms, IAsyncDisposable
{
    private readonly ConcurrentDictionary<string, Lazy<Mailbox>> _mailboxes = new(StringComparer.Ordinal);

    public Task<Answer> Send(string drill, Envelope envelope) => Ask(drill, room => room.Send(envelope));

    public Task<bool> Undo(string drill, string seat, string commandId) => Ask(drill, room => room.Undo(seat, commandId));

    public Task<RoomView> View(string drill, ViewAsk ask) => Ask(drill, room => room.View(ask));

    public Task<Glance> Glance(string drill) => Ask(drill, room => room.Glance());

    public Task Gone(string drill, string connection) => Ask(drill, room => room.Gone(connection));

    public Task Silence(string drill, string seat) => Ask(drill, room => room.Silence(seat));

    public Task Wake(string drill) => Ask(drill, room => room.Wake());

    public async ValueTask DisposeAsync()
    {
        foreach (var mailbox in _mailboxes.Values)
            await mailbox.Value.DisposeAsync();
    }

    private async Task<T> Ask<T>(string drill, Func<DrillRoom, Task<T>> act)
    {
        var mailbox = _mailboxes.GetOrAdd(drill, id => new Lazy<Mailbox>(() => new Mailbox(id, services)));
        try
        {
            return await mailbox.Value.Ask(act);
        }
        catch (NoSuchDrillException)
        {
            _mailboxes.TryRemove(KeyValuePair.Create(drill, mailbox));
            throw;
        }
    }
}
