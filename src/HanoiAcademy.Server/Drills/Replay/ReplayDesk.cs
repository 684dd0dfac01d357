using System.Collections.Concurrent;
using System.Collections.Immutable;
using HanoiAcademy.Drills.Replays;
using HanoiAcademy.Drills.Views;
using HanoiAcademy.Server.Drills.Rooms;
using HanoiAcademy.Server.Drills.Seats;
using HanoiAcademy.Storage.Drills;

namespace HanoiAcademy.Server.Drills.Replay;

/// <summary>One pair of eyes on a drill: what its seat's role shared and what was its own, cut into stretches.</summary>
internal sealed record Reel(Tape Tape, string Seat, Audience Team, Audience Own, ImmutableArray<Stretch> Stretches)
{
    public Recording Recording => Tape.Recording;
}

/// <summary>What is asked for cannot be looked at: a code, or null where there is nothing for this caller.</summary>
internal sealed record NoReel(string? Code);

/// <summary>Opens replays: who may, through whose eyes, and where they are cut.</summary>
internal sealed class ReplayDesk(Recordings recordings, ReplayEyes eyes, LaunchedScenarios scenarios)
{
    private const int MostCut = 200;

    /// <summary>Where the recordings of players' seats are cut, by drill, version and audiences: made once, for it goes through the whole log.</summary>
    private readonly ConcurrentDictionary<(string Drill, long Version, string Team, string Own), ImmutableArray<Stretch>> _cut = [];

    /// <param name="seat">Whose eyes; null: one's own.</param>
    public async Task<(Reel? Reel, IReadOnlyList<string> Seats, NoReel? Not)> Open(DrillCaller caller, string? seat, string language, CancellationToken cancel)
    {
        if (await Missing(caller.Drill, cancel) is { } missing)
            return (null, [], missing);
        var tape = await recordings.Of(caller.Drill, cancel);
        var seats = await eyes.Of(caller, tape.Recording, cancel);
        if (seats.Count == 0)
            return (null, [], new NoReel(caller.Drill.Status == DrillStatus.Ended ? "replay-not-shared" : "not-ended"));
        var wanted = seat ?? seats[0];
        if (!seats.Contains(wanted, StringComparer.Ordinal))
            return (null, seats, new NoReel(null));
        var (team, own) = SeatAudiences.Of(tape.Recording.Scenario, wanted, language);
        return (new Reel(tape, wanted, team, own, Cut(caller.Drill.Id, tape.Recording, wanted, team, own)), seats, null);
    }

    /// <summary>The scenario as it was launched is gone from the content store: without it no row means anything.</summary>
    public async Task<NoReel?> Missing(DrillEntry drill, CancellationToken cancel) =>
        await scenarios.Find(drill.ContentSha256, cancel) is null ? new NoReel("content-gone") : null;

    private ImmutableArray<Stretch> Cut(string drill, Recording recording, string seat, Audience team, Audience own)
    {
        if (ReplayEyes.IsControls(seat))
            return recording.Stretches;
        if (_cut.Count >= MostCut)
            _cut.Clear();
        return _cut.GetOrAdd((drill, recording.Version, team.ToString(), own.ToString()), _ => recording.CutFor(team, own));
    }
}
