namespace HanoiAcademy.Server.Drills.Rooms;

/// <summary>
/// The drills that run. Two implementations: a mailbox per drill in this process, a grain per drill in a cluster. Everything that passes
/// here is a record that <see cref="HanoiAcademy.Drills.Wire.DrillJson"/> writes and reads, so that a grain has only to carry its bytes.
/// A drill that does not exist throws <see cref="NoSuchDrillException"/>.
/// </summary>
internal interface IDrillRooms
{
    Task<Answer> Send(string drill, Envelope envelope);

    /// <summary>Takes back a command whose undo window is still open; false when it was too late or never there.</summary>
    Task<bool> Undo(string drill, string seat, string commandId);

    Task<RoomView> View(string drill, ViewAsk ask);

    Task<Glance> Glance(string drill);

    /// <summary>A connection that viewed has ended.</summary>
    Task Gone(string drill, string connection);

    /// <summary>A seat was taken from whoever had it: on all other nodes he hears and says nothing more from it.</summary>
    Task Silence(string drill, string seat);

    /// <summary>Loads the drill, if need be, so that its clock goes on.</summary>
    Task Wake(string drill);
}

internal sealed class NoSuchDrillException(string drill) : Exception($"There is no drill {drill}.");
