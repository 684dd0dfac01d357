namespace HanoiAcademy.Cluster.Drills;

/// <summary>
/// A drill, by its id. What passes here is the wire JSON of the records of <see cref="HanoiAcademy.Server.Drills.Rooms.IDrillRooms"/>; nothing
/// in an answer's place: there is no such drill.
/// </summary>
[Alias("academy.drill")]
internal interface IDrillGrain : IGrainWithStringKey
{
    [Alias("send")]
    Task<byte[]?> Send(byte[] envelope);

    [Alias("undo")]
    Task<byte[]?> Undo(string seat, string commandId);

    /// <param name="node">Where the connection is that will go on listening.</param>
    [Alias("view")]
    Task<byte[]?> View(SiloAddress node, byte[] ask);

    [Alias("glance")]
    Task<byte[]?> Glance();

    [Alias("gone")]
    Task<byte[]?> Gone(string connection);

    [Alias("silence")]
    Task<byte[]?> Silence(string seat);

    [Alias("wake")]
    Task<byte[]?> Wake();
}
