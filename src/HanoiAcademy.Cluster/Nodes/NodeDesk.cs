using HanoiAcademy.Server.Drills.Live;
using HanoiAcademy.Server.Drills.Rooms;
using HanoiAcademy.Server.Drills.Seats;

namespace HanoiAcademy.Cluster.Nodes;

/// <summary>Hands what a room said to this node's listeners.</summary>
internal sealed class NodeDesk(LiveConnections connections, DrillAccess access, IDrillRooms rooms, TimeProvider time, ILogger<NodeDesk> logger)
{
    private static readonly TimeSpan BetweenTries = TimeSpan.FromSeconds(1);

    /// <summary>The drills whose listeners are being looked at; true where they must be once more.</summary>
    private readonly Dictionary<string, bool> _looks = new(StringComparer.Ordinal);

    public Task Deliver(string drill, IEnumerable<NodeMessage> messages)
    {
        foreach (var message in messages)
        {
            if (message.Push is { } push)
            {
                connections.Push(drill, message.Audience!, message.Seq, push);
                continue;
            }

            if (message.Notice is { } notice)
                connections.Notice(drill, message.Seat, notice);

            // A room that was loaded anew may have died between freeing a seat and saying so.
            if (message.Notice is null or { What: RoomNotice.Again })
                BeginLook(drill, message.Seat);
        }

        return Task.CompletedTask;
    }

    /// <summary>Beside the delivery, which has few seconds: the database is asked for each listener.</summary>
    private void BeginLook(string drill, string? seat)
    {
        lock (_looks)
        {
            var underWay = _looks.ContainsKey(drill);
            _looks[drill] = underWay;
            if (!underWay)
                _ = Task.Run(() => Look(drill, seat));
        }
    }

    private async Task Look(string drill, string? seat)
    {
        do
        {
            try
            {
                await RemoveWhoLostHisSeat(drill, seat);
            }
            catch (Exception e)
            {
                logger.LogError(e, "Who still has his seat in drill {Drill} could not be found out; it is tried again.", drill);
                await Task.Delay(BetweenTries, time);
                BeginLook(drill, seat);
            }

            // What was asked meanwhile may have been about another seat.
            seat = null;
        }
        while (MustLookAgain(drill));
    }

    private bool MustLookAgain(string drill)
    {
        lock (_looks)
        {
            if (!_looks[drill])
                return !_looks.Remove(drill);
            _looks[drill] = false;
            return true;
        }
    }

    private async Task RemoveWhoLostHisSeat(string drill, string? seat)
    {
        foreach (var listener in connections.Of(drill, seat))
        {
            if (await access.Find(drill, listener.User) is { } caller && (caller.PlayerSeat == listener.Seat || caller.ControlSeat == listener.Seat))
                continue;

            // Who has joined again meanwhile was looked at there.
            if (!connections.Hears(listener))
                continue;
            await connections.Remove(listener);

            // Not waited for: the room's own turn may be what waits for this delivery.
            _ = rooms.Gone(drill, listener.Id).ContinueWith(gone => gone.Exception, TaskContinuationOptions.OnlyOnFaulted);
        }
    }
}
