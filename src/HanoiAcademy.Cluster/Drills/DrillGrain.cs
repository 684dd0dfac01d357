using HanoiAcademy.Cluster.Nodes;
using HanoiAcademy.Drills.Wire;
using HanoiAcademy.Server.Drills.Rooms;

namespace HanoiAcademy.Cluster.Drills;

/// <summary>
/// Gives a room its turns and adds nothing to the rules: one call at a time, and the turn that the room itself wanted. Its first turn replays
/// the log; a second activation of the same drill finds the log written by another, and lets go.
/// </summary>
internal sealed class DrillGrain : Grain, IDrillGrain
{
    /// <summary>While somebody listens to a drill that stands, the runtime must not take it for idle.</summary>
    private static readonly TimeSpan StayAwake = TimeSpan.FromMinutes(5);
    private readonly NodeOutlet _nodes;
    private readonly RoomTurns _turns;
    private IGrainTimer _timer = null!;

    public DrillGrain(IGrainContext context, NodeLines lines, RoomServices services, ILogger<DrillGrain> logger)
    {
        var drill = context.GrainId.Key.ToString()!;
        _nodes = new NodeOutlet(drill, lines);
        _turns = new RoomTurns(drill, services.With(_nodes), ForgetLost);
        logger.LogInformation("Drill {Drill} is played on this silo.", drill);
    }

    public override Task OnActivateAsync(CancellationToken cancellationToken)
    {
        _timer = this.RegisterGrainTimer(WakeRoom, new GrainTimerCreationOptions(Timeout.InfiniteTimeSpan, Timeout.InfiniteTimeSpan) { KeepAlive = true });
        return Task.CompletedTask;
    }

    public override Task OnDeactivateAsync(DeactivationReason reason, CancellationToken cancellationToken)
    {
        _nodes.Close();
        return Task.CompletedTask;
    }

    public Task<byte[]?> Send(byte[] envelope) => Turn(room => room.Send(DrillJson.Read<Envelope>(envelope)));

    public Task<byte[]?> Undo(string seat, string commandId) => Turn(room => room.Undo(seat, commandId));

    public Task<byte[]?> View(SiloAddress node, byte[] ask) => Turn(room =>
    {
        var asked = DrillJson.Read<ViewAsk>(ask);
        if (asked.Connection is { } connection)
            _nodes.Add(node, connection, room.AudiencesOf(asked));
        return room.View(asked);
    });

    public Task<byte[]?> Gone(string connection) => Turn(room =>
    {
        _nodes.Remove(connection);
        return room.Gone(connection);
    });

    public Task<byte[]?> Glance() => Turn(room => room.Glance());
    public Task<byte[]?> Silence(string seat) => Turn(room => room.Silence(seat));
    public Task<byte[]?> Wake() => Turn(room => room.Wake());

    private async Task WakeRoom()
    {
        await _turns.Wake();
        Arm();
    }

    private async Task<byte[]?> Turn<T>(Func<DrillRoom, Task<T>> act)
    {
        try
        {
            return DrillJson.ToBytes(await _turns.Take(act));
        }
        catch (NoSuchDrillException)
        {
            return null;
        }
        finally
        {
            Arm();
        }
    }

    private void Arm()
    {
        // Who listens here hears nothing of what the other activation says: he is to join there.
        if (_turns.IsStale)
            _nodes.Notice(this.GetPrimaryKeyString(), null, new RoomNotice(RoomNotice.Again));
        if (_turns.IsStale || (!_turns.IsLoaded && _turns.NextWake is null))
            DeactivateOnIdle();
        else
            _timer.Change(_turns.NextWake ?? StayAwake, Timeout.InfiniteTimeSpan);
    }

    /// <summary>Whoever was on a node that died or cannot be reached is not here: he counts as nobody in control.</summary>
    private async Task ForgetLost(DrillRoom room)
    {
        foreach (var connection in _nodes.TakeLost())
            await room.Gone(connection);
    }
}
