using System.Collections.Immutable;
using HanoiAcademy.Drills.Commands;
using HanoiAcademy.Drills.Scenarios;
using HanoiAcademy.Server.Drills.Rooms;
using HanoiAcademy.Server.Drills.Seats;
using HanoiAcademy.Storage.Drills;

namespace HanoiAcademy.Server.Drills.Replay;

/// <summary>A seat that one may look through. A controller's has no team.</summary>
internal sealed record ReplaySeat(string Seat, string TeamName, string RoleName, bool Control);

/// <summary>A part of the line of time, from drill ms At on; it is fetched by its number.</summary>
internal sealed record ReplayPart(int N, long At);

/// <summary>From drill ms At on nothing can be told: row Version of the log is damaged (its number for control alone). Why: row-missing, row-unreadable, row-impossible.</summary>
internal sealed record ReplayBreak(long At, long? Version, string Why);

/// <summary>What a replay starts from. At: drill ms of the last thing that happened. Altered: the first row that is known not to be what was written, 0 where its number is not the reader's to know.</summary>
internal sealed record ReplayIndex(
    string Drill, string Title, string Scenario, string Status, string Seat, string? TeamRole, string Language, long At, long PlannedMs,
    ImmutableArray<ReplaySeat> Seats, ImmutableArray<ReplayPart> Parts, ImmutableArray<WallMark> Walls, ReplayBreak? Break, string? ForkedFrom, long? Altered)
{
    public static ReplayIndex Of(DrillEntry drill, Reel reel, IReadOnlyList<string> seats)
    {
        var (recording, language) = (reel.Recording, reel.Team.Language);
        var actor = new Actor(reel.Seat);
        return new ReplayIndex(
            drill.Id, drill.Title, recording.Scenario.Id, recording.Last.Status, reel.Seat, actor.IsControl ? null : actor.TeamRole, language, recording.Last.At,
            recording.Scenario.PlannedMs, [.. Named(recording.Scenario, seats, language)], [.. reel.Stretches.Select((stretch, n) => new ReplayPart(n, stretch.Before.At))],
            reel.Tape.Walls, recording.Break is { } broken ? new ReplayBreak(recording.Last.At, actor.IsControl ? broken.Version : null, broken.Why) : null, drill.ForkedFrom,
            reel.Tape.Altered is { } altered ? actor.IsControl ? altered : 0 : null);
    }

    private static IEnumerable<ReplaySeat> Named(Scenario scenario, IReadOnlyList<string> seats, string language)
    {
        var places = SeatPlace.All(scenario, [], language).ToDictionary(place => place.Seat, StringComparer.Ordinal);
        return seats.Select(seat => places.TryGetValue(seat, out var place) ? new ReplaySeat(seat, place.TeamName, place.RoleName, Control: false) : new ReplaySeat(seat, "", "", Control: true));
    }
}
