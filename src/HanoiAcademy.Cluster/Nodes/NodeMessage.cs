using HanoiAcademy.Server.Drills.Rooms;

namespace HanoiAcademy.Cluster.Nodes;

/// <summary>One thing that a room says to a node: a push to an audience, a notice, or else that the holders of a seat are to be looked at again.</summary>
internal sealed record NodeMessage(string? Audience = null, long Seq = 0, RawJson? Push = null, string? Seat = null, RoomNotice? Notice = null);
