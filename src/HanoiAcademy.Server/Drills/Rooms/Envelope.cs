using HanoiAcademy.Drills.Commands;

namespace HanoiAcademy.Server.Drills.Rooms;

/// <summary>
/// A command on its way to a room. Seat is the actor as the server knows him ("system", "control.director.1", "team.role.1"), never what a
/// caller claims. CommandId is the sender's: a repeat of it is answered, not done again. WrittenAt: drill ms at which its sender says it was
/// written, of one that had to wait for a link.
/// </summary>
internal sealed record Envelope(string CommandId, string Seat, Command Command, long? WrittenAt = null);
