using System.Collections.Immutable;
using System.Text.Json.Serialization;

namespace HanoiAcademy.Server.Drills.Rooms;

/// <summary>Where a listener is in a stream.</summary>
internal sealed record StreamPlace(string Epoch, long Seq);

/// <summary>
/// A seat asks for what it may see. Connection: named when it goes on listening; the room then counts it as present until
/// <see cref="IDrillRooms.Gone"/>.
/// </summary>
internal sealed record ViewAsk(string Seat, string Language, string? Connection = null, StreamPlace? TeamAfter = null, StreamPlace? OwnAfter = null);

/// <summary>The start of a stream: whole (Records), or the messages after the place the listener named.</summary>
internal sealed record StreamStart(
    string Epoch, long Seq, bool Full,
    [property: JsonIgnore(Condition = JsonIgnoreCondition.WhenWritingNull)] RawJson? Records = null,
    [property: JsonIgnore(Condition = JsonIgnoreCondition.WhenWritingNull)] ImmutableList<RawJson>? Messages = null);

/// <summary>Both streams of a seat, as they stand at drill time At.</summary>
internal sealed record RoomView(long At, string Status, StreamStart Team, StreamStart Own);
