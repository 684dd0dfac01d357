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

    /// <summary>A drill's log is read and folded once, however many ask; who asks for another drill does not wait for it, but for the few that share its turn.</summary>
    private readonly SemaphoreSlim[] _turns = [.. Enumerable.Range(0, 64).Select(_ => new SemaphoreSlim(1))];

    private readonly Lock _list = new();

    /// <summary>Last used last. Raw: every row as it was read, also those that cannot be followed.</summary>
    private readonly List<(string Drill, List<LogRow> Raw, Tape Tape)> _kept = [];

    public int RowsKept
    {
        get
        {
            lock (_list)
                return _kept.Sum(kept => kept.Raw.Count);
        }
    }

    public async Task<Tape> Of(DrillEntry drill, CancellationToken cancel = default)
    {
        var turn = _turns[(uint)drill.Id.GetHashCode(StringComparison.Ordinal) % (uint)_turns.Length];
        await turn.WaitAsync(cancel);
        try
        {
            var (raw, tape) = Known(drill.Id);
            var rows = await log.Read(drill.Id, raw.Count == 0 ? 0 : raw[^1].Version, cancel);
            if (tape is null || rows.Count > 0)
            {
                raw = [.. raw, .. rows];
                var recording = Recording.Of(await scenarios.Get(drill.ContentSha256, cancel), raw.Select(row => (row.Version, Read(row))));
                tape = new Tape(recording, Walls(recording, raw), raw.Find(row => row.IsAltered)?.Version);
            }

            Keep(drill.Id, raw, tape);
            return tape;
        }
        finally
        {
            turn.Release();
        }
    }

    public void Dispose()
    {
        foreach (var turn in _turns)
            turn.Dispose();
    }

    private (List<LogRow> Raw, Tape? Tape) Known(string drill)
    {
        lock (_list)
            return _kept.FindIndex(kept => kept.Drill == drill) is >= 0 and var place ? (_kept[place].Raw, _kept[place].Tape) : ([], null);
    }

    private void Keep(string drill, List<LogRow> raw, Tape tape)
    {
        lock (_list)
        {
            _kept.RemoveAll(kept => kept.Drill == drill);
            _kept.Add((drill, raw, tape));
            while (_kept.Count > 1 && RowsKept > MostRows)
                _kept.RemoveAt(0);
        }
    }

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
