using System.Collections.Immutable;
using System.Text;
using System.Text.Json;
using HanoiAcademy.Drills.Events;
using HanoiAcademy.Drills.Replays;
using HanoiAcademy.Drills.Simulation;
using HanoiAcademy.Drills.Wire;
using HanoiAcademy.Server.Drills.Rooms;
using HanoiAcademy.Storage.Drills;

namespace HanoiAcademy.Server.Drills.Replay;

/// <summary>A drill's recording, and how drill time lay on everybody's own clock. Altered: the first row that is known not to be what was written.</summary>
internal sealed record Tape(Recording Recording, ImmutableArray<WallMark> Walls, long? Altered);

/// <summary>
/// Recordings of the drills that were looked at last. A log is read and folded once; what came since is asked for each time, which is one small query, so that no
/// room is woken and no node need tell another.
/// </summary>
internal sealed class Recordings(IDrillLog log, LaunchedScenarios scenarios) : IDisposable
{
    /// <summary>Rows of all recordings that are kept at a time; a longer log is kept alone.</summary>
    public const int MostRows = 100_000;

    private readonly SemaphoreSlim _turn = new(1);

    /// <summary>Last used last. Raw: every row as it was read, also those that cannot be followed.</summary>
    private readonly List<(string Drill, List<LogRow> Raw, Tape Tape)> _kept = [];

    public int RowsKept => _kept.Sum(kept => kept.Raw.Count);

    public async Task<Tape> Of(DrillEntry drill, CancellationToken cancel = default)
    {
        await _turn.WaitAsync(cancel);
        try
        {
            var place = _kept.FindIndex(kept => kept.Drill == drill.Id);
            var known = place < 0 ? default : _kept[place];
            var rows = await log.Read(drill.Id, place < 0 || known.Raw.Count == 0 ? 0 : known.Raw[^1].Version, cancel);
            if (place >= 0)
                _kept.RemoveAt(place);
            if (place < 0 || rows.Count > 0)
            {
                List<LogRow> raw = [.. known.Raw ?? [], .. rows];
                var recording = Recording.Of(await scenarios.Get(drill.ContentSha256, cancel), raw.Select(row => (row.Version, Read(row))));
                known = (drill.Id, raw, new Tape(recording, Walls(recording, raw), raw.Find(row => row.IsAltered)?.Version));
            }

            _kept.Add(known);
            while (_kept.Count > 1 && RowsKept > MostRows)
                _kept.RemoveAt(0);
            return known.Tape;
        }
        finally
        {
            _turn.Release();
        }
    }

    public void Dispose() => _turn.Dispose();

    private static LoggedRow? Read(LogRow row)
    {
        try
        {
            return new LoggedRow(row.Version, row.Seat, row.At, DrillJson.Read<ImmutableArray<DrillEvent>>(Encoding.UTF8.GetBytes(row.Events)));
        }
        catch (Exception e) when (e is JsonException or NotSupportedException or FormatException or ArgumentException)
        {
            return null;
        }
    }

    /// <summary>As the room told them while it was played.</summary>
    private static ImmutableArray<WallMark> Walls(Recording recording, List<LogRow> raw)
    {
        var walls = ImmutableArray.CreateBuilder<WallMark>();
        var (n, before) = (0, 0);
        foreach (var stretch in recording.Stretches)
            foreach (var (row, after) in recording.Play(stretch))
            {
                var pace = after.IsRunning ? after.Speed : 0;
                if (pace != before)
                    walls.Add(new WallMark(Math.Max(after.At, row.At), raw[n].Wall.ToUnixTimeMilliseconds(), pace));
                (n, before) = (n + 1, pace);
            }

        return walls.ToImmutable();
    }
}
