using System.Collections.Concurrent;
using System.Collections.Immutable;
using HanoiAcademy.Drills.Replays;

namespace HanoiAcademy.Server.Drills.Replay;

/// <summary>Marks of the replays that were looked at last: each goes through a whole log.</summary>
internal sealed class ReplayMarks
{
    private const int MostKept = 50;
    private readonly ConcurrentDictionary<(string Drill, long Version, string Audience), ImmutableArray<ReplayMark>> _kept = [];

    public ImmutableArray<ReplayMark> Of(string drill, Reel reel)
    {
        if (_kept.Count >= MostKept)
            _kept.Clear();
        return _kept.GetOrAdd((drill, reel.Recording.Version, reel.Team.ToString()), _ => Marks.Of(reel.Recording, reel.Team));
    }
}
