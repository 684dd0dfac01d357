using HanoiAcademy.Server.Drills.Live;
using HanoiAcademy.Server.Drills.Rooms;
using HanoiAcademy.Server.Drills.Seats;

namespace HanoiAcademy.Cluster.Nodes;

/// <summary>Hands what a room said to this node's listeners.</summary>
internal sealed class NodeDesk(LiveConnections connections, DrillAccess access, IDrillRooms rooms)
{
    public async Task Deliver(string drill, IEnumerable<NodeMessage> messages)
    {
        foreach (var message in messages)
        {
            if (message.Push is { } push)
            {
                connections.Push(drill, message.Audience!, message.Seq, push);
                continue;
            }

            // A room that was loaded anew may have died between freeing a seat and saying so.
            if (message.Notice is null or { What: RoomNotice.Again })
                await RemoveWhoLostHisSeat(drill, message.Seat);
            if (message.Notice is { } notice)
                connections.Notice(drill, message.Seat, notice);
        }
    }

    private async Task RemoveWhoLostHisSeat(string drill, string? seat)
    {
        foreach (var listener in connections.Of(drill, seat))
        {
            if (await access.Find(drill, listener.User) is { } caller && (caller.PlayerSeat == listener.Seat || caller.ControlSeat == listener.Seat))
                continue;
            await connections.Remove(listener);

            // Not waited for: the room's own turn may be what waits for this delivery.
            _ = rooms.Gone(drill, listener.Id).ContinueWith(gone => gone.Exception, TaskContinuationOptions.OnlyOnFaulted);
        }
    }
}
