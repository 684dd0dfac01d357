using System.Text.Json.Serialization;

namespace HanoiAcademy.Server.Drills.Rooms;

/// <summary>Where a room puts what goes out. Nothing here may wait: a listener that stops reading must not stop a drill.</summary>
internal interface IRoomOutlet
{
    /// <param name="audience">The name of the audience, see <see cref="SeatAudiences"/>.</param>
    /// <param name="seq">The message's number in its stream.</param>
    /// <param name="push">The message, as JSON.</param>
    void Push(string drill, string audience, long seq, RawJson push);

    /// <param name="seat">Whom it concerns; null for everybody.</param>
    void Notice(string drill, string? seat, RoomNotice notice);

    /// <summary>Other nodes look who may still listen from this seat; the node that freed it has done so already.</summary>
    void Silence(string drill, string seat);
}

/// <summary>
/// What: clock-held, clock-goes-on, again (the room was loaded anew: join again), removed, sent, refused. To who writes a paper: take-over-asked (By
/// whom, and how long he may think about it), take-over-dropped. here: Seats with somebody at them, as far as one may know, and Devices from which this
/// very seat is held.
/// </summary>
internal sealed record RoomNotice(
    string What,
    [property: JsonIgnore(Condition = JsonIgnoreCondition.WhenWritingNull)] string? CommandId = null,
    [property: JsonIgnore(Condition = JsonIgnoreCondition.WhenWritingNull)] Answer? Answer = null,
    [property: JsonIgnore(Condition = JsonIgnoreCondition.WhenWritingNull)] IReadOnlyList<string>? Seats = null,
    [property: JsonIgnore(Condition = JsonIgnoreCondition.WhenWritingNull)] IReadOnlyList<string>? Devices = null)
{
    public const string Again = "again";
    public const string TakeOverAsked = "take-over-asked";
    public const string TakeOverDropped = "take-over-dropped";

    [JsonIgnore(Condition = JsonIgnoreCondition.WhenWritingNull)]
    public string? Request { get; init; }

    [JsonIgnore(Condition = JsonIgnoreCondition.WhenWritingNull)]
    public string? By { get; init; }

    [JsonIgnore(Condition = JsonIgnoreCondition.WhenWritingNull)]
    public long? LeftMs { get; init; }
}
