using System.Collections.Immutable;
using System.Text.Json.Serialization;
using HanoiAcademy.Server.Drills.Rooms;

namespace HanoiAcademy.Server.Drills.Live;

/// <summary>What a page says when it begins to listen. Control: it is the control page of one who may also have a seat. LooksAt: a controller reads what this seat reads, and can send nothing. Device: a word that the browser made up for itself.</summary>
internal sealed record JoinOptions(string Language = "en", StreamPlaces? After = null, bool Control = false, string? LooksAt = null, string Device = "");

internal sealed record StreamPlaces(StreamPlace? Team = null, StreamPlace? Own = null);

/// <summary>Who one is here, and both streams from where one left off. TeamRole is absent for controllers.</summary>
internal sealed record Joined(
    string Seat,
    [property: JsonIgnore(Condition = JsonIgnoreCondition.Never)] string? TeamRole,
    bool Control, long At, string Status, StreamStart Team, StreamStart Own, ImmutableArray<WallMark> Walls);

internal sealed record Acknowledgement(string Stream, string Epoch, long Seq);

/// <summary>WrittenAt: drill ms at which it was written, when it had to wait for a link.</summary>
internal sealed record SendCall(string CommandId, System.Text.Json.JsonElement Command, long? WrittenAt = null);

internal sealed record UndoAnswer(bool Undone);
