using System.Collections.Immutable;
using System.Text.Json.Serialization;

namespace HanoiAcademy.Server.Drills.Rooms;

/// <summary>Where a listener is in a stream.</summary>
internal sealed record StreamPlace(string Epoch, long Seq);

/// <summary>
/// A seat asks for what it may see. Connection: named when it goes on listening; the room then counts it as present until
/// <see cref="IDrillRooms.Gone"/>. LooksAt: the player's seat whose view a controller reads; whether he may was asked before
/// (<see cref="HanoiAcademy.Server.Drills.Seats.DrillCaller.MayLookAt"/>). Device: a word by which a person's browsers are told apart, made up by them.
/// </summary>
internal sealed record ViewAsk(string Seat, string Language, string? Connection = null, StreamPlace? TeamAfter = null, StreamPlace? OwnAfter = null, string? LooksAt = null, string Device = "")
{
    /// <summary>Whose eyes it is seen with.</summary>
    [JsonIgnore]
    public string Eyes => LooksAt ?? Seat;
}

/// <summary>The start of a stream: whole (Records; with Part only what one sees first), or the messages after the place the listener named.</summary>
internal sealed record StreamStart(
    string Epoch, long Seq, bool Full,
    [property: JsonIgnore(Condition = JsonIgnoreCondition.WhenWritingNull)] RawJson? Records = null,
    [property: JsonIgnore(Condition = JsonIgnoreCondition.WhenWritingNull)] ImmutableList<RawJson>? Messages = null,
    [property: JsonIgnore(Condition = JsonIgnoreCondition.WhenWritingNull)] bool? Part = null);

/// <summary>Both streams of a seat, as they stand at drill time At, and how drill time lies on everybody's own clock.</summary>
internal sealed record RoomView(long At, string Status, StreamStart Team, StreamStart Own)
{
    public ImmutableArray<WallMark> Walls { get; init; } = [];
}

/// <summary>At drill ms At it was Wall (UTC ms); from then on drill time runs at Speed, 0 while it stands.</summary>
internal readonly record struct WallMark(long At, long Wall, int Speed);
