using HanoiAcademy.Drills.Wire;
using HanoiAcademy.Server.Drills.Rooms;

namespace HanoiAcademy.Cluster.Drills;

/// <summary>
/// All drills of the cluster, a grain each. Every call can be made twice (a command by its id, the rest by their nature), so one that was lost
/// with a silo is made again until the drill is awake elsewhere: a caller waits a few seconds, and is not told of it. At worst he waits 40: a call that is
/// begun just before the patience ends has still its own 15 seconds (<see cref="Silo.SiloSetup"/>).
/// </summary>
internal sealed class ClusterDrillRooms(IGrainFactory grains, ILocalSiloDetails silo, TimeProvider time, ILogger<ClusterDrillRooms> logger) : IDrillRooms
{
    private static readonly TimeSpan Patience = TimeSpan.FromSeconds(25);
    private static readonly TimeSpan BetweenTries = TimeSpan.FromMilliseconds(500);

    public async Task<Answer> Send(string drill, Envelope envelope)
    {
        try
        {
            return await Ask<Answer>(drill, grain => grain.Send(DrillJson.ToBytes(envelope)));
        }
        catch (Exception e) when (IsLoss(e))
        {
            // Whether it happened is not known; the same id again finds out.
            return Answer.Again(0);
        }
    }

    public Task<bool> Undo(string drill, string seat, string commandId) => Ask<bool>(drill, grain => grain.Undo(seat, commandId));

    public Task<RoomView> View(string drill, ViewAsk ask) => Ask<RoomView>(drill, grain => grain.View(silo.SiloAddress, DrillJson.ToBytes(ask)));

    public Task<Glance> Glance(string drill) => Ask<Glance>(drill, grain => grain.Glance());

    public Task Gone(string drill, string connection) => Ask<bool>(drill, grain => grain.Gone(connection));

    public Task Silence(string drill, string seat) => Ask<bool>(drill, grain => grain.Silence(seat));

    public Task Wake(string drill) => Ask<bool>(drill, grain => grain.Wake());

    private async Task<T> Ask<T>(string drill, Func<IDrillGrain, Task<byte[]?>> call)
    {
        var grain = grains.GetGrain<IDrillGrain>(drill);
        for (var began = time.GetTimestamp(); ;)
        {
            try
            {
                return DrillJson.Read<T>(await call(grain) ?? throw new NoSuchDrillException(drill));
            }
            catch (Exception e) when (IsLoss(e) && time.GetElapsedTime(began) < Patience)
            {
                logger.LogDebug(e, "A call to drill {Drill} was lost and is made again.", drill);
                await Task.Delay(BetweenTries, time);
            }
        }
    }

    /// <summary>The call or its answer did not arrive; what the drill itself throws is of other kinds.</summary>
    private static bool IsLoss(Exception e) => e is OrleansException or TimeoutException;
}
